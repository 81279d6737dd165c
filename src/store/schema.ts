import type { Generated, Kysely, Transaction } from 'kysely';
import type { Source } from '../domain/answers/poll';
import type { DayState } from '../domain/answers/work-style';
import type { Locale, OrgId, PersonId, PersonKind, TeamId } from '../domain/people/person';
import type { Sharing, Team } from '../domain/teams/team';
import type { Day, Millis, Time, Zone } from '../domain/time/calendar';
import type { LedgerEntry, TaskKind } from '../ports/store/ledger';
import type { AccessTables } from './access-tables';
import type {
  AgreementTable,
  AuditTable,
  BookVersionTable,
  CampaignPeopleTable,
  DayBookTable,
  ForgottenTable,
  PollBookTable,
} from './kept-tables';
import type { CalendarTable, MemoryTable, StructureTable } from './kept-values';
import type { IdentityTable, LinkTable } from './link-tables';
import type { MeasuredTables } from './measured-tables';
import type { PublishedTables } from './published-tables';
import type { SafetyTables } from './safety-tables';
import type {
  AbsenceTable,
  AliveTable,
  BindingCodeTable,
  ChannelFailureTable,
  ContactTable,
} from './service-tables';
import type { FollowTable, StatusTable } from './status-table';
import type { SurveyTables } from './survey-tables';

/* The tables of both databases. Flags are 0 or 1, instants epoch milliseconds, `Json` is text. */

export type Flag = 0 | 1;
type Json = string;

export interface TeamTable {
  org: OrgId;
  id: TeamId;
  place: string;
  name: string;
  settings: Json;
  trouble: Team['trouble'];
  /** The second place, and its trouble. */
  also_at: string | null;
  also_trouble: Team['trouble'];
  sharing: Sharing['state'] | null;
  shared_since: Millis | null;
  /** The next wake-up time; 0: at once, null: never. */
  wake_at: Millis | null;
  /** Counts wake-ups, so that a sleep can tell whether one arrived during its check. */
  wakes: number;
  woken_at: Millis;
  /** The end of the lease of the process that checks the team, by the database's time; 0: not leased. */
  looked_until: Generated<Millis>;
}

export interface PersonTable {
  org: OrgId;
  id: PersonId;
  name: string;
  locale: Locale | null;
  time_zone: Zone | null;
  kind: PersonKind;
  handle: string | null;
  /** When the profile was saved last, by the core's clock; 0: before this was kept. */
  seen_at: Generated<Millis>;
}

export interface PreferenceTable {
  org: OrgId;
  person: PersonId;
  language: Locale | null;
  remind: Flag;
  ask_privately: Generated<Flag>;
  week: Json;
}

interface RosterTable {
  org: OrgId;
  team: TeamId;
  person: PersonId;
}

export interface CampaignTable {
  org: OrgId;
  id: string;
  name: string;
  days: Json;
  target: number | null;
  ended: Flag;
  terms: Json | null;
  earlier: Json | null;
}

export interface AnswerTable {
  org: OrgId;
  day: Day;
  person: PersonId;
  style: DayState;
  arrival: Time | null;
  at: Millis;
  first_at: Millis;
  source: Source;
}

interface HistoryTable {
  seq: Generated<number>;
  org: OrgId;
  day: Day;
  person: PersonId;
  /** Null: the answer was taken back. */
  style: DayState | null;
  arrival: Time | null;
  at: Millis;
  source: Source;
}

export interface PollTable {
  org: OrgId;
  team: TeamId;
  day: Day;
  zone: Zone;
  window_from: Time;
  window_until: Time;
  opens_at: Millis;
  closes_at: Millis;
  ends_at: Millis;
  remind_at: Millis | null;
  /** When an administrator asked to remind the silent at once. */
  remind_now_at: Millis | null;
  campaign: string | null;
  core: Flag;
  /** The drill's reason, which may be empty; null: not a drill. */
  drill: string | null;
  /** Whether answers are shown by name. */
  names: Flag;
  opened_at: Millis;
  /** Since when the bot had not been running when it opened the poll late; null: it was running. */
  away_since: Millis | null;
  /** Counts the polls of a day: 0, and one more for each at short notice after it. */
  round: number;
  /** With `drill`: it is real, and no drill. */
  emergency: Flag;
  /** From when on safety answers count; null: it does not ask. */
  safety_since: Millis | null;
  peak_until: Time;
  /** 1: it has a book; 2: the organisation's day has one, too. */
  booked: Generated<number>;
}

interface PollMemberTable {
  org: OrgId;
  team: TeamId;
  day: Day;
  person: PersonId;
  /** A member who is not scheduled counts only while they have an answer. */
  scheduled: Flag;
  /** The person agreed to what the poll shows, or to more, and counts in it. */
  here: Flag;
}

export interface TaskTable {
  org: OrgId;
  team: TeamId;
  day: Day;
  kind: TaskKind;
  /** What `task-key.ts` makes of the rest of the key. */
  subject: string;
  state: LedgerEntry['state'];
  attempt: number;
  again: Flag;
  /** While claimed, the end of the lease; while waiting, the time of the next attempt. */
  free_at: Millis;
  post: string | null;
  /** A mark of what the post shows; null: not known. */
  shown: string | null;
  reason: string | null;
  updated_at: Millis;
  /** Posts before the task was opened again: `time:attempt`, with commas in between. */
  earlier: string | null;
}

interface LaneTable {
  name: string;
  /** When the lane will be full again, by the database's time. */
  full_at: number;
  /** How many calls the last question let go. */
  granted: number;
}

interface EditTable {
  org: OrgId;
  team: TeamId;
  day: Day;
  /** The number of the latest edit. */
  number: number;
  /** The last edit that ended, and the last one that succeeded. */
  ended: number;
  done: number;
  /** When the next edit may begin: the end of the lease, or of the pause. */
  free_at: Millis;
  /** The last history entry when the latest edit began, and when the last successful one did. */
  read: number;
  seen: number;
}

export interface Schema extends AccessTables, PublishedTables, SafetyTables, MeasuredTables, SurveyTables {
  teams: TeamTable;
  calendars: CalendarTable;
  structures: StructureTable;
  people: PersonTable;
  preferences: PreferenceTable;
  rosters: RosterTable;
  campaigns: CampaignTable;
  answers: AnswerTable;
  answer_history: HistoryTable;
  polls: PollTable;
  poll_members: PollMemberTable;
  agreements: AgreementTable;
  tasks: TaskTable;
  memories: MemoryTable;
  lanes: LaneTable;
  edits: EditTable;
  identities: IdentityTable;
  links: LinkTable;
  contacts: ContactTable;
  channel_failures: ChannelFailureTable;
  binding_codes: BindingCodeTable;
  forgotten: ForgottenTable;
  poll_books: PollBookTable;
  day_books: DayBookTable;
  campaign_people: CampaignPeopleTable;
  book_versions: BookVersionTable;
  audit: AuditTable;
  alive: AliveTable;
  absences: AbsenceTable;
  statuses: StatusTable;
  follows: FollowTable;
}

export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;

export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}
