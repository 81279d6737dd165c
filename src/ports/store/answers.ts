import type { Answer, Source } from '../../domain/answers/poll';
import type { Visibility } from '../../domain/answers/visibility';
import type { Choice, DayState } from '../../domain/answers/work-style';
import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** An answer to record. `choice` null: the answer for the day is taken back. */
export interface Vote {
  org: OrgId;
  person: PersonId;
  day: Day;
  choice: Choice | null;
  at: Millis;
  source: Source;
  /** The team it was given to; null: one that does not count the person. */
  team: TeamId | null;
  /**
   * What the person agrees to in that team by this answer, and counts under in its poll of the day, if there is one;
   * null: nothing.
   */
  agrees: Visibility | null;
}

/** `seq`: the entry's number in the history of all answers, ascending; `previous`: the answer it replaced. */
export interface Recorded {
  seq: number;
  previous: Choice | null;
  /** The instant of the answer that stands now: of the vote, or earlier where the same answer was given again. */
  at: Millis;
}

/** One entry in the history of answers. */
export interface Trace {
  seq: number;
  choice: Choice | null;
  at: Millis;
  source: Source;
}

/** How many people gave an answer for a day. */
export interface Plans {
  day: Day;
  style: DayState;
  people: number;
}

/** Answers, one per person and day, and their history. Every method throws a StoreError when the database fails. */
export interface AnswerStore {
  /**
   * Saves the answer and appends it to the history in one commit; resolves once the commit is durable. Calls of the
   * same few milliseconds share a commit. Throws a StoreError when the database fails; then nothing was recorded,
   * except that an `unavailable` one from a server leaves this unknown.
   */
  record(vote: Vote): Promise<Recorded>;
  get(org: OrgId, person: PersonId, day: Day): Promise<Answer | null>;
  /** The person's answers for the days from `from` to `until`, both included, by day. */
  list(org: OrgId, person: PersonId, from: Day, until: Day): Promise<Answer[]>;
  /** Everything the person ever answered for that day, oldest first, answers taken back included. */
  history(org: OrgId, person: PersonId, day: Day): Promise<Trace[]>;
  /** The answers for a day that has no poll yet of those on the team's roster who agreed to what it shows, by person. */
  planned(org: OrgId, team: TeamId, day: Day, shows: Visibility): Promise<Answer[]>;
  /** How many of the same people gave each answer for each of these days. */
  plans(org: OrgId, team: TeamId, days: readonly Day[], shows: Visibility): Promise<Plans[]>;
}
