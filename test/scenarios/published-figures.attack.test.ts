import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { organiserFigures } from '../../src/app/figures/organiser-figures';
import type { DayStatus, Disclosure } from '../../src/domain/figures/disclosure';
import type { SizeBand } from '../../src/domain/figures/size-band';
import { type Bot, ORG, openBot, people } from '../support/bot';
import { Attacker, type PublishedLayer, type Truth } from '../support/figures/attacker';
import { aCampaign } from '../support/sample-data';

/*
 * A campaign of two days in a running bot, asked for its figures after every step: everything that was ever given out,
 * against a solver that knows the gate.
 */

const DAYS = ['2018-07-24', '2018-07-25'] as const;
const CAMPAIGN = aCampaign([...DAYS], [DAYS[0]]);
const admin = { admin: true };

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

interface Given {
  /** Each different table of a day, first to last, and what people did as it was given. */
  layers: { day: string; groups: Disclosure; truth: Map<string, DayStatus> }[];
  bands: SizeBand[];
}

/** Asks as an administrator does, and keeps what is new. */
async function ask(bot: Bot, now: string, given: Given): Promise<void> {
  const body = await organiserFigures(bot.core, CAMPAIGN, { now: Date.parse(now), today: now.slice(0, 10) });
  const again = await organiserFigures(bot.core, CAMPAIGN, { now: Date.parse(now), today: now.slice(0, 10) });
  expect(again).toEqual(body);
  if (body.kind !== 'organiser-figures') throw new Error(`not figures: ${body.kind}`);
  for (const { day, groups } of body.days) {
    const last = given.layers.filter((layer) => layer.day === day).at(-1);
    if (JSON.stringify(last?.groups) === JSON.stringify(groups)) continue;
    given.layers.push({ day, groups, truth: await statusesOn(bot, day) });
  }
  if (body.people?.band) given.bands.push(body.people.band);
}

async function statusesOn(bot: Bot, day: string): Promise<Map<string, DayStatus>> {
  const statuses = new Map<string, DayStatus>();
  for (const { id } of await bot.store.teams.list(ORG)) {
    for (const { member, scheduled, answer } of await bot.store.polls.members(ORG, id, day))
      statuses.set(member.id, answer?.style ?? (scheduled ? 'no-answer' : 'not-scheduled'));
  }
  return statuses;
}

const style = fc.constantFrom('home', 'home', 'home', 'mobile', 'office', 'leave', null);
const story = fc.integer({ min: 8, max: 26 }).chain((crowd) =>
  fc.record({
    crowd: fc.constant(crowd),
    first: fc.array(style, { minLength: crowd, maxLength: crowd }),
    second: fc.array(style, { minLength: crowd, maxLength: crowd }),
    corrections: fc.array(fc.tuple(fc.nat(crowd - 1), fc.constantFrom('home', 'office')), { maxLength: 8 }),
  }),
);

test('what a campaign gives out tells of no 1 to 4 people', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ crowd, first, second, corrections }) => {
      const members = people(crowd);
      const bot = await openBot('2018-07-23T12:00:00+09:00');
      const given: Given = { layers: [], bands: [] };
      try {
        await bot.team(members.slice(0, Math.ceil(crowd * 0.7)));
        bot.chat.people.set('other', members.slice(Math.floor(crowd * 0.5)));
        await bot.inbox.place(ORG, 'other', 'Other team');
        await bot.store.campaigns.save(CAMPAIGN);
        for (const [day, answers] of [[DAYS[0], first] as const, [DAYS[1], second] as const]) {
          await bot.at(`${day}T07:00:00+09:00`);
          for (const [index, answer] of answers.entries()) {
            const member = members[index];
            if (answer && member) await bot.says(member, answer);
          }
          await ask(bot, `${day}T20:00:00+09:00`, given);
        }
        await bot.at('2018-07-26T00:00:00+09:00');
        for (const [index, answer] of corrections) {
          const member = members[index];
          // The first day is corrected after its figures were given, before the final report.
          if (member) await bot.says(member, `${answer} on ${DAYS[0]}`, admin);
        }
        await ask(bot, '2018-07-26T08:00:00+09:00', given);
        await ask(bot, '2018-07-27T08:00:00+09:00', given);
      } finally {
        await bot.close();
      }
      expectSafe(
        given,
        members.map(({ id }) => id),
      );
    }),
    { numRuns: 4 },
  );
});

function expectSafe({ layers, bands }: Given, ids: readonly string[]): void {
  expect(new Set(bands.map((band) => JSON.stringify(band))).size).toBeLessThanOrEqual(1);
  const sorted = [...layers].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const published: PublishedLayer[] = sorted.map(({ day, groups }, index) => ({
    kind: sorted[index - 1]?.day === day ? 'revised' : 'first',
    groups,
  }));
  const truth: Truth = ids.map((id) => sorted.map((layer) => layer.truth.get(id) ?? 'not-scheduled'));
  expect(published.length).toBeGreaterThanOrEqual(2);
  expect(new Attacker(highs, { layers: published, people: bands[0] ?? null }).broken(truth)).toEqual([]);
}
