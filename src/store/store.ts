import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import { createTokenBuckets } from '../limits/token-bucket';
import type { Clock } from '../ports/clock';
import { type Metrics, measure, silentMetrics } from '../ports/metrics';
import type { TokenBuckets } from '../ports/rate-limiter';
import type { AbsenceStore } from '../ports/store/absences';
import type { AgreementStore } from '../ports/store/agreements';
import type { AnswerStore, Recorded, Vote } from '../ports/store/answers';
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
import type { Erasure } from '../ports/store/erasure';
import type { FeedStore } from '../ports/store/feeds';
import type { FollowStore } from '../ports/store/follows';
import type { Ledger } from '../ports/store/ledger';
import type { LinkStore } from '../ports/store/links';
import type { Memory } from '../ports/store/memory';
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
import { createAbsences } from './absences';
import { createActivity } from './activity';
import { createAgreements } from './agreements';
import { createAnswers } from './answers';
import { createApiTokens } from './api-tokens';
import { createAudit } from './audit';
import type { Backend } from './backend';
import { createBatcher } from './batcher';
import { createBindingCodes } from './binding-codes';
import { createBooks } from './books';
import { createCalendars } from './calendars';
import { createCampaigns } from './campaigns';
import { createChannelFailures } from './channel-failures';
import { clockWentBack } from './clock-went-back';
import { createContacts } from './contacts';
import { createOwnEdits, createSharedEdits } from './edits';
import { createEffects } from './effects';
import { eraseOrg } from './erase';
import { createFeeds } from './feeds';
import { createFollows } from './follows';
import { createLedger } from './ledger';
import { createLinks } from './links';
import { createMemory } from './memory';
import { createPeople } from './people';
import { createPolls } from './polls';
import { createPublications } from './publications';
import { createRetention } from './retention';
import { createRollUps } from './roll-ups';
import { createSafety } from './safety';
import { createSilence } from './silence';
import { createStatuses } from './statuses';
import { createStructures } from './structures';
import { createSurveys } from './surveys';
import { createTeams } from './teams';
import { createSharedTokenBuckets } from './token-buckets';
import { createWakeQueue } from './wake-queue';
import { createWebAccess } from './web-access';
import { watchWriting } from './writable';

/** Votes per commit: enough to share its cost, few enough not to delay other queries. */
const VOTES_PER_COMMIT = 512;

/**
 * All repositories of one database, which main hands out: code elsewhere takes the ports it uses. Each method commits
 * before it resolves.
 */
export interface Store extends Database, Erasure {
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
  /** What one chat adapter keeps outside the core's tables; `owner` is the adapter's name. */
  memory(owner: string): Memory;
  /** Shared, by the database's time, where several processes use the database; otherwise in memory, by this clock. */
  tokenBuckets(clock: Clock): TokenBuckets;
}

/** The store over an open database. `clock`: the process's own, by which teams are woken. */
export function createStore(backend: Backend, clock: () => Millis, metrics = silentMetrics): Store {
  const { db, now } = backend;
  const writable = watchWriting(backend);
  const votes = createBatcher(writable.watch(measured(backend, metrics)), VOTES_PER_COMMIT);
  return {
    teams: createTeams(backend, clock),
    wakeQueue: createWakeQueue(backend, clock),
    people: createPeople(backend, clock, randomUUID),
    campaigns: createCampaigns(backend, clock),
    calendars: createCalendars(backend, clock),
    structures: createStructures(backend, clock),
    rollUps: createRollUps(backend),
    polls: createPolls(backend),
    books: createBooks(backend),
    answers: createAnswers(backend, votes),
    agreements: createAgreements(backend),
    ledger: createLedger(backend),
    links: createLinks(backend),
    contacts: createContacts(backend),
    channelFailures: createChannelFailures(backend),
    bindingCodes: createBindingCodes(backend),
    retention: createRetention(backend, clock),
    audit: createAudit(backend),
    effects: createEffects(backend),
    activity: createActivity(backend),
    absences: createAbsences(backend),
    safety: createSafety(backend, clock),
    surveys: createSurveys(backend),
    statuses: createStatuses(backend),
    follows: createFollows(backend),
    ...createAccess(backend),
    silence: createSilence(backend),
    publications: createPublications(backend),
    memory: (owner) => createMemory(backend, owner),
    tokenBuckets: (process) =>
      backend.alone ? createTokenBuckets(process) : createSharedTokenBuckets(backend),
    edits: backend.alone ? createOwnEdits(backend) : createSharedEdits(backend),
    connections: backend.connections,
    async ping() {
      await db.selectFrom('teams').select('org').limit(1).execute();
      await backend.mayWrite();
      await writable.check();
    },
    async time() {
      const { rows } = await sql<{ now: Millis }>`select ${now()} as now`.execute(db);
      return rows[0]?.now ?? 0;
    },
    clockWentBack: () => clockWentBack(backend),
    eraseOrg: (...erased) => eraseOrg(backend, ...erased),
    async close() {
      await votes.close();
      await backend.close();
    },
  };
}

function measured({ recordVotes }: Backend, metrics: Metrics) {
  return (votes: readonly Vote[]): Promise<Recorded[]> => {
    const end = metrics.begin('commit', { votes: votes.length });
    return measure(
      end,
      () => recordVotes(votes),
      'done',
      () => 'fault',
    );
  };
}

/** How people and their programs reach the pages, the API and calendars. */
function createAccess(backend: Backend): Pick<Store, 'webAccess' | 'apiTokens' | 'feeds'> {
  return {
    webAccess: createWebAccess(backend),
    apiTokens: createApiTokens(backend),
    feeds: createFeeds(backend),
  };
}
