import type { Card } from '../../src/domain/card';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/*
 * Every place that tells figures tells the same ones of the same days, at every moment of a campaign: the poll, its
 * closing tally, `who`, the tally of a day and of the campaign, the person's panel, the organisers' figures and the
 * report.
 */

const DAYS = ['2018-07-23', '2018-07-24', '2018-07-25'] as const;
const [FIRST, CORE, LAST] = DAYS;
const OVER = '2018-07-26';
const crowd = people(32);
const reader = aPerson('p32');
const admin = { admin: true, orgAdmin: true };

/** Telework, peak avoided, no office visit and answers, and the denominator of each. */
type Figures = [telework: number, peak: number, noOffice: number, answered: number, members: number];

/* By hand: of off-peak only arrivals from 10:30 on avoid the peak; a person on a trip is in the denominator alone. */
const FIRST_COUNTED: Figures = [7, 17, 12, 22, 27];
const FIRST_CORRECTED: Figures = [6, 16, 11, 22, 27];
const CORE_COUNTED: Figures = [12, 20, 15, 30, 32];
const LAST_COUNTED: Figures = [2, 3, 2, 4, 32];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-20T12:00:00+09:00');
  await bot.team(crowd, { remind: null, announce: [] });
  await bot.store.campaigns.save(aCampaign(DAYS, [CORE], { name: 'Ours' }));
});
afterEach(() => bot.close());

const clock = (day: string, time: string) => bot.at(`${day}T${time}+09:00`);

/** Each in turn by the next person. */
async function answer(styles: [style: string, count: number][]): Promise<void> {
  let next = 0;
  for (const [style, count] of styles) {
    for (let given = 0; given < count; given += 1) await bot.says(crowd[next++] ?? reader, style);
  }
  await bot.core.refresh.settle();
}

async function play(day: string, styles: [string, number][], late: [string, number][] = []): Promise<void> {
  await clock(day, '07:00:00');
  await answer(styles);
  await clock(day, '10:30:00');
  expect((await said(`tally organisation ${day}`)).summary).toContain('so far');
  await clock(day, '12:00:00');
  await answer(late);
}

const FIRST_STYLES: [string, number][] = [
  ['home', 7],
  ['off-peak 10:30', 5],
  ['leave', 5],
  ['off', 5],
  ['office', 5],
];
const CORE_STYLES: [string, number][] = [
  ['home', 10],
  ['satellite', 2],
  ['leave', 3],
  ['trip', 4],
  ['off-peak 10:30', 5],
  ['off-peak 09:30', 2],
  ['office', 4],
];
const LAST_LATE: [string, number][] = [
  ['office', 1],
  ['home', 2],
  ['off-peak 10:30', 1],
];

const LABELS = ['Telework', 'Peak avoided', 'No office visit', 'Response rate'];

function inText(text: string): Figures {
  const found = LABELS.map((label) =>
    new RegExp(`${label}: (\\d+) of (\\d+)`).exec(text)?.slice(1).map(Number),
  );
  return found.flatMap((pair) => pair?.[0] ?? Number.NaN).concat(found[0]?.[1] ?? Number.NaN) as Figures;
}

/** By day, from the table of a report. */
function inTable({ parts }: Card): Record<string, { figures: number[]; running: boolean }> {
  const rows = parts.flatMap((part) => (part.kind === 'table' ? part.rows : []));
  return Object.fromEntries(
    rows.map(([label = '', ...cells]) => {
      const pairs = cells.map((cell) => cell.split(/[/ ]/).map(Number));
      const figures = pairs.map(([count]) => count ?? Number.NaN).concat(pairs[0]?.[1] ?? Number.NaN);
      return [dayOf(label), { figures, running: label.endsWith('so far') }];
    }),
  );
}

function dayOf(label: string): string {
  return `2018-07-${/\d+/.exec(label)?.[0]}`;
}

/** By day: what organisers are given, as ranges: telework, answers, and the denominator. */
function published({ parts }: Card): Record<string, [from: number, until: number][]> {
  const rows = parts.flatMap((part) => (part.kind === 'table' ? part.rows : []));
  return Object.fromEntries(
    rows.map(([label = '', ...cells]) => {
      const [telework = '', answered = ''] = cells;
      const [count = '', members = ''] = telework.split('/');
      const ranges = [count, answered.split('/')[0] ?? '', members].map((text): [number, number] => {
        const [from = Number.NaN, until = from] = text.split('–').map(Number);
        return [from, until];
      });
      return [dayOf(label), ranges];
    }),
  );
}

const said = async (text: string) => (await bot.says(reader, text, admin)).card;
const posted = (kind: string, day: string) =>
  bot.chat.in(PLACE).find(({ key }) => key.includes(`/${kind}/${day}`))?.card.summary ?? '';

/** By day in the table, and over all days. */
function tellsExactly(report: Card, expected: Record<string, Figures>, running: string | null): void {
  const exact = Object.entries(expected).map(([day, [telework, , , answered, members]]) => {
    return [day, { figures: [telework, answered, members], running: day === running }];
  });
  expect(Object.entries(inTable(report))).toEqual(exact);
  const sum = (index: number) =>
    Object.values(expected).reduce((total, figures) => total + (figures[index] ?? 0), 0);
  expect(report.summary).toContain(`Peak avoided: ${sum(1)} person-days`);
  expect(report.summary).toContain(`No office visit: ${sum(2)} person-days`);
}

