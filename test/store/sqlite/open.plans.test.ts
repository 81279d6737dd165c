import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteConnection } from '../../../src/store/sqlite/connection';
import { openSqlite } from '../../../src/store/sqlite/open';
import type { Store } from '../../../src/store/store';
import { createStore } from '../../../src/store/store';
import { aCampaign, aPoll, aTask, aTeam, aVote, DAY, OPENS, ORG, TEAM } from '../../contracts/store/harness';
import { makeFolder } from '../../support/folder';

/*
 * A question must cost what it asks for, not what the database holds: SQLite tells for each statement whether it
 * searches by a key or reads a whole table.
 */

let folder = '';
let store: Store;
let connection: SqliteConnection;
beforeAll(async () => {
  folder = makeFolder();
  const now = () => OPENS;
  const backend = await openSqlite({ file: join(folder, 'x.db'), now });
  connection = backend.connection;
  store = createStore(backend, now);
  await store.answers.record(aVote('p'));
  await store.polls.open(aPoll({ day: '2018-07-20' }), [], OPENS);
  connection.exec(MANY_DUE);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Enough teams of one organisation to hide all others that are due. */
const MANY_DUE = `insert into teams (org, id, place, name, settings, wake_at, wakes, woken_at)
  with recursive g (n) as (select 1 union all select n + 1 from g where n < 100)
  select 'many', 't' || n, 'p' || n, 'n', '{}', n, 1, 0 from g`;

async function plansOf(ask: () => Promise<unknown>): Promise<string[]> {
  const asked = jest.spyOn(connection, 'query');
  await ask();
  const queries = asked.mock.calls.map(([query]) => query);
  asked.mockRestore();
  // SQLite counts an explained statement as running until it is thrown away: not on the store's own connection.
  const aside = new SqliteConnection(connection.file);
  const plans = queries.flatMap(({ sql, parameters }) =>
    aside.all(`explain query plan ${sql}`, parameters).map((row) => String(row[3])),
  );
  aside.close();
  return plans;
}

const QUESTIONS: Record<string, () => Promise<unknown>> = {
  'teams.get': () => store.teams.get(ORG, TEAM),
  'teams.at': () => store.teams.at(ORG, 'place'),
  'teams.list': () => store.teams.list(ORG),
  'wakeQueue.due': () => store.wakeQueue.due(OPENS, 256),
  'wakeQueue.countDue': () => store.wakeQueue.countDue(OPENS, 256),
  'wakeQueue.sleep': () => store.wakeQueue.sleep(ORG, TEAM, OPENS, OPENS),
  'wakeQueue.nextWake': () => store.wakeQueue.nextWake(),
  'wakeQueue.several': () => store.wakeQueue.several(),
  'wakeQueue.wake': () => store.wakeQueue.wake(ORG),
  'teams.create': () => store.teams.create(aTeam()),
  'teams.change': () => store.teams.change(ORG, TEAM, (team) => team),
  'people.get': () => store.people.get(ORG, 'p'),
  'people.changePreferences': () => store.people.changePreferences(ORG, 'p', (now) => now),
  'people.roster': () => store.people.roster(ORG, TEAM),
  'people.teamsOf': () => store.people.teamsOf(ORG, 'p'),
  'people.setRoster': () => store.people.setRoster(ORG, TEAM, []),
  'people.forget': () => store.people.forget(ORG, 'p', OPENS),
  'campaigns.list': () => store.campaigns.list(ORG),
  'campaigns.save': () => store.campaigns.save(aCampaign()),
  'campaigns.change': () => store.campaigns.change(ORG, 'td', (campaign) => campaign),
  'polls.get': () => store.polls.get(ORG, TEAM, DAY),
  'polls.list': () => store.polls.list(ORG, TEAM, DAY, DAY),
  'polls.previous': () => store.polls.previous(ORG, TEAM, DAY),
  'polls.of': () => store.polls.of(ORG, 'p', DAY),
  'polls.count': () => store.polls.count(ORG, TEAM, '2018-07-20', OPENS),
  'polls.firstAnswers': () => store.polls.firstAnswers(ORG, TEAM, DAY),
  'polls.members': () => store.polls.members(ORG, TEAM, DAY),
  'polls.silent': () => store.polls.silent(ORG, TEAM, DAY),
  'books.due': () => store.books.due(OPENS),
  'books.dueDays': () => store.books.dueDays(),
  'books.days': () => store.books.days(ORG, [DAY]),
  'books.people': () => store.books.people(ORG, 'td', [DAY, '2018-07-25']),
  'books.close': () => store.books.close(aPoll(), OPENS),
  'books.closeDay': () => store.books.closeDay(ORG, DAY, OPENS),
  'polls.reach': () => store.polls.reach({ org: ORG, team: TEAM, campaign: 'td', days: [DAY, '2018-07-25'] }),
  'answers.get': () => store.answers.get(ORG, 'p', DAY),
  'answers.list': () => store.answers.list(ORG, 'p', '2018-01-01', '2018-12-31'),
  'answers.history': () => store.answers.history(ORG, 'p', DAY),
  'answers.planned': () => store.answers.planned(ORG, TEAM, DAY, 'counts'),
  'answers.plans': () => store.answers.plans(ORG, TEAM, [DAY, '2018-07-25'], 'counts'),
  'people.countRoster': () => store.people.countRoster(ORG, TEAM),
  'ledger.ended': () => store.ledger.ended(ORG, TEAM, DAY),
  'ledger.claim': () => store.ledger.claim(aTask(), 1),
  'ledger.finish': () => store.ledger.finish(aTask(), 1, { state: 'done', post: null }),
  'ledger.list': () => store.ledger.list(ORG, TEAM, DAY, null),
  'ledger.reminders': () => store.ledger.reminders(ORG, TEAM, DAY),
  'ledger.open': () => store.ledger.open(ORG, '', DAY),
  'ledger.drop': () => store.ledger.drop(aTask(), 'overdue', 1),
  'feeds.find': () => store.feeds.find('secret'),
  'feeds.list': () => store.feeds.list(ORG, 'p'),
  'apiTokens.use': () => store.apiTokens.use('secret'),
  'apiTokens.list': () => store.apiTokens.list(ORG, 'p'),
  'apiTokens.revoke': () => store.apiTokens.revoke(ORG, 'p', 'id'),
  'apiTokens.beginWrite': () => store.apiTokens.beginWrite({ org: ORG, person: 'p', key: 'k', request: 'r' }),
  'silence.silent': () => store.silence.silent(ORG, { from: DAY, until: DAY }, 1),
  'silence.unreached': () => store.silence.unreached(ORG, DAY),
  'contacts.get': () => store.contacts.get(ORG, TEAM),
  'webAccess.offered': () => store.webAccess.offered('code'),
  'webAccess.session': () => store.webAccess.session('token'),
  'webAccess.endAll': () => store.webAccess.endAll({ org: ORG, person: 'p' }),
  'bindingCodes.offer': () => store.bindingCodes.offer('code', ORG, TEAM, 1),
  'bindingCodes.find': () => store.bindingCodes.find('code'),
  'bindingCodes.use': () => store.bindingCodes.use('code'),
  'memory.get': () => store.memory('slack').get('key'),
  'memory.put': () => store.memory('slack').put('key', 'value', null, null),
  'memory.claim': () => store.memory('slack').claim('key', 'value', OPENS, null),
  'memory.list': () => store.memory('slack').list('prefix'),
  'ledger.recover': () => store.ledger.recover(),
};

const A_MEMBERS_ANSWER = 'a USING PRIMARY KEY (org=? AND day=? AND person=?)';

const A_CAMPAIGNS_PEOPLE = ['', ' AND number=?'].map(
  (number) => `campaign_people USING PRIMARY KEY (org=? AND campaign=? AND scope=? AND part=?${number})`,
);

const A_BOOK = 'poll_books USING PRIMARY KEY (org=? AND team=? AND day=?)';

/** Rows made in the query itself. */
const HARMLESS = /^SCAN (hops|listed|walk|dealt|due|\(subquery-\d+\)|\d+ CONSTANT ROWS?|CONSTANT ROW)/;

test.each(Object.entries(QUESTIONS))('%s reads no whole table', async (_name, ask) => {
  const plans = await plansOf(ask);
  expect(plans.filter((step) => step.startsWith('SCAN') && !HARMLESS.test(step))).toEqual([]);
});

test('a scan would be noticed', async () => {
  const plans = await plansOf(() => store.wakeQueue.wake(null));
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([
    'SCAN teams USING COVERING INDEX teams_turn',
  ]);
});

test.each([
  ['polls.count', [A_BOOK, 'm USING PRIMARY KEY (org=? AND team=? AND day=?)', A_MEMBERS_ANSWER]],
  ['polls.firstAnswers', ['m USING PRIMARY KEY (org=? AND team=? AND day=?)', A_MEMBERS_ANSWER]],
  [
    'polls.reach',
    [
      ...['m USING PRIMARY KEY (org=? AND team=? AND day=?)', A_MEMBERS_ANSWER, A_BOOK],
      ...A_CAMPAIGNS_PEOPLE,
      'poll_members USING PRIMARY KEY (org=? AND team=? AND day=?)',
      ...['m USING PRIMARY KEY (org=? AND team=? AND day=?)', A_MEMBERS_ANSWER],
    ],
  ],
  [
    'answers.planned',
    [
      ...['r USING PRIMARY KEY (org=? AND team=?)', A_MEMBERS_ANSWER],
      'g USING PRIMARY KEY (org=? AND team=? AND person=?)',
    ],
  ],
  [
    'polls.of',
    [
      'm USING COVERING INDEX poll_members_person (org=? AND day=? AND person=?)',
      'p USING PRIMARY KEY (org=? AND team=? AND day=?)',
      'own USING PRIMARY KEY (org=? AND team=? AND day=? AND person=?)',
    ],
  ],
  [
    'people.roster',
    [
      'r USING PRIMARY KEY (org=? AND team=?)',
      'p USING PRIMARY KEY (org=? AND id=?)',
      'c USING PRIMARY KEY (org=? AND person=?)',
    ],
  ],
  [
    'polls.silent',
    [
      'm USING PRIMARY KEY (org=? AND team=? AND day=?)',
      A_MEMBERS_ANSWER,
      'p USING PRIMARY KEY (org=? AND id=?)',
      'c USING PRIMARY KEY (org=? AND person=?)',
    ],
  ],
  ['polls.previous', ['polls USING PRIMARY KEY (org=? AND team=? AND day<?)']],
  [
    'ledger.reminders',
    [
      'm USING PRIMARY KEY (org=? AND team=? AND day=?)',
      't USING PRIMARY KEY (org=? AND team=? AND day=? AND kind=? AND subject=?)',
    ],
  ],
  ['ledger.list', ['tasks USING PRIMARY KEY (org=? AND team=? AND day=?)']],
])('%s goes straight to its rows', async (name, expected) => {
  const plans = await plansOf(QUESTIONS[name] ?? (async () => {}));
  const searches = plans
    .filter((step) => step.startsWith('SEARCH'))
    .map((step) => step.replace('SEARCH ', ''));
  expect(searches.map((step) => step.replace(' LEFT-JOIN', ''))).toEqual(expected);
});

test('who is next is found along the keys, where many of one organisation hide the others', async () => {
  connection.exec('update teams set looked_until = 0');
  const plans = await plansOf(() => store.wakeQueue.due(OPENS, 4));
  const searches = new Set(plans.filter((step) => step.startsWith('SEARCH')));
  expect(plans.filter((step) => step.startsWith('SCAN') && !HARMLESS.test(step))).toEqual([]);
  expect([...searches].sort()).toEqual([
    'SEARCH calendars USING PRIMARY KEY (org=?)',
    'SEARCH t USING COVERING INDEX teams_turn (org>?)',
    'SEARCH t USING INDEX teams_turn (org=? AND wake_at<?)',
    'SEARCH t USING INDEX teams_turn (org=? AND wake_at>? AND wake_at<?)',
    'SEARCH teams USING COVERING INDEX teams_turn (org>?)',
    'SEARCH teams USING INDEX teams_wake (wake_at<?)',
    'SEARCH teams USING PRIMARY KEY (org=? AND id=?)',
  ]);
});
