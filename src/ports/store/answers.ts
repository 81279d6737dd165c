import type { Answer, Source } from '../../domain/answers/poll';
import type { Choice } from '../../domain/answers/work-style';
import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** An answer to be recorded. `choice` null clears. */
export interface Vote {
  org: OrgId;
  person: PersonId;
  day: Day;
  choice: Choice | null;
  at: Millis;
  source: Source;
  /** Where it was given: the person joins this team's poll of the day, if there is one. */
  team: TeamId | null;
}

/** What recording did. `seq` numbers the history of all answers, ascending. */
export interface Recorded {
  seq: number;
  previous: Choice | null;
  /** The instant of the answer that stands now: of the vote, or earlier where the same answer was given again. */
  at: Millis;
}

/** One entry of the history of answers. */
export interface Trace {
  seq: number;
  choice: Choice | null;
  at: Millis;
  source: Source;
}

export interface AnswerStore {
  /**
   * Upserts the answer and appends to its history, in one commit; resolves once that is durable.
   * Calls of the same few milliseconds share a commit; none of them resolves when it fails.
   */
  record(vote: Vote): Promise<Recorded>;
  get(org: OrgId, person: PersonId, day: Day): Promise<Answer | null>;
  /** The person's answers on days in the closed span, by day. */
  list(org: OrgId, person: PersonId, from: Day, until: Day): Promise<Answer[]>;
  /** Every answer ever given for that day by that person, oldest first. */
  history(org: OrgId, person: PersonId, day: Day): Promise<Trace[]>;
  /** Answers by the team's roster for a day which has no poll yet. */
  planned(org: OrgId, team: TeamId, day: Day): Promise<Answer[]>;
}
