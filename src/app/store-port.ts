import type { Day, Millis } from '../domain/calendar';
import type { Campaign, CampaignId } from '../domain/campaign';
import type { Member, OrgId, Person, PersonId, Preferences, TeamId } from '../domain/people';
import type { Answer, Poll, Source } from '../domain/poll';
import type { Refusal } from '../domain/refusal';
import type { Team } from '../domain/settings';
import type { TallyGroup } from '../domain/tally';
import type { Choice, WorkStyle } from '../domain/work-style';
import type { LinkStore } from './joined/link-store';
import type { Clock, Place, Post } from './ports';

export type { LinkStore } from './joined/link-store';

// ------------------------------------------------------------------------------------------------- core -> store

/** The store: everything that must outlive the process. Each method commits before it resolves. */
export interface Store {
  teams: TeamStore;
  people: PeopleStore;
  campaigns: CampaignStore;
  polls: PollStore;
  answers: AnswerStore;
  ledger: Ledger;
  links: LinkStore;
  /** What a chat adapter keeps beside the core's data; `owner` is its name. */
  memory(owner: string): Memory;
  /** Shared, and by the database's time, where several processes use the database; else in memory, by this clock. */
  lanes(clock: Clock): Lanes;
  edits: EditTurns;
  /** The connections of this process to its database server; null: it has no server. */
  connections(): Connections | null;
  /** Whether the database answers, for readiness; throws the database's fault. */
  ping(): Promise<void>;
  /** The database's own time, by which leases run out: the one clock that all processes on it share. */
  time(): Promise<Millis>;
  /** The database's time was set back: ends what would now last far longer than it was meant to, as waits and leases. */
  clockWentBack(): Promise<void>;
  /**
   * Erases everything of one organisation, or only counts it: all or nothing, its members' past answers too.
   * `remains`: what adapters keep of it beside the core's data.
   */
  eraseOrg(org: OrgId, remains: OrgRemains, what: 'erase' | 'count'): Promise<Erased>;
  /** Commits what is waiting, then closes. */
  close(): Promise<void>;
}

/** Rows by table. */
export type Erased = Record<string, number>;

/** What stands under an organisation's name elsewhere. `all`: whatever begins so, else what is called so. */
export interface OrgRemains {
  memories: readonly { owner: string; key: string; all: boolean }[];
  lanes: readonly { key: string; all: boolean }[];
}

/** `waiting`: queries for which there is none. */
export interface Connections {
  open: number;
  idle: number;
  waiting: number;
}

export interface TeamStore {
  /** Inserts or replaces; the team is looked at again at the next tick. */
  save(team: Team): Promise<void>;
  /** Inserts the team unless its place has one already; resolves with the team the place has now. */
  create(team: Team): Promise<Team>;
  /**
   * Changes the team as it is now: reading and saving are one transaction, so that nothing saved meanwhile is
   * lost. `apply` is pure; null from it writes nothing. Resolves with what was saved; null: nothing, or no such team.
   */
  change(org: OrgId, team: TeamId, apply: (team: Team) => Team | null): Promise<Team | null>;
  get(org: OrgId, team: TeamId): Promise<Team | null>;
  at(org: OrgId, place: Place): Promise<Team | null>;
  list(org: OrgId): Promise<Team[]>;
  /**
   * Makes the place the team's second one. A team that was there is removed, and its roster joins: past polls stay.
   * Null: no such team.
   */
  bind(org: OrgId, team: TeamId, place: Place): Promise<Team | null>;
  remove(org: OrgId, team: TeamId): Promise<void>;
  /**
   * Teams whose next task is due, the organisations taking turns, the earliest first. They are the caller's to look
   * at: nobody else is given them until `sleep`, or until a minute has passed. Costs what is handed out, not what is
   * due or exists; so of many hundreds of organisations behind one with a long queue only some have their turn each time.
   */
  due(now: Millis, limit: number): Promise<Team[]>;
  /** How many teams have something due now, whoever looks at them: counted up to the limit. */
  countDue(now: Millis, limit: number): Promise<number>;
  /**
   * Ends the look, and says when the team must be looked at next. A wake-up set meanwhile by `wake` or `save` that is
   * earlier wins.
   */
  sleep(org: OrgId, team: TeamId, wakeAt: Millis, lookedAt: Millis): Promise<void>;
  /** Looks at every team of the organisation (of all, when null) again: campaigns or the clock changed. */
  wake(org: OrgId | null): Promise<void>;
  /** Whether teams of more than one organisation are served. */
  several(): Promise<boolean>;
  /** The earliest wake-up of all, or null when no team has one. */
  nextWake(): Promise<Millis | null>;
}

