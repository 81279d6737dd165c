import type { PlannedWork } from '../../domain/agenda';
import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { ChannelSlot } from '../../domain/teams/channels';
import type { Day, Millis } from '../../domain/time/calendar';
import type { Post } from '../chat';

/**
 * What is done once a day for a team, or once for a person. `drill` and `emergency`: the notice of a day declared at
 * short notice; `reminder`: one person's, while `remind` is the task that sends a team's, and so `follow-up-reminder` and `private-poll`; `trouble`: the notice to a
 * team's contact that a channel cannot be reached, since `since` (epoch ms); `sharing`: that other organisations see it.
 */
export type LedgerWork =
  | PlannedWork
  | { kind: 'announce'; lead: 'drill' | 'emergency' }
  /** `round`: the day's poll that it is sent for, so that its post is another one; the task is the same. */
  | { kind: 'reminder'; person: PersonId; round?: number }
  | { kind: 'survey-question'; person: PersonId }
  /** The poll's question, put to a person in private: once a day, as a reminder. */
  | { kind: 'private-poll'; person: PersonId }
  | { kind: 'follow-up-reminder'; person: PersonId; round: number }
  | { kind: 'trouble'; since: Millis }
  | { kind: 'sharing'; since: Millis };

export type TaskKind = LedgerWork['kind'];

/** Notices to a team's contact. */
export const TO_CONTACT = [
  'trouble',
  'sharing',
  'missed',
  'digest-lead',
  'office-bounds',
] as const satisfies readonly TaskKind[];

/** Names one task for ever: it is done once. */
export type TaskKey = LedgerWork & {
  org: OrgId;
  /** `ANY_TEAM` for a reminder. */
  team: TeamId;
  day: Day;
  channel: ChannelSlot;
};

/** The team of reminders: a person has one a day, whatever their teams. */
export const ANY_TEAM: TeamId = '';

/** The right to do a task now. */
export interface Claim {
  /** Counts from 1. */
  attempt: number;
  /** Whether an earlier attempt may have reached the platform. */
  mayHaveBeenSent: boolean;
  /** The id of the task's post, for a `PostKey`: the same for every attempt. It says nothing of what the task is. */
  postId: string;
}

/** `unknown`: the platform may or may not have done it, and it is not repeated. */
export type Outcome =
  /** `shown`: a mark of what the post shows; absent: not known. */
  | { state: 'done'; post: Post | null; shown?: string }
  | { state: 'failed'; reason: string }
  | { state: 'unknown'; reason: string }
  | { state: 'skipped'; reason: string };

/** A task as the ledger has it. */
export type LedgerEntry = TaskKey & {
  state: 'claimed' | 'waiting' | Outcome['state'];
  attempt: number;
  post: Post | null;
  /** A mark of what the post shows; null: not known. */
  shown: string | null;
  reason: string | null;
  /** Epoch ms. */
  updatedAt: Millis;
  /** While waiting the time of the next attempt, while claimed the end of the lease: by the database's clock. */
  freeAt: Millis;
  /** What the task had posted before it was opened again: when, and by which attempt; the first one first. */
  earlier: readonly { at: Millis; attempt: number }[];
};

export type AnnouncementEntry = Extract<LedgerEntry, { kind: 'announce' }> & { post: Post };

export type ReminderEntry = Extract<LedgerEntry, { kind: 'reminder' }>;

export type PrivatePollEntry = Extract<LedgerEntry, { kind: 'private-poll' }>;

/**
 * What was done, by which attempt, with which outcome. The database elects: primary keys, leases, fencing. Its own
 * time decides when a lease runs out, whatever the clocks of the processes say. Every method throws a StoreError
 * while the database is away.
 */
export interface Ledger {
  /**
   * Null when the task is finished, claimed under a lease that runs, or waiting for its retry time. One that was
   * withdrawn is claimed again: its caller found it due.
   */
  claim(task: TaskKey, leaseMs: Millis): Promise<Claim | null>;
  /**
   * Records the outcome. False: a later attempt has taken over, and nothing was recorded. `at`: when, for people to
   * read: by the core's clock, which may be simulated; without it the database's time.
   */
  finish(task: TaskKey, attempt: number, outcome: Outcome, at?: Millis): Promise<boolean>;
  /** Extends the lease to `leaseMs` from now. Does nothing once a later attempt has taken over. */
  renew(task: TaskKey, attempt: number, leaseMs: Millis): Promise<void>;
  /**
   * Notes that the platform may be asked from here on, and extends the lease: if this attempt dies, the next one is
   * claimed with `mayHaveBeenSent`. False: a later attempt has taken over, and this one must not ask.
   */
  sending(task: TaskKey, attempt: number, leaseMs: Millis): Promise<boolean>;
  /** Gives the task back, to be claimed again after the delay. Does nothing once a later attempt has taken over. */
  release(task: TaskKey, attempt: number, delayMs: Millis, mayHaveBeenSent: boolean): Promise<void>;
  /** Notes that a person deleted the task's message at this address; does nothing where it has another one by now. */
  postLost(task: TaskKey, post: Post): Promise<void>;
  /** Notes what the task's message at this address shows; null: an edit is under way. */
  noteShown(task: TaskKey, post: Post, shown: string | null): Promise<void>;
  /** Notes a new task that can be claimed after the delay. False: the ledger has it already, and nothing was changed. */
  schedule(task: TaskKey, delayMs: Millis): Promise<boolean>;
  /** Lets every waiting task of the team be claimed at once. */
  hurry(org: OrgId, team: TeamId): Promise<void>;
  /**
   * Lets a task that is finished in one of these states be claimed again at once, as a new attempt. True for the one
   * caller who did it.
   */
  reopen(task: TaskKey, states: readonly Outcome['state'][], reason: string): Promise<boolean>;
  /**
   * Some tasks of the team that are not finished, of the earliest days first; `before`: of days before it alone; null: of
   * any day.
   */
  open(org: OrgId, team: TeamId, before: Day | null): Promise<LedgerEntry[]>;
  /**
   * Ends a task that nothing will do any more, unless it is claimed under a lease that runs: `skipped`, with the reason,
   * or `unknown` where an attempt may have reached the platform. `at`: as in `finish`.
   */
  drop(task: TaskKey, reason: string, at: Millis): Promise<void>;
  /** The messages that announce days from `from` on in the team, those of the earliest days first. */
  announcements(org: OrgId, team: TeamId, from: Day): Promise<AnnouncementEntry[]>;
  /** Which tasks of the team, of days from `from` on, are finished, so that no claim of theirs can succeed. */
  ended(org: OrgId, team: TeamId, from: Day): Promise<TaskKey[]>;
  /** Tasks of a team and day, of one kind or of all. */
  list(org: OrgId, team: TeamId, day: Day, kind: TaskKind | null): Promise<LedgerEntry[]>;
  /** Whether the task was ever claimed, and is kept. */
  isKnown(task: TaskKey): Promise<boolean>;
  /** The reminders of those whom the team's poll of the day lists. */
  reminders(org: OrgId, team: TeamId, day: Day): Promise<ReminderEntry[]>;
  /** The same of the questions that were put to them in private. */
  privatePolls(org: OrgId, team: TeamId, day: Day): Promise<PrivatePollEntry[]>;
  /**
   * Ends the leases a process that died left behind, and resolves with how many: none where other processes may
   * share the database, as a lease may be theirs; there it runs out by itself.
   */
  recover(): Promise<number>;
}
