import type { OrgId, TeamId } from '../domain/people/person';
import type { SettingDefaults } from '../domain/teams/settings';
import type { Team } from '../domain/teams/team';
import type { Day, Millis } from '../domain/time/calendar';
import type { Chat } from '../ports/chat';
import type { After, Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { Metrics } from '../ports/metrics';
import type { Present, StatusWords } from '../ports/present';
import type { AbsenceStore } from '../ports/store/absences';
import type { AgreementStore } from '../ports/store/agreements';
import type { AnswerStore } from '../ports/store/answers';
import type { ApiTokenStore } from '../ports/store/api-tokens';
import type { AuditStore } from '../ports/store/audit';
import type { BindingCodeStore } from '../ports/store/binding-codes';
import type { BookStore } from '../ports/store/books';
import type { CalendarStore } from '../ports/store/calendars';
import type { CampaignStore } from '../ports/store/campaigns';
import type { ChannelFailureStore } from '../ports/store/channel-failures';
import type { ContactStore } from '../ports/store/contacts';
import type { Database } from '../ports/store/database';
import type { EditTurns } from '../ports/store/edits';
import type { ActivityStore, EffectStore } from '../ports/store/effects';
import type { FeedStore } from '../ports/store/feeds';
import type { FollowStore } from '../ports/store/follows';
import type { Ledger } from '../ports/store/ledger';
import type { LinkStore } from '../ports/store/links';
import type { PeopleStore } from '../ports/store/people';
import type { PollStore } from '../ports/store/polls';
import type { PublicationStore } from '../ports/store/publications';
import type { RetentionStore } from '../ports/store/retention';
import type { RollUpStore } from '../ports/store/roll-ups';
import type { SafetyStore } from '../ports/store/safety';
import type { SilenceStore } from '../ports/store/silence';
import type { StatusStore } from '../ports/store/statuses';
import type { StructureStore } from '../ports/store/structures';
import type { SurveyStore } from '../ports/store/surveys';
import type { TeamStore } from '../ports/store/teams';
import type { WakeQueue } from '../ports/store/wake-queue';
import type { WebAccessStore } from '../ports/store/web-access';

/** What use cases read and write in the database; each takes the ports it uses. */
export interface Repositories extends Pick<Database, 'time' | 'clockWentBack'> {
  teams: TeamStore;
  wakeQueue: WakeQueue;
  people: PeopleStore;
  campaigns: CampaignStore;
  calendars: CalendarStore;
  structures: StructureStore;
  rollUps: RollUpStore;
  polls: PollStore;
  books: BookStore;
  answers: AnswerStore;
  agreements: AgreementStore;
  ledger: Ledger;
  links: LinkStore;
  edits: EditTurns;
  contacts: ContactStore;
  channelFailures: ChannelFailureStore;
  bindingCodes: BindingCodeStore;
  publications: PublicationStore;
  retention: RetentionStore;
  audit: AuditStore;
  effects: EffectStore;
  activity: ActivityStore;
  absences: AbsenceStore;
  safety: SafetyStore;
  surveys: SurveyStore;
  statuses: StatusStore;
  webAccess: WebAccessStore;
  follows: FollowStore;
  silence: SilenceStore;
  apiTokens: ApiTokenStore;
  feeds: FeedStore;
}

/** All ports: made once in main, replaced part by part in tests. A function names the `Ports` it takes. */
export interface Core extends Repositories {
  chat: Chat;
  present: Present;
  statusWords: StatusWords;
  clock: Clock;
  after: After;
  newId: () => string;
  log: Log;
  metrics: Metrics;
  /** For teams which have set nothing yet. */
  defaults: SettingDefaults;
  /** Whether channels of a second platform belong to the organisation, by the operator's setting. */
  isJoined: (org: OrgId) => boolean;
  /** Where people reach the pages, without a slash at the end; '': at the address they are at. Null: nowhere. */
  pagesAt: string | null;
  /** How long answers and the trail of administrators are kept. */
  retentionMonths: number;
  refresh: Refresh;
  /** Does what is due for the team now, without waiting for the next tick. */
  runDueNow: (team: Team) => Promise<unknown>;
}

export type PortName = keyof Core;

/** The ports of the core that a function takes, by their names. */
export type Ports<Name extends PortName> = Pick<Core, Name>;

/** Brings posted messages up to date with the store. */
export interface Refresh extends PollRefresh {
  /** Edits the announcements of coming days to what is true now. A failed edit is logged. */
  announcements(org: OrgId, days: readonly Day[]): Promise<void>;
}

/** Brings the messages of polls up to date, many changes in one edit. */
export interface PollRefresh {
  /** The poll's counts changed: its posts are edited soon. Never waits, never throws. */
  touch(org: OrgId, team: TeamId, day: Day): void;
  /** Sends what waits, and resolves when the platform has it or has refused it. */
  settle(): Promise<void>;
  /** Touches the polls whose last answers nobody has shown: everything after a start, then what others left. */
  catchUp(): Promise<void>;
}

/** How long changes gather before an edit. */
export const REFRESH_DELAY: Millis = 1_000;
