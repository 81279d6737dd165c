import type { CampaignId } from '../campaigns/campaign';
import type { OrgId, PersonId, TeamId } from '../people/person';
import type { Day, Millis, Zone } from '../time/calendar';
import type { Window } from '../time/window';
import { type Choice, isSameChoice } from './work-style';

/** Where an answer came from. */
export type Source = 'button' | 'command' | 'form' | 'plan' | 'default-week' | 'admin';

/** One team on one day. Its key is (org, team, day); what was in force when it opened stays with it. */
export interface Poll {
  org: OrgId;
  team: TeamId;
  day: Day;
  zone: Zone;
  window: Window;
  opensAt: Millis;
  closesAt: Millis;
  endsAt: Millis;
  /** When the silent are reminded; null: never. */
  remindAt: Millis | null;
  campaign: CampaignId | null;
  core: boolean;
  /** A Telework Day declared at short notice; the reason may be empty. */
  drill: { reason: string } | null;
}

/** A member's work style for a day: one a member and day, the last one wins. */
export interface Answer extends Choice {
  person: PersonId;
  day: Day;
  /** When this answer was given. */
  at: Millis;
  /** When this member first answered for the day. */
  firstAt: Millis;
  source: Source;
}

export type Phase = 'planned' | 'open' | 'late' | 'over';

/** The first instant at which an answer to the poll is late: the end of its window. */
export function lateFrom({ closesAt }: Pick<Poll, 'closesAt'>): Millis {
  return closesAt;
}

/** Whether an answer given at `at` is late for the poll. */
export function isLate(at: Millis, poll: Pick<Poll, 'closesAt'>): boolean {
  return at >= lateFrom(poll);
}

/** The instants of an answer given at `at` in place of `previous`: the same answer given again keeps its time. */
export function answerTimes(
  previous: Pick<Answer, 'style' | 'arrival' | 'at' | 'firstAt'> | null,
  choice: Choice,
  at: Millis,
): Pick<Answer, 'at' | 'firstAt'> {
  if (!previous) return { at, firstAt: at };
  return { at: isSameChoice(previous, choice) ? previous.at : at, firstAt: previous.firstAt };
}

/** `late`: after the window, until the local day ends, answers are still taken and shown as late. */
export function phaseOf(poll: Pick<Poll, 'opensAt' | 'closesAt' | 'endsAt'>, now: Millis): Phase {
  if (now < poll.opensAt) return 'planned';
  if (!isLate(now, poll)) return 'open';
  return now < poll.endsAt ? 'late' : 'over';
}
