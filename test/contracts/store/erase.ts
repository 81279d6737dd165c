import { disclose } from '../../../src/domain/figures/disclosure';
import { rollUpOf } from '../../../src/domain/figures/roll-up';
import { DEFAULT_PREFERENCES } from '../../../src/domain/people/person';
import { withDays } from '../../../src/domain/time/own-calendar';
import type { OwnedData } from '../../../src/ports/store/erasure';
import type { Store } from '../../../src/store/store';
import { NOBODY } from '../../support/figures/enumerate';
import {
  aCampaign,
  aPerson,
  aPoll,
  aTask,
  aTeam,
  aVote,
  choice,
  DAY,
  type Factory,
  OPENS,
  ORG,
  scheduled,
  TEAM,
  useStore,
} from './harness';

/** Its name begins like the other's, and it must stay. */
const NEIGHBOUR = `${ORG}-2`;
const NEXT_DAY = '2018-07-25';
const RATE = { burst: 2, everyMs: 1_000 };

function ownedBy(org: string): OwnedData {
  return {
    parts: [`${org} part`],
    lanes: [{ key: `${org} `, all: true }],
  };
}

/** A row in every table. */
async function fill(store: Store, org: string): Promise<void> {
  await store.teams.create(aTeam(TEAM, { org, place: `place of ${org}` }));
  await store.people.setRoster(org, TEAM, [aPerson('ana'), aPerson('bo')]);
  await store.people.changePreferences(org, 'ana', () => ({ ...DEFAULT_PREFERENCES, language: 'ja' }));
  await store.campaigns.save(aCampaign({ org }));
  await store.calendars.change(org, (now) =>
    withDays(now, [{ day: '2018-08-13', name: 'Summer', works: false }]),
  );
  await store.structures.change(org, (now) => ({ ...now, channel: TEAM }));
  await store.rollUps.tell(org, DAY, OPENS, () => rollUpOf([], { departments: [], at: 0 }));
  for (const day of [DAY, NEXT_DAY]) {
    await store.polls.open(aPoll({ org, day }), scheduled('ana', 'bo'), OPENS);
    await store.answers.record(aVote('ana', { org, day }));
    await store.answers.record(aVote('ana', { org, day, choice: choice('office') }));
  }
  await store.ledger.claim(aTask({ org }), 1_000);
  await store.people.save(org, [aPerson('cy')]);
  await store.polls.open(aPoll({ org, day: '2018-07-20', endsAt: OPENS - 1 }), scheduled('cy'), OPENS);
  await store.answers.record(aVote('cy', { org, day: '2018-07-23', at: OPENS - 1 }));
  await store.answers.record(aVote('cy', { org, day: '2018-07-20', at: OPENS - 1 }));
  await store.campaigns.save(aCampaign({ org, id: 'past', days: [{ day: '2018-07-20', core: false }] }));
  await store.people.forget(org, 'cy', OPENS);
  await store.contacts.set(org, TEAM, 'ana', OPENS);
  const chosen = { preset: 'o2', moment: 'day' as const, team: TEAM, since: 0, person: 'ana' };
  await store.statuses.switchOn(org, 'ana', 'none');
  await store.follows.add(org, 'ana', 'ben');
  await store.surveys.choose(org, chosen);
  await store.surveys.count({ org, day: DAY, person: 'ana', item: 'q', option: 'a', options: ['a'] });
  await store.safety.setContacts(org, TEAM, ['ana'], OPENS);
  const answer = { org, team: TEAM, day: DAY, person: 'ana', state: 'safe' as const };
  await store.safety.answer({ ...answer, at: OPENS, since: OPENS });
  await store.effects.change(org, 'td', () => [
    { metric: 'gas', measure: null, baseline: null, core: null, values: [] },
  ]);
  await store.activity.change(org, 'VPN', () => [
    { series: '', days: [{ day: DAY, total: 1, readings: 1 }] },
  ]);
  await store.channelFailures.begin({ org, team: TEAM, channel: 'first', since: OPENS });
  await store.publications.publish(org, [], OPENS, () => ({
    days: [{ day: DAY, disclosure: disclose(NOBODY) }],
    campaign: { campaign: 'td', days: [DAY], people: null },
  }));
  await store.bindingCodes.offer(`code of ${org}`, org, TEAM, 60_000);
  const visitor = { org, person: 'ana' };
  const token = { ...visitor, id: `token of ${org}`, name: 'HR', scopes: ['read' as const] };
  await store.apiTokens.add(`secret of ${org}`, token, 60_000);
  await store.feeds.offer(`feed of ${org}`, { ...visitor, team: null });
  await store.apiTokens.beginWrite({ ...visitor, key: 'k', request: 'r' });
  await store.webAccess.offer(`link of ${org}`, visitor, 60_000);
  await store.webAccess.enter(`link of ${org}`, `session of ${org}`, 60_000);
  await store.webAccess.offer(`link of ${org}`, visitor, 60_000);
  await store.edits.begin({ org, team: TEAM, day: DAY }, 1_000, null);
  await store.links.identify(org, [{ id: 'ana', identity: `hash in ${org}` }]);
  const memory = store.memory('chat');
  for (const key of ['1', '2']) await memory.put(`${org}/${key}`, 'kept', null, org);
  await memory.claim(`${org}/3`, 'kept', Number.MAX_SAFE_INTEGER, `${org} part`);
  await memory.put(`nobody's, beside ${org.length}`, 'kept', null, null);
  await store.tokenBuckets({ now: () => OPENS }).take(`${org} posts`, RATE, { urgent: 1, other: 0 });
}