export interface PeopleStore {
  /** Inserts or updates profiles; preferences stay. */
  save(org: OrgId, persons: readonly Person[]): Promise<void>;
  get(org: OrgId, person: PersonId): Promise<Member | null>;
  /** Changes the preferences as they are now, in one transaction, and resolves with the new ones. `apply` is pure. */
  changePreferences(
    org: OrgId,
    person: PersonId,
    apply: (preferences: Preferences) => Preferences,
  ): Promise<Preferences>;
  /** Makes the roster exactly these persons. */
  setRoster(org: OrgId, team: TeamId, persons: readonly Person[]): Promise<void>;
  join(org: OrgId, team: TeamId, person: PersonId): Promise<void>;
  leave(org: OrgId, team: TeamId, person: PersonId): Promise<void>;
  roster(org: OrgId, team: TeamId): Promise<Member[]>;
  teamsOf(org: OrgId, person: PersonId): Promise<TeamId[]>;
  /**
   * Deletes profile, preferences, history, and answers from `today` on; past answers stay under a random
   * pseudonym, so that published tallies stay true.
   */
  forget(org: OrgId, person: PersonId, today: Day): Promise<void>;
}

export interface CampaignStore {
  /** Inserts or replaces; every team of the organisation is looked at again. */
  save(campaign: Campaign): Promise<void>;
  /**
   * Changes the campaign as it is now, in one transaction, and resolves with what was saved. `apply` is pure; a
   * refusal from it writes nothing and is handed back. Null: no such campaign.
   */
  change(
    org: OrgId,
    campaign: CampaignId,
    apply: (campaign: Campaign) => Campaign | Refusal,
  ): Promise<Campaign | Refusal | null>;
  get(org: OrgId, campaign: CampaignId): Promise<Campaign | null>;
  list(org: OrgId): Promise<Campaign[]>;
}

/** One member of a poll when it opens. */
export interface PollMember {
  person: PersonId;
  /** False: not scheduled that day, outside the denominator. */
  scheduled: boolean;
  /** The answer their default week gives, recorded unless they have answered for the day. */
  usual: Choice | null;
}

export interface PollStore {
  /**
   * Opens the poll with its roster and the default weeks' answers, in one transaction. A poll that exists
   * already stays as it is, and is returned.
   */
  open(poll: Poll, members: readonly PollMember[], now: Millis): Promise<Poll>;
  get(org: OrgId, team: TeamId, day: Day): Promise<Poll | null>;
  /** Makes a poll that exists that of a drill. */
  declareDrill(org: OrgId, team: TeamId, day: Day, reason: string): Promise<void>;
  /** Polls of the team on days in the closed span, by day. */
  list(org: OrgId, team: TeamId, from: Day, until: Day): Promise<Poll[]>;
  /** The poll of the team's last Telework Day before the day, drills included; plain workdays are passed over. */
  previous(org: OrgId, team: TeamId, before: Day): Promise<Poll | null>;
  /** All polls whose local day has not ended: to bring their messages up to date after a start. */
  unfinished(now: Millis): Promise<Poll[]>;
  /** The polls of the day that list the person, scheduled or not. */
  of(org: OrgId, person: PersonId, day: Day): Promise<Poll[]>;
  /** Scheduled members, then answers grouped by style, arrival and lateness (`at >= lateFrom`). */
  count(
    org: OrgId,
    team: TeamId,
    day: Day,
    lateFrom: Millis,
  ): Promise<{ members: number; groups: TallyGroup[] }>;
  /** The instants of the members' first answers. */
  firstAnswers(org: OrgId, team: TeamId, day: Day): Promise<Millis[]>;
  /** Members of the poll with their answers, by name: for `who`, which shows people. */
  members(
    org: OrgId,
    team: TeamId,
    day: Day,
  ): Promise<{ member: Member; scheduled: boolean; answer: Answer | null }[]>;
  /** Scheduled members without an answer. */
  silent(org: OrgId, team: TeamId, day: Day): Promise<Member[]>;
  /** Over the polls of the team on these days: distinct members who teleworked, and telework answers. */
  reach(org: OrgId, team: TeamId, days: readonly Day[]): Promise<{ people: number; personDays: number }>;
  /**
   * Over all polls of the organisation on these days: distinct members who teleworked, and answers by style. Who is
   * in two teams counts once a day.
   */
  totals(org: OrgId, days: readonly Day[]): Promise<{ people: number; byStyle: Record<WorkStyle, number> }>;
}

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

