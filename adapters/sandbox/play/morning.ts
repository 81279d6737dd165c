import { isWork, type WorkStyle } from '../../../src/domain/answers/work-style';
import type { Card } from '../../../src/domain/card';
import type { PersonId } from '../../../src/domain/people/person';
import { type Day, dayAt, type Millis } from '../../../src/domain/time/calendar';
import { windowOn } from '../../../src/domain/time/window';
import type { TimeControl } from '../../../src/ports/time-control';
import type { Message, Platform } from '../platform';
import type { TeamTimes, Upcoming } from '../types';
import { PLAY_FROM } from './pace';
import { playScript, type Step } from './script';

/** One morning to be played. */
export interface Morning {
  day: Day;
  /** Where the play begins: the opening of the poll, or now if the poll was open already. */
  opensAt: Millis;
  closesAt: Millis;
  /** The poll was posted at or after this time, which is before `opensAt` if it was open already. */
  pollFrom: Millis;
  steps: readonly Step[];
}

export interface ApproachParts {
  control: TimeControl;
  platform: Platform;
  times: () => Promise<TeamTimes>;
  upcoming: () => Promise<Upcoming | null>;
}

/** More events than any calendar has between two Telework Days. */
const MOST_EVENTS = 400;

/**
 * Finds the poll that is open now, or else moves the clock to just before the next one opens; null when none is in
 * sight. Everybody but the visitor answers.
 */
export async function approachMorning(
  parts: ApproachParts,
  visitor: PersonId | null,
): Promise<Morning | null> {
  const { control, platform, times, upcoming } = parts;
  const team = await times();
  const persons = platform.persons.map(({ id }) => id).filter((id) => id !== visitor);
  for (let event = 0; event < MOST_EVENTS; event += 1) {
    const open = openMorning(platform, team, control.now());
    if (open) return { ...open, steps: playScript(persons, open.day) };
    const next = await upcoming();
    if (next?.kind === 'open') {
      const planned = plannedMorning(team, next.at);
      await moveBefore(control, planned);
      return { ...planned, steps: playScript(persons, planned.day) };
    }
    if ((await control.next()) === null) return null;
  }
  return null;
}

type Span = Omit<Morning, 'steps'>;

function openMorning(platform: Platform, { zone, window }: TeamTimes, now: Millis): Span | null {
  const day = dayAt(now, zone);
  const { opensAt, closesAt } = windowOn(day, window, zone);
  const isOpen = now < closesAt && pollOf(platform, day, opensAt) !== null;
  return isOpen ? { day, opensAt: now, closesAt, pollFrom: opensAt } : null;
}

function plannedMorning({ zone, window }: TeamTimes, opensAt: Millis): Span {
  const day = dayAt(opensAt, zone);
  return { day, opensAt, closesAt: windowOn(day, window, zone).closesAt, pollFrom: opensAt };
}

/** So that the visitor sees the clock before the poll opens. */
async function moveBefore(control: TimeControl, { opensAt, closesAt }: Span): Promise<void> {
  const before = Math.round(opensAt + PLAY_FROM * (closesAt - opensAt));
  if (before > control.now()) await control.moveTo(before);
}

export interface AnswerChoice {
  action: string;
  style: WorkStyle;
  day: Day;
  arrival: string | null;
}

/** The card's buttons that answer a poll. */
export function answersOf({ parts }: Card): AnswerChoice[] {
  const choices = parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  return choices.flatMap(({ action, answer }) => (answer && isWork(answer) ? [{ ...answer, action }] : []));
}

/** The day's poll: the newest message since then with buttons that answer this day. Announcements came earlier. */
export function pollOf(platform: Platform, day: Day, since: Millis): Message | null {
  const messages = platform.places.flatMap(({ id }) => platform.channel(id));
  const asks = ({ at, card }: Message) => at >= since && answersOf(card).some((choice) => choice.day === day);
  return messages.findLast(asks) ?? null;
}