export function eraseContract(factory: Factory): void {
  const bench = useStore(factory);
  const erase = (org: string, what: 'erase' | 'count') => bench.store.eraseOrg(org, ownedBy(org), what);

  beforeEach(async () => {
    await fill(bench.store, ORG);
    await fill(bench.store, NEIGHBOUR);
  });

  /** A process that is alone keeps token buckets and turns of edits in memory. */
  const everything = () => ({
    teams: 1,
    book_versions: 1,
    calendars: 1,
    structures: 1,
    roll_ups: 1,
    people: 2,
    preferences: 1,
    rosters: 2,
    campaigns: 2,
    answers: 2,
    answer_history: 4,
    polls: 3,
    poll_members: 4,
    tasks: 1,
    edits: bench.alone ? 0 : 1,
    identities: 1,
    links: 1,
    contacts: 1,
    channel_failures: 1,
    agreements: 1,
    binding_codes: 1,
    feeds: 1,
    api_tokens: 1,
    api_writes: 1,
    web_links: 1,
    web_sessions: 1,
    published_days: 1,
    published_campaigns: 1,
    forgotten: 1,
    poll_books: 1,
    day_books: 1,
    campaign_people: 2,
    audit: 0,
    effects: 1,
    activity: 1,
    memories: 3,
    surveys: 1,
    survey_counts: 1,
    survey_marks: 1,
    statuses: 1,
    follows: 1,
    safety_answers: 1,
    safety_contacts: 1,
    lanes: bench.alone ? 0 : 1,
  });

  test('counts it, and leaves it', async () => {
    expect(await erase(ORG, 'count')).toEqual(everything());
    expect(await erase(ORG, 'count')).toEqual(everything());
  });

  test('erases every row, counts the rows, and finds none the next time', async () => {
    expect(await erase(ORG, 'erase')).toEqual(everything());
    const again = await erase(ORG, 'erase');
    expect(Object.values(again).every((rows) => rows === 0)).toBe(true);
    expect(await bench.store.teams.list(ORG)).toEqual([]);
    expect(await bench.store.answers.history(ORG, 'ana', DAY)).toEqual([]);
    expect(await bench.store.memory('chat').list(`${ORG}/`)).toEqual([]);
  });

  test('leaves every other organisation as it is', async () => {
    await erase(ORG, 'erase');
    expect(await erase(NEIGHBOUR, 'count')).toEqual(everything());
  });
}
