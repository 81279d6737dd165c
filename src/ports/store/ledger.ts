import type { OrgId, TeamId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';
import type { Post } from '../chat';

/** `trouble`: an administrator hears, once, that the team's place cannot be reached. */
export type TaskKind = 'announce' | 'open' | 'remind' | 'reminder' | 'close' | 'end' | 'report' | 'trouble';

/** Names one task for ever: it is done once. */
export interface TaskKey {
  org: OrgId;
  team: TeamId;
  kind: TaskKind;
  day: Day;
  /**
   * The lead of an announcement (`7`, `prev`, or `drill`), the person of a reminder (whose team is '': it is one a
   * day, whatever the teams), the campaign of a report, since when there is trouble; else ''.
   */
  subject: string;
}

/** The right to do a task now. `again`: an earlier attempt ended without an outcome. */
export interface Claim {
  attempt: number;
  again: boolean;
}

/** `unknown`: the platform may or may not have done it, and it is not repeated. */
export type Outcome =
  | { state: 'done'; post: Post | null }
  | { state: 'failed'; reason: string }
  | { state: 'unknown'; reason: string }
  | { state: 'skipped'; reason: string };

export interface LedgerEntry extends TaskKey {
  state: 'claimed' | 'waiting' | Outcome['state'];
  attempt: number;
  post: Post | null;
  reason: string | null;
  updatedAt: Millis;
  /** While waiting the time of the next attempt, while claimed the end of the lease: by the database's clock. */
  freeAt: Millis;
}

/**
 * What was done, by which attempt, with which outcome. The database elects: primary keys, leases, fencing. Its own
 * time decides when a lease runs out, whatever the clocks of the processes say.
 */
export interface Ledger {
  /** Null when the task is finished, or claimed by somebody whose lease runs, or waiting for its retry time. */
  claim(task: TaskKey, leaseMs: Millis): Promise<Claim | null>;
  /**
   * Records the outcome, unless a later attempt has taken over: then false. `at`: when, for people to read: by the
   * core's clock, which may be simulated; else the database's time.
   */
  finish(task: TaskKey, attempt: number, outcome: Outcome, at?: Millis): Promise<boolean>;
  /** Holds the task for longer: it takes its time, and whoever does it is alive. */
  renew(task: TaskKey, attempt: number, leaseMs: Millis): Promise<void>;
  /**
   * Written down before the platform is asked: should this attempt die from here on, the next one is told so. False:
   * a later attempt has taken over, and this one must not ask.
   */
  sending(task: TaskKey, attempt: number, leaseMs: Millis): Promise<boolean>;
  /**
   * Gives the task back, to be claimed again after the delay. `again`: it may have reached the platform; null: as
   * was written down by `sending`.
   */
  release(task: TaskKey, attempt: number, delayMs: Millis, again: boolean | null): Promise<void>;
  /**
   * Lets a task that is finished in one of these states be claimed again at once, as a new attempt. True for the one
   * caller who did it.
   */
  reopen(task: TaskKey, states: readonly Outcome['state'][], reason: string): Promise<boolean>;
  /** Tasks of a team and day, of one kind or of all. */
  list(org: OrgId, team: TeamId, day: Day, kind: TaskKind | null): Promise<LedgerEntry[]>;
  /**
   * Ends the leases a process that died left behind, and resolves with how many: none where other processes may
   * share the database, as a lease may be theirs; there it runs out by itself.
   */
  recover(): Promise<number>;
}
