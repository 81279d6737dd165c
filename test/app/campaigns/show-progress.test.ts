import fc from 'fast-check';
import { createTeam } from '../../../src/app/teams/own-team';
import { type ActorChange, aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* How far a campaign has come, and what it asks. */

const admin: ActorChange = { admin: true };
const boss = aPerson('p1');
const PLAN = ['2018-07-24', '2018-07-25', '2018-07-26'];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(14));
  await bot.store.campaigns.save(
    aCampaign(PLAN, ['2018-07-24'], { terms: { minimumDays: 2, minimumCorePeople: 7 } }),
  );
});
afterEach(() => bot.close());

const say = async (line: string, change = admin) => (await bot.says(boss, line, change)).card.summary;

test('people and person-days are told apart, with each condition and what is still to do', async () => {
  await bot.at('2018-07-24T07:00:00+09:00');
  for (const one of people(6)) await bot.says(one, 'home');
  const today = await say('campaign show');
  expect(today).toContain('0 done, 3 to go, 3 in all');
  expect(today).toContain('People who teleworked: 6 people, so far');
  for (const time of ['2018-07-24T10:30', '2018-07-25T00:05', '2018-07-25T07:00'])
    await bot.at(`${time}:00+09:00`);
  for (const one of people(5)) await bot.says(one, 'home');
  await bot.at('2018-07-26T00:05:00+09:00');
  const summary = await say('campaign "Telework Days"');
  expect(summary).toContain('People who teleworked: 6 people');
  expect(summary).toContain('11 person-days');
  expect(summary).toContain('missed · 6 of 7 people · Tue 24 July');
  expect(summary).toContain('met · 2 of 2 days');
  expect(summary).toContain('Registered');
  expect(summary).toContain('Step 1 of 3: registered → participating → teleworking');
  const reply = await bot.says(boss, 'campaign', admin);
  expect(reply.card.summary).toContain('11 person-days');
});

test('administrators of the organisation alone are told', async () => {
  for (const change of [{}, { admin: true, orgAdmin: false }]) {
    expect((await bot.says(boss, 'campaign show', change)).refused).toBe(true);
    expect((await bot.says(boss, 'campaign set target=60%', change)).refused).toBe(true);
  }
  expect(await say('campaign list', { admin: true, orgAdmin: false })).not.toContain('person-days');
});

test('what a campaign asks is set by command, and recorded', async () => {
  const summary = await say(
    'campaign set target=60% category=special min-people=100 baseline=2018-07-09..2018-07-13 hours=07:00-09:30',
  );
  expect(summary).toContain('special cooperation');
  expect(await say('campaign headcount 1,200 "Telework Days"')).toContain('1,200 people');
  expect(await bot.store.campaigns.get(ORG, 'campaign')).toMatchObject({
    target: 0.6,
    terms: {
      category: 'special',
      minimumDays: 2,
      minimumCorePeople: 100,
      baseline: { from: '2018-07-09', until: '2018-07-13' },
      window: { from: '07:00', until: '09:30' },
      headcount: 1_200,
    },
  });
  await say('campaign set minimum-days=none');
  expect((await bot.store.campaigns.get(ORG, 'campaign'))?.terms?.minimumDays).toBeUndefined();
  const entries = await bot.store.audit.list(ORG, null, 5);
  expect(entries.map(({ intent }) => intent)).toEqual(['campaign-set', 'campaign-set', 'campaign-set']);
  expect(entries.at(-1)?.after['campaign/target/Telework Days']).toBe('60%');
  expect(entries[1]?.after['campaign/headcount/Telework Days']).toBe('1200');
});

test.each([
  ['campaign set minimum-days=400', 'minimum-days=366'],
  ['campaign set minimum-days=two', 'minimum-days=2'],
  ['campaign set headcount=-5', 'headcount=5'],
  ['campaign set category=best', 'category=implementing, special'],
  ['campaign set baseline=2019-02-29', 'baseline=2019-02-28'],
  ['campaign set hours=10:30-07:00', 'hours=07:00-10:30'],
  ['campaign set target=200%', 'target=60%'],
  ['campaign set colour=red', 'minimum-core-people'],
  ['campaign set minimum-days=30', '/telework campaign set minimum-days=3'],
  ['campaign set core=none', '/telework campaign set core=2018-07-24'],
  ['campaign set headcount=5', '/telework campaign set minimum-core-people=5'],
  ['campaign set baseline=2018-07-20..2018-07-24', '/telework campaign set baseline=2018-07-09..2018-07-13'],
  ['campaign set hours=07:00-09:30 peak=6:30', '/telework campaign set peak=09:30'],
  ['campaign set days=2018-07-24', 'minimum-days=1'],
  ['campaign set core=2018-08-03', 'The core day, Fri 3 August, is outside'],
  ['campaign set core=2018-07-28 days=2018-07-24..2018-07-31', 'Sat 28 July'],
])('%j is refused with what would be right, and changes nothing', async (line, right) => {
  const before = await bot.store.campaigns.get(ORG, 'campaign');
  const { card, refused } = await bot.says(boss, line, admin);
  expect(refused).toBe(true);
  expect(card.summary).toContain(right);
  expect(await bot.store.campaigns.get(ORG, 'campaign')).toEqual(before);
});

