import type { CampaignId } from '../campaigns/campaign';
import type { OrgId, PersonId, TeamId } from '../people/person';
import { type Day, dayAt, type Millis, type Time, type Zone } from '../time/calendar';
import type { Window } from '../time/window';
import { type Choice, isSameChoice } from './work-style';

/** Where an answer came from. */
export type Source = 'button' | 'command' | 'form' | 'page' | 'plan' | 'default-week' | 'admin';

/** Why a day was declared at short notice; the reason may be empty. `real`: an emergency, else an exercise. */
export interface ShortNotice {
  reason: string;
  real?: true;
  /** It also asks whether people are safe: answers from this instant on count. */
  safetySince?: Millis;
}

/** One team on one day. Its key is (org, team, day); it keeps the settings that were in force when it opened. */
export interface Poll {
  org: OrgId;
  team: TeamId;
  day: Day;
  zone: Zone;
  window: Window;
  opensAt: Millis;
  /** The end of the window: later answers are late. */
  closesAt: Millis;
  /** The end of the local day: later answers are refused. */
  endsAt: Millis;
  /** When members without an answer are reminded; null: never. */
  remindAt: Millis | null;
  /** When an administrator asked to remind the silent at once; absent: none did. */
  remindNowAt?: Millis;
  campaign: CampaignId | null;
  core: boolean;
  /** A Telework Day declared at short notice. */
  drill: ShortNotice | null;
  /** Whether it shows answers by name; else counts only. Stamped when it opens, and said on it. */
  names: boolean;
  /** When it was put into the store, which is later than `opensAt` where it opened late. */
  openedAt: Millis;
  /** Since when the bot had not been running when it opened the poll late; null: it was running. */
  awaySince: Millis | null;
  /** The local end of the commuting peak, which is not the end of a window at short notice. */
  peakUntil: Time;
  /** 0: the day's first poll; each poll at short notice after it counts one more, and takes its place. */
  round: number;
}

/** A member's answer for a day. There is one for each member and day: the last one given. */
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

const MINUTE: Millis = 60_000;
/** A poll that opens so much after its time is told to be late. */
const LATE_OPENING: Millis = 5 * MINUTE;
/** The closing tally of a poll that opened after its window follows so long after the opening, within the day. */
const LATE_TALLY: Millis = 60 * MINUTE;

/** Whether a poll that is opened at `at` opens late. */
export function opensLate(at: Millis, { opensAt }: Pick<Poll, 'opensAt'>): boolean {
  return at >= opensAt + LATE_OPENING;
}

type Called = Pick<Poll, 'opensAt' | 'openedAt' | 'round' | 'drill'>;

/** Whether the poll was opened by a person, and not by the agenda of a day without one. */
function isCalled({ round, drill }: Called): boolean {
  return round > 0 || drill !== null;
}

/** The instant from which people could answer the poll: the beginning of its window, its late opening, or its call. */
export function askedFrom(poll: Called): Millis {
  return isCalled(poll) || opensLate(poll.openedAt, poll) ? poll.openedAt : poll.opensAt;
}

/** Which answers are responses to a poll: those given from these instants on, to either question. */
export interface Responses {
  /** Null: any answer of the day. */
  since: Millis | null;
  /** Null: the poll does not ask whether people are safe. */
  safetySince: Millis | null;
}

/** What counts as a response to the poll: after a drill, an emergency or a later poll of the day, what came after it. */
export function responsesTo(poll: Called): Responses {
  return { since: isCalled(poll) ? poll.openedAt : null, safetySince: poll.drill?.safetySince ?? null };
}

/** When the closing tally is due: at the end of the window; an hour after an opening that came even later. */
export function tallyDueAt({
  openedAt,
  closesAt,
  endsAt,
}: Pick<Poll, 'openedAt' | 'closesAt' | 'endsAt'>): Millis {
  return openedAt < closesAt ? closesAt : Math.min(openedAt + LATE_TALLY, endsAt);
}

type Span = Pick<Poll, 'opensAt' | 'closesAt' | 'endsAt'>;

/** The poll's phase at `now`. `late`: between the end of the window and of the local day answers are still taken. */
export function phaseOf(poll: Span, now: Millis): Phase {
  if (now < poll.opensAt) return 'planned';
  if (!isLate(now, poll)) return 'open';
  return now < poll.endsAt ? 'late' : 'over';
}

/** Whether the poll's local day is over at `now`: it takes no more answers, and keeps those it has. */
export function isOver(poll: Span, now: Millis): boolean {
  return phaseOf(poll, now) === 'over';
}

/**
 * The poll that an answer is judged by: the team's own, and once its day is over another one of the person that still
 * takes answers, in an open window first; null: there is none.
 */
export function pollTaking<P extends Span>(own: P | null, others: readonly P[], now: Millis): P | null {
  if (own && !isOver(own, now)) return own;
  const taking = others.filter((poll) => !isOver(poll, now));
  return taking.find((poll) => !isLate(now, poll)) ?? taking[0] ?? null;
}

/** A team of a person, with its zone and its poll of the day that is today there; null: it has none. */
export interface TeamToday {
  zone: Zone;
  poll: Span | null;
}

/**
 * The team of which a person speaks who does not name one, and is in teams of several zones: one with an open window,
 * in the person's own zone or else the first to close; then one in which it is the same day as where the person is, with
 * a poll first; then the first. Null: the person is in no team.
 */
export function teamMeant<T extends TeamToday>(teams: readonly T[], own: Zone | null, now: Millis): T | null {
  const open = teams.filter(({ poll }) => poll !== null && phaseOf(poll, now) === 'open');
  const [closing] = open.toSorted((a, b) => (a.poll?.closesAt ?? 0) - (b.poll?.closesAt ?? 0));
  const here = own === null ? teams : teams.filter(({ zone }) => dayAt(now, zone) === dayAt(now, own));
  return (
    open.find(({ zone }) => zone === own) ??
    closing ??
    here.find(({ poll }) => poll !== null) ??
    here[0] ??
    teams[0] ??
    null
  );
}

/** What a changed default week makes of today. `answered`: the person had answered themselves, and that stays. */
export interface UsualToday {
  day: Day;
  choice: Choice | null;
  answered: boolean;
}
