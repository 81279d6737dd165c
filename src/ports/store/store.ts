import type { OrgId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';
import type { Clock } from '../clock';
import type { TokenBuckets } from '../rate-limiter';
import type { AnswerStore } from './answers';
import type { CampaignStore } from './campaigns';
import type { EditTurns } from './edits';
import type { Ledger } from './ledger';
import type { LinkStore } from './links';
import type { Memory } from './memory';
import type { PeopleStore } from './people';
import type { PollStore } from './polls';
import type { TeamStore } from './teams';

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
  tokenBuckets(clock: Clock): TokenBuckets;
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
