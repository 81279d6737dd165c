import { openPostgres } from '../../../src/store/postgres/open';
import { Session } from '../../../src/store/postgres/sessions';
import type { Store } from '../../../src/store/store';
import { createStore } from '../../../src/store/store';
import { aPoll, aTask, aTeam, aVote, DAY, OPENS, ORG, TEAM } from '../../contracts/store/harness';
import { usePostgres } from '../../support/postgres';

/*
 * What the hot questions cost must not grow with the database: on tables which are not tiny, with scans of whole
 * tables forbidden where there is any other way, no plan may have one.
 */

const postgres = usePostgres();
let database = '';
let store: Store;

beforeAll(async () => {
  database = await postgres.create();
  const backend = await openPostgres({ url: postgres.url(database), now: () => OPENS });
  store = createStore(backend, () => OPENS);
  await postgres.query(database, `${FILL}; analyze`);
});
afterAll(() => store.close());

/** A hundred organisations with twenty teams each, answered for on some days; one of many has them all due. */
const FILL = `
  insert into teams (org, id, place, name, settings, wake_at, wakes, woken_at)
    select 'many', 't' || g, 'p' || g, 'n', '{}', g, 1, 0 from generate_series(1, 1000) g;
  insert into teams (org, id, place, name, settings, wake_at, wakes, woken_at)
    select 'o' || g % 100, 't' || g, 'p' || g, 'n', '{}', 9000000000000 + g, 1, 0 from generate_series(1, 2000) g;
  insert into calendars (org, calendar)
    select 'o' || g, '{"holidays":[],"workdays":[]}' from generate_series(1, 2000) g;
  insert into people (org, id, name, kind) select 'o' || g % 100, 'u' || g, 'n', 'person' from generate_series(1, 4000) g;
  insert into preferences (org, person, remind, week) select org, id, 1, '{}' from people;
  insert into identities (org, hash, person, via) select org, 'h' || id, id, id from people;
  insert into rosters (org, team, person) select 'o' || g % 100, 't' || g % 2000, 'u' || g from generate_series(1, 4000) g;
  insert into polls (org, team, day, zone, window_from, window_until, opens_at, closes_at, ends_at, core)
    select 'o' || g % 100, 't' || g, '2018-07-2' || d, 'z', '', '', 0, 0, d, 0
    from generate_series(1, 2000) g, generate_series(3, 4) d;
  insert into poll_members (org, team, day, person, scheduled)
    select org, team, day, 'u' || substr(team, 2), 1 from polls;
  insert into answers (org, day, person, style, at, first_at, source)
    select org, day, person, 'home', 0, 0, 'button' from poll_members;
  insert into answer_history (org, day, person, style, at, source)
    select org, day, person, style, at, source from answers;
  insert into poll_books (org, team, day, number, members, unheard, groups, everyone, curve, sealed, at)
    select org, team, day, 1, 1, 0, '[]', '[]', '{}', 0, 0 from polls;
  update polls set booked = 2;
  insert into day_books (org, day, number, counts, at)
    select 'o' || g % 100, '2018-' || g, 1, '{}', 0 from generate_series(1000, 5000) g;
  insert into campaigns (org, id, name, days, ended) select org, 'c' || id, 'n', '[]', 1 from teams;
  insert into campaign_people (org, campaign, scope, part, number, days, teleworked, took_part, at)
    select org, 'c', 'team', id, 1, '[]', 1, 1, 0 from teams;
  insert into links (org, alias, hash) select org, 'a' || id, 'h' || id from people;
  insert into agreements (org, team, person, level) select org, team, person, 1 from rosters;
  insert into tasks (org, team, day, kind, subject, state, attempt, again, free_at, updated_at)
    select org, team, day, 'open', '', 'done', 1, 0, 0, 0 from polls;
  insert into contacts (org, team, person) select org, id, 'u' from teams;
  insert into binding_codes (code, org, team, until, used)
    select 'c' || g, 'o', 't', 9000000000000, 0 from generate_series(1, 4000) g;
  insert into web_links (hash, org, person, until)
    select 'h' || g, 'o' || g, 'p', 9000000000000 from generate_series(1, 4000) g;
  insert into web_sessions (hash, org, person, until) select hash, org, person, until from web_links;
  insert into statuses (org, person, state) select org, person, 'on' from web_links;
  insert into feeds (hash, org, person, team, made_at) select hash, org, person, '', until from web_links;
  insert into api_tokens (hash, id, org, person, name, scopes, made_at, until)
    select hash, hash, org, person, 'n', 'read', until, until from web_links;
  insert into api_writes (org, person, key, request, until) select org, person, 'k', 'r', until from web_links;
  insert into follows (org, person, followed) select org, person, 'q' from web_links;
  insert into memories (owner, key, value, until)
    select 'slack', 'k' || g, '', 9000000000000 from generate_series(1, 4000) g`;

