import { disclose } from '../../../src/domain/figures/disclosure';
import { sizeBand } from '../../../src/domain/figures/size-band';
import { type Bot, ORG, openBot, people } from '../../support/bot';
import { NOBODY } from '../../support/figures/enumerate';
import { aCampaign } from '../../support/sample-data';

const CORE_DAY = '2018-07-24';
const NEXT_DAY = '2018-07-25';
const admin = { admin: true };
const crowd = people(24);
const [ann] = crowd as [(typeof crowd)[number]];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(crowd.slice(0, 14));
  bot.chat.people.set('london', [...crowd.slice(10)]);
  await bot.store.campaigns.save(aCampaign([CORE_DAY, NEXT_DAY], [CORE_DAY]));
});
afterEach(() => bot.close());

async function answer(styles: Record<string, number>): Promise<void> {
  let next = 0;
  for (const [style, count] of Object.entries(styles)) {
    for (let given = 0; given < count; given += 1) await bot.says(crowd[next++] ?? ann, style);
  }
}

async function figures(): Promise<string> {
  return (await bot.says(ann, 'campaign figures', admin)).card.summary;
}

describe('figures you can share outside your organisation', () => {
  test('are of days that are over, and a running day tells nothing', async () => {
    await bot.at('2018-07-24T07:00:00+09:00');
    const before = await figures();
    await answer({ home: 7, office: 6 });
    await bot.at('2018-07-24T23:59:00+09:00');
    expect(await figures()).toBe(before);
    expect(before).toContain('There’s nothing to share with the organisers yet.');
    await bot.at('2018-07-25T00:00:00+09:00');
    expect(await figures()).toContain('Days counted: 1/2');
  });

  test('are of days that are over in every team', async () => {
    await bot.inbox.place(ORG, 'london', 'London');
    const [london] = (await bot.store.teams.list(ORG)).filter(({ place }) => place === 'london');
    if (!london) throw new Error('no team');
    await bot.store.teams.change(ORG, london.id, (team) => ({
      ...team,
      settings: { ...team.settings, zone: 'Europe/London', country: 'GB' },
    }));
    await bot.at('2018-07-24T07:00:00+09:00');
    await answer({ home: 7, office: 6 });
    await bot.at('2018-07-24T07:00:00+01:00');
    await bot.at('2018-07-25T07:59:00+09:00');
    expect(await figures()).toContain('nothing to share with the organisers yet');
    await bot.at('2018-07-25T08:00:00+09:00');
    // The four people of both teams count once.
    expect(await figures()).toContain('Members working: 7–24 person-days');
  });

  test('hide what tells of fewer than five people, and name no team and no person', async () => {
    await bot.at('2018-07-24T07:00:00+09:00');
    await answer({ home: 5, mobile: 2, office: 6 });
    await bot.at('2018-07-25T00:00:00+09:00');
    const summary = await figures();
    expect(summary).toContain('Telework: 7 person-days');
    expect(summary).toContain(
      'Working from home, Satellite office, Mobile work, Home first, office later: 7 person-days',
    );
    expect(summary).toContain('Answers: 7–14 person-days');
    expect(summary).not.toMatch(/General affairs|Person p/);
  });

  test('say only that a few people took part', async () => {
    await bot.close();
    bot = await openBot('2018-07-23T12:00:00+09:00');
    await bot.team(crowd.slice(0, 4));
    await bot.store.campaigns.save(aCampaign([CORE_DAY], [CORE_DAY]));
    await bot.at('2018-07-24T07:00:00+09:00');
    await answer({ home: 3 });
    await bot.at('2018-07-25T00:00:00+09:00');
    const summary = await figures();
    expect(summary).toContain('took part');
    expect(summary).not.toMatch(/person-days:|\b3\b/);
  });

  test('are for administrators of the organisation', async () => {
    const asked = async (orgAdmin: boolean) => {
      const reply = await bot.says(ann, 'campaign figures', { admin: true, orgAdmin });
      return reply.refused;
    };
    expect((await bot.says(ann, 'campaign figures')).refused).toBe(true);
    expect(await asked(false)).toBe(true);
    expect(await asked(true)).toBe(false);
  });
});

describe('what was published stays', () => {
  beforeEach(async () => {
    await bot.at('2018-07-24T07:00:00+09:00');
    await answer({ home: 7, office: 7 });
    await bot.at('2018-07-25T00:00:00+09:00');
  });

  const correct = (persons: number[], style: string) =>
    Promise.all(persons.map((index) => bot.says(crowd[index] ?? ann, `${style} on ${CORE_DAY}`, admin)));

  test('when one person is corrected', async () => {
    const before = await figures();
    const [reply] = await correct([0], 'office');
    expect(reply?.refused).toBe(false);
    const counts = await bot.store.books.days(ORG, [CORE_DAY]);
    expect(counts.get(CORE_DAY)).toMatchObject({ home: 6, office: 8 });
    expect(await figures()).toBe(before);
  });

  test('until a correction moves every group by five people', async () => {
    expect(await figures()).toContain('Telework: 7 person-days');
    await correct([7, 8, 9, 10, 11], 'home');
    // The group of the office would have two people.
    expect(await figures()).toContain('Telework: 7 person-days');
  });

  test('with the people of all days once the campaign is over, and for good', async () => {
    expect(await figures()).toContain('People who teleworked: available once the campaign is over');
    await bot.at('2018-07-25T07:00:00+09:00');
    await answer({ home: 9, office: 5 });
    await bot.at('2018-07-26T00:00:00+09:00');
    const last = await figures();
    const tables = [disclose({ ...NOBODY, home: 7, office: 7 }), disclose({ ...NOBODY, home: 9, office: 5 })];
    expect(sizeBand(9, tables)).toEqual({ from: 5, until: null });
    expect(last).toContain('People who teleworked: 5 people or more');
    expect(last).toContain('Telework: 16 person-days');
    await bot.store.people.forget(ORG, 'p1', bot.core.clock.now());
    await correct([7, 8, 9, 10, 11], 'home');
    expect(await figures()).toBe(last);
  });
});