/**
 * What an adapter must remember beyond its process: installations, addresses, what it has received already. Keys and
 * values are its own. `until`: when it is forgotten (epoch ms, by the database's time); null: never.
 */
export interface Memory {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, until: Millis | null): Promise<void>;
  /** Puts it unless the key is there; true for the one caller, among all processes, whose value it is. */
  claim(key: string, value: string, until: Millis): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Entries whose key begins with the prefix, by key. */
  list(prefix: string): Promise<{ key: string; value: string }[]>;
}

// -------------------------------------------------------------------------------------------------------- lanes

/** How fast calls go: `burst` at once, then one every `everyMs`. */
export interface Rate {
  burst: number;
  everyMs: Millis;
  /** How many calls of a burst are left to the urgent; unless told, a fifth, and ten at most. */
  reserve?: number;
}

/** Calls that want to go: those which somebody waits for in front of a screen, and the others. */
export interface Wanted {
  urgent: number;
  other: number;
}

export interface Grant {
  /** How many of the calls go now, the urgent ones first. */
  granted: number;
  /** How long until the lane is full again, if nothing more goes. */
  debtMs: Millis;
}

/**
 * The limits of chat platforms, as lanes of calls; a name and its rate belong together. What is not urgent leaves a
 * share of the burst to what is.
 */
export interface Lanes {
  /** Lets as many of the wanted calls go as the lane has room for. */
  take(name: string, rate: Rate, wanted: Wanted): Promise<Grant>;
  /** Nothing goes for so long: the platform said so. Then it begins slowly. */
  pause(name: string, rate: Rate, ms: Millis): Promise<void>;
}

// -------------------------------------------------------------------------------------------------------- edits

/** One poll, whose messages are edited as its answers come in. */
export interface PollKey {
  org: OrgId;
  team: TeamId;
  day: Day;
}

/**
 * `shown`: an edit that began after the one named is done. `taken`: another is under way, or its rest; `latest` is
 * its number, and it may end after `waitMs`.
 */
export type EditTurn =
  | { is: 'yours'; edit: number }
  | { is: 'shown' }
  | { is: 'taken'; latest: number; waitMs: Millis };

/** Who edits a poll's messages: one at a time, among all processes on the database. */
export interface EditTurns {
  /**
   * Begins an edit that may take as long as the lease. `shown`: the latest edit at the time of the change, if that is
   * known: a later one has shown it.
   */
  begin(poll: PollKey, leaseMs: Millis, shown: number | null): Promise<EditTurn>;
  /**
   * Ends it; the next one begins after the rest. False: the lease ran out and another began meanwhile, whose later
   * state may have been overwritten.
   */
  end(poll: PollKey, edit: number, done: boolean, restMs: Millis): Promise<boolean>;
  /**
   * Unfinished polls with answers that no edit has shown, among the history after the one number and up to the other
   * (null: all of it). `latest`: the last number of all.
   */
  unseen(now: Millis, after: number, until: number | null): Promise<{ polls: PollKey[]; latest: number }>;
}

// ------------------------------------------------------------------------------------------------------- ledger

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