/** Reads every place; `running`: a day that is not over. */
async function everywhere(
  expected: Record<string, Figures>,
  { people: persons, running }: { people: number; running: string | null },
): Promise<void> {
  await bot.core.refresh.settle();
  const days = Object.keys(expected);
  for (const day of days) {
    const places = {
      poll: inText(posted('open', day)),
      closing: inText(posted('close', day)),
      tally: inText((await said(`tally ${day}`)).summary),
      who: inText((await said(`who ${day}`)).summary),
    };
    const same = expected[day];
    expect([day, places]).toEqual([day, { poll: same, closing: same, tally: same, who: same }]);
  }
  const report = await said('tally Ours');
  tellsExactly(report, expected, running);
  const counted = `${days.length}/${DAYS.length}`;
  expect(report.summary).toContain(`Days counted: ${counted}`);
  expect(report.summary).toContain(`People who teleworked: ${persons} people`);
  const personDays = days.reduce((sum, day) => sum + (expected[day]?.[0] ?? 0), 0);
  expect(report.summary).toContain(`Person-days of telework: ${personDays} person-days`);
  if (running !== null) expect(inPanel((await said('me')).summary)).toEqual(inPanelOf(expected[running]));
}

/** The panel has telework, the responses and the members. */
const inPanel = (summary: string) => inPanelOf(inText(summary));
const inPanelOf = (figures: readonly number[] = []) => [figures[0], ...figures.slice(3)];

/** The organisers are given the days that are over, and ranges that hold the figures of each. */
async function organisers(expected: Record<string, Figures>): Promise<void> {
  const card = await said('campaign figures');
  expect(card.summary).toContain(`Days counted: ${Object.keys(expected).length}/${DAYS.length}`);
  const given = published(card);
  expect(Object.keys(given)).toEqual(Object.keys(expected));
  for (const [day, figures] of Object.entries(expected)) {
    const [telework, , , answered, members] = figures;
    const outside = [telework, answered, members].filter((figure, index) => {
      const [from, until] = given[day]?.[index] ?? [Number.NaN, Number.NaN];
      return !(from <= figure && figure <= until);
    });
    expect([day, outside]).toEqual([day, []]);
  }
}

/** The final report and the progress tell the exact figures, as the teams' report does; the organisation's tally holds them. */
async function aboveTeams(
  expected: Record<string, Figures>,
  { people: persons, running }: { people: number; running: string | null },
): Promise<void> {
  const days = Object.keys(expected);
  const report = await said('campaign report');
  tellsExactly(report, expected, running);
  const sum = (index: number) => days.reduce((total, day) => total + (expected[day]?.[index] ?? 0), 0);
  const soFar = running === null ? '' : ', so far';
  for (const { summary } of [report, await said('campaign show')]) {
    expect(summary.split('\n')).toContain(`People who teleworked: ${persons} people${soFar}`);
    expect(summary.split('\n')).toContain(`Person-days of telework: ${sum(0)} person-days${soFar}`);
  }
  for (const day of days.filter((one) => one !== running)) {
    const { summary } = await said(`tally organisation ${day}`);
    expect(summary).not.toContain('so far');
    const [, from, until] = /Telework: (\d+)(?:–(\d+))? of/.exec(summary) ?? [];
    const figure = expected[day]?.[0] ?? Number.NaN;
    const isHeld =
      from === undefined
        ? summary.includes('Telework: hidden')
        : Number(from) <= figure + 4 && figure <= Number(until ?? from) + 4;
    expect([day, isHeld]).toEqual([day, true]);
  }
}

test('the figures of a campaign agree in every place, at every moment', async () => {
  await play(FIRST, FIRST_STYLES);
  await everywhere({ [FIRST]: FIRST_COUNTED }, { people: 7, running: FIRST });
  // The day is over, and its book is not written yet.
  bot.moveClock(`${CORE}T00:00:00+09:00`);
  await everywhere({ [FIRST]: FIRST_COUNTED }, { people: 7, running: null });
  await clock(CORE, '00:02:00');
  await everywhere({ [FIRST]: FIRST_COUNTED }, { people: 7, running: null });

  await bot.says(crowd[0] ?? reader, `office on ${FIRST}`, admin);
  await play(CORE, CORE_STYLES);
  const two = { [FIRST]: FIRST_CORRECTED, [CORE]: CORE_COUNTED };
  await everywhere(two, { people: 12, running: CORE });
  await organisers({ [FIRST]: FIRST_CORRECTED });
  await aboveTeams(two, { people: 12, running: CORE });

  await play(LAST, [], LAST_LATE);
  const all = { ...two, [LAST]: LAST_COUNTED };
  await everywhere(all, { people: 12, running: LAST });
  await clock(OVER, '00:02:00');
  await organisers(all);
  await aboveTeams(all, { people: 12, running: null });
  // The books keep those who are forgotten.
  await bot.store.people.forget(ORG, 'p2', bot.core.clock.now());
  await clock(OVER, '09:00:00');
  await everywhere(all, { people: 12, running: null });
  await organisers(all);
  await aboveTeams(all, { people: 12, running: null });
  const post = bot.chat.in(PLACE).find(({ key }) => key.includes('/report/'));
  expect(post?.card.parts.slice(2)).toEqual((await said('tally Ours')).parts.slice(1));
});
