import type { PersonId, TeamId } from '../../domain/people/person';
import { type Day, isDay } from '../../domain/time/calendar';
import { MOST_WEEK_DAYS } from '../intent';
import { decoded } from './button-text';

/** Buttons that show who works how: on a day, or on each of several. */
export type WhoButton =
  | { kind: 'who'; team: TeamId; day: Day; group: string | null; from: number }
  | { kind: 'who-week'; team: TeamId; days: Day[]; from: number };

/** Buttons that follow a colleague, or no more. */
export interface FollowButton {
  kind: 'follow' | 'unfollow';
  who: { person: PersonId };
}

export function readFollow(kind: FollowButton['kind']) {
  return ([text = '', ...rest]: readonly string[]): FollowButton | null => {
    const person = decoded(text);
    return rest.length > 0 || !person ? null : { kind, who: { person } };
  };
}

export function whoFields(button: WhoButton): string[] {
  const { team, from } = button;
  if (button.kind === 'who-week') return [team, String(from), ...button.days];
  const { day, group } = button;
  return group === null && from === 0 ? [team, day] : [team, day, String(from), group ?? ''];
}

export function readWho([
  team = '',
  day = '',
  from = '',
  group = '',
  ...rest
]: readonly string[]): WhoButton | null {
  if (rest.length > 0 || !isDay(day) || !/^\d{0,6}$/.test(from)) return null;
  return { kind: 'who', team, day, group: group === '' ? null : group, from: Number(from) };
}

export function readWhoWeek([team = '', from = '', ...days]: readonly string[]): WhoButton | null {
  if (days.length === 0 || days.length > MOST_WEEK_DAYS) return null;
  if (!days.every(isDay) || !/^\d{1,6}$/.test(from)) return null;
  return { kind: 'who-week', team, days, from: Number(from) };
}