const QUESTIONS: Record<string, () => Promise<unknown>> = {
  'teams.get': () => store.teams.get(ORG, TEAM),
  'teams.at': () => store.teams.at(ORG, 'place'),
  'wakeQueue.due': () => store.wakeQueue.due(OPENS, 256),
  'wakeQueue.due among many': () => store.wakeQueue.due(OPENS, 4),
  'wakeQueue.nextWake': () => store.wakeQueue.nextWake(),
  'teams.change': () => store.teams.change(ORG, TEAM, (team) => team),
  'teams.create': () => store.teams.create(aTeam()),
  'people.get': () => store.people.get(ORG, 'p'),
  'people.roster': () => store.people.roster(ORG, TEAM),
  'people.teamsOf': () => store.people.teamsOf(ORG, 'p'),
  'people.forget': () => store.people.forget(ORG, 'p', OPENS),
  'polls.get': () => store.polls.get(ORG, TEAM, DAY),
  'polls.open': () => store.polls.open(aPoll({ day: '2018-08-01' }), [], OPENS),
  'polls.previous': () => store.polls.previous(ORG, TEAM, DAY),
  'polls.of': () => store.polls.of(ORG, 'p', DAY),
  'polls.count': () => store.polls.count(ORG, TEAM, DAY, OPENS),
  'polls.silent': () => store.polls.silent(ORG, TEAM, DAY),
  'polls.reach': () => store.polls.reach({ org: ORG, team: TEAM, campaign: 'td', days: [DAY] }),
  'polls.ends': () => store.polls.ends(ORG, [DAY]),
  'books.due': () => store.books.due(OPENS),
  'books.dueDays': () => store.books.dueDays(),
  'books.days': () => store.books.days(ORG, [DAY]),
  'books.people': () => store.books.people(ORG, 'c', [DAY, '2018-07-25']),
  'books.close': () => store.books.close(aPoll(), OPENS),
  'books.closeDay': () => store.books.closeDay(ORG, DAY, OPENS),
  'answers.record': () => store.answers.record(aVote('p')),
  'answers.get': () => store.answers.get(ORG, 'p', DAY),
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
  'contacts.get': () => store.contacts.get(ORG, TEAM),
  'webAccess.offered': () => store.webAccess.offered('code'),
  'webAccess.session': () => store.webAccess.session('token'),
  'webAccess.endAll': () => store.webAccess.endAll({ org: ORG, person: 'p' }),
  'bindingCodes.offer': () => store.bindingCodes.offer('code', ORG, TEAM, 1),
  'bindingCodes.find': () => store.bindingCodes.find('code'),
  'bindingCodes.use': () => store.bindingCodes.use('code'),
  'memory.get': () => store.memory('slack').get('key'),
  'memory.claim': () => store.memory('slack').claim('key', 'value', OPENS, null),
  'memory.list': () => store.memory('slack').list('prefix'),
};

test.each(Object.entries(QUESTIONS))('%s reads no whole table', async (_name, ask) => {
  const plans = await plansOf(ask);
  expect(plans.length).toBeGreaterThan(0);
  // One small row an organisation: its pages are fewer than those of its index.
  expect(
    plans
      .flatMap((plan) => plan.split('\n'))
      .filter((step) => /Seq Scan on (?!book_versions|safety_|structures|survey)/.test(step)),
  ).toEqual([]);
});

test('who is due next is found along the keys, whatever is known of the table', async () => {
  const ask = () => store.wakeQueue.due(OPENS, 4);
  const analyzed = await plansOf(ask, 'explain analyze');
  await postgres.query(database, "delete from pg_statistic where starelid = 'teams'::regclass");
  const unknown = await plansOf(ask, 'explain analyze');
  for (const plan of [analyzed, unknown].map((steps) => steps.join('\n'))) {
    expect(plan).toContain('Index Scan using teams_wake on teams');
    // The first of each organisation, and later ones of few: each an id and a time.
    expect(plan.match(/Index Scan using teams_turn on teams t/g)?.length).toBeGreaterThanOrEqual(4);
    expect(plan).not.toMatch(/Seq Scan on teams|Incremental Sort|Bitmap/);
  }
});

test('a press goes straight to its rows at seven, when no statistics know of the day', async () => {
  const fresh = await postgres.create();
  const opened = createStore(await openPostgres({ url: postgres.url(fresh), now: () => OPENS }), () => OPENS);
  try {
    await postgres.query(fresh, FILL);
    const polls = await plansOf(() => opened.polls.of(ORG, 'p', DAY), 'explain', fresh);
    expect(polls.join('\n')).toMatch(/polls_key.*\n\s+Index Cond: .*\bteam = /);
    const teams = await plansOf(() => opened.teams.at(ORG, 'place'), 'explain', fresh);
    expect(teams.join('\n')).toMatch(/teams_place.*\n\s+Index Cond: .*\bplace = /);
    expect(teams.join('\n')).toMatch(/teams_also.*\n\s+Index Cond: .*\balso_at = /);
  } finally {
    await opened.close();
  }
});

test('a scan would be noticed', async () => {
  const plans = await plansOf(() => store.wakeQueue.wake(null));
  expect(plans.join('\n')).toContain('Seq Scan on teams');
});

test('what many ask at the same moment is one query', async () => {
  const asked = jest.spyOn(Session.prototype, 'executeQuery');
  await Promise.all(Array.from({ length: 200 }, (_, n) => store.polls.of(ORG, `p${n}`, DAY)));
  const queries = asked.mock.calls.length;
  asked.mockRestore();
  expect(queries).toBe(1);
});

/** `explain` alone leaves out what a recursion asks; to analyze runs the statement once more. */
async function plansOf(
  ask: () => Promise<unknown>,
  explain = 'explain',
  asking = database,
): Promise<string[]> {
  const asked = jest.spyOn(Session.prototype, 'executeQuery');
  await ask();
  const queries = asked.mock.calls.map(([query]) => query);
  asked.mockRestore();
  const plans: string[] = [];
  const settings = queries.find((query) => query.sql.includes('set_config'));
  await postgres.query(asking, 'begin');
  if (settings) await postgres.query(asking, settings.sql);
  for (const { sql, parameters } of queries.filter((query) =>
    /^\s*(select|insert|update|delete|with)/.test(query.sql),
  )) {
    const rows = await postgres.query<{ 'QUERY PLAN': string }>(asking, `${explain} ${sql}`, [...parameters]);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  await postgres.query(asking, 'rollback');
  return plans;
}