test('days and core days are set, those that are over stay', async () => {
  await bot.at('2018-07-25T12:00:00+09:00');
  const summary = await say('campaign set days=26-31 July core=30 July minimum-people=none');
  expect(summary).toContain('Skipped: Sat 28 July (weekend) and Sun 29 July (weekend)');
  const { days } = (await bot.store.campaigns.get(ORG, 'campaign')) ?? { days: [] };
  expect(days.map(({ day, core }) => `${day}${core ? '*' : ''}`)).toEqual([
    ...['2018-07-24*', '2018-07-26', '2018-07-27', '2018-07-30*', '2018-07-31'],
  ]);
});

test('every value that is wrong is named', async () => {
  const { card } = await bot.says(boss, 'campaign set target=200% minimum-days=many headcount=-3', admin);
  for (const value of ['200%', 'many', '-3']) expect(card.summary).toContain(`“${value}”`);
});

test('effects that were entered are counted, and are nothing to do any more', async () => {
  await say('campaign set measures-effects=yes');
  expect(await say('campaign show')).toContain('measure the effects and compare them');
  const first = await bot.says(boss, 'campaign show', admin);
  const labels = (parts: typeof first.card.parts) =>
    parts.flatMap((part) => (part.kind === 'choices' ? part.choices.map(({ label }) => label) : []));
  expect(labels(first.card.parts)).toEqual(['Change', 'Enter effects']);
  await say('effect paper Sales 120 66');
  const { card } = await bot.says(boss, 'campaign show', admin);
  expect(card.summary).toContain('Measured effects: 1 metric entered');
  expect(card.summary).not.toContain('measure the effects');
  expect(labels(card.parts)).toEqual(['Change']);
});

test('a campaign whose days all passed without a poll is said to be over', async () => {
  await bot.at('2018-08-20T12:00:00+09:00');
  await bot.store.campaigns.save(
    aCampaign(['2018-06-05', '2018-06-06'], [], {
      id: 'missed',
      name: 'Missed',
      terms: { measuresEffects: true },
    }),
  );
  const summary = await say('campaign show Missed');
  expect(summary).toContain('“Missed” is over, and I didn’t count any answers');
  expect(summary).toContain('0 done, 0 to go, 2 not counted, 2 in all');
  expect(summary).not.toContain('once you’ve met');
});

test('people are the distinct ones who teleworked over all teams, never more than their person-days', async () => {
  const styles = ['home', 'satellite', 'office', 'leave', 'off-peak'] as const;
  const day = fc.array(fc.constantFrom(...styles, null), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 3, maxLength: 3 }), async (answers) => {
      const other = await openBot('2018-07-23T12:00:00+09:00');
      const everybody = people(6);
      // The last four are members of both teams.
      await other.team(everybody);
      other.chat.people.set('second', everybody.slice(2));
      await createTeam(other.core, { org: ORG, place: 'second', name: 'Second' });
      await other.store.campaigns.save(aCampaign(PLAN, [], { terms: { minimumDays: 2 } }));
      for (const [index, given] of answers.entries()) {
        await other.at(`${PLAN[index]}T07:00:00+09:00`);
        for (const [who, style] of given.entries()) {
          const person = everybody[who];
          if (person && style) await other.says(person, style === 'off-peak' ? 'off-peak 10:30' : style);
        }
      }
      await other.at('2018-07-27T06:00:00+09:00');
      const { card } = await other.says(boss, 'campaign show', admin);
      await other.close();
      const worked = answers.flatMap((given) =>
        given.flatMap((style, who) => (style === 'home' || style === 'satellite' ? [who] : [])),
      );
      const distinct = new Set(worked).size;
      const [reached = '', days = ''] = ['People who teleworked', 'Person-days of telework'].map(
        (label) => new RegExp(`${label}: (\\d+)`).exec(card.summary)?.[1],
      );
      expect([Number(reached), Number(days)]).toEqual([distinct, worked.length]);
      expect(Number(reached)).toBeLessThanOrEqual(Number(days));
    }),
    { numRuns: 2 },
  );
});
