import { absenceContract } from './store/absences';
import { adoptContract } from './store/adopt';
import { answerContract, batchContract } from './store/answers';
import { apiTokenContract } from './store/api-tokens';
import { auditContract } from './store/audit';
import { bookContract } from './store/books';
import { calendarContract } from './store/calendars';
import { campaignContract } from './store/campaigns';
import { concurrencyContract } from './store/concurrency';
import { bindingCodeContract, channelFailureContract, contactContract } from './store/contacts';
import { editContract } from './store/edits';
import { activityContract, effectContract } from './store/effects';
import { eraseContract } from './store/erase';
import { feedContract } from './store/feeds';
import { followContract } from './store/follows';
import { forgetContract } from './store/forget';
import { type Factory, ORG, useStore } from './store/harness';
import { ledgerContract } from './store/ledger';
import { linkContract } from './store/links';
import { memoryContract } from './store/memory';
import { modelContract } from './store/model';
import { peopleContract } from './store/people';
import { pollContract } from './store/polls';
import { publicationContract } from './store/publications';
import { retentionContract } from './store/retention';
import { rollUpContract } from './store/roll-ups';
import { safetyContract } from './store/safety';
import { silenceContract } from './store/silence';
import { statusContract } from './store/statuses';
import { surveyContract } from './store/surveys';
import { tallyContract } from './store/tallies';
import { teamContract } from './store/teams';
import { wakeQueueContract } from './store/wake-queue';
import { webAccessContract } from './store/web-access';

export type { Factory } from './store/harness';

/** What every store must do, on whichever database. The factory gives a fresh, empty one for each test. */
export function describeStore(name: string, factory: Factory): void {
  describe(`store on ${name}`, () => {
    describe('readiness', () => {
      const bench = useStore(factory);
      test('answers, empty as it is', async () => {
        await bench.store.ping();
        expect(await bench.store.teams.list(ORG)).toEqual([]);
      });
      test('says how many connections it has, where there is a server', async () => {
        await bench.store.ping();
        const some = { open: expect.any(Number), idle: expect.any(Number), waiting: 0 };
        expect(bench.store.connections()).toEqual(bench.alone ? null : some);
      });
      test('has a time of its own, which does not go back', async () => {
        const first = await bench.store.time();
        expect(first).toBeGreaterThan(Date.UTC(2018, 0, 1));
        expect(await bench.store.time()).toBeGreaterThanOrEqual(first);
      });
    });
    describe('teams', () => teamContract(factory));
    describe('wake queue', () => wakeQueueContract(factory));
    describe('campaigns', () => campaignContract(factory));
    describe('calendars', () => calendarContract(factory));
    describe('roll-ups', () => rollUpContract(factory));
    describe('people', () => peopleContract(factory));
    describe('forgetting', () => forgetContract(factory));
    describe('the record of administrators', () => auditContract(factory));
    describe('retention', () => retentionContract(factory));
    describe('polls', () => pollContract(factory));
    describe('books', () => bookContract(factory));
    describe('tallies', () => tallyContract(factory));
    describe('answers', () => answerContract(factory));
    describe('votes of the same moment', () => batchContract(factory));
    describe('a naive model', () => modelContract(factory));
    describe('edits', () => editContract(factory));
    describe('ledger', () => ledgerContract(factory));
    describe('links', () => linkContract(factory));
    describe('an organisation that becomes part of another', () => adoptContract(factory));
    describe('absences', () => absenceContract(factory));
    describe('contacts', () => contactContract(factory));
    describe('access to the pages', () => webAccessContract(factory));
    describe('calendars', () => feedContract(factory));
    describe('tokens for programs', () => apiTokenContract(factory));
    describe('silence', () => silenceContract(factory));
    describe('safety', () => safetyContract(factory));
    describe('surveys', () => surveyContract(factory));
    describe('statuses', () => statusContract(factory));
    describe('follows', () => followContract(factory));
    describe('channel failures', () => channelFailureContract(factory));
    describe('binding codes', () => bindingCodeContract(factory));
    describe('effects', () => effectContract(factory));
    describe('activity', () => activityContract(factory));
    describe('publications', () => publicationContract(factory));
    describe('memory', () => memoryContract(factory));
    describe('erasing an organisation', () => eraseContract(factory));
    describe('two processes at once', () => concurrencyContract(factory));
  });
}
