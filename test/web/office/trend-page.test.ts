import { lineChart } from '../../../src/web/office/chart';
import { aPoll, aVote, scheduled } from '../../contracts/store/harness';
import { OfficePages, ORG, TEAM } from '../../support/office-pages';

const pages = new OfficePages();
beforeAll(async () => {
  await pages.open();
  const { polls, answers, books } = pages.store;
  for (const [day, homes] of [
    ['2018-07-11', ['bob']],
    ['2018-07-12', ['bob', 'cat']],
    ['2018-07-18', []],
  ] as const) {
    const poll = { ...aPoll(), org: ORG, team: TEAM, day };
    await polls.open(poll, scheduled('bob', 'cat'), 0);
    for (const person of homes) await answers.record(aVote(person, { org: ORG, team: TEAM, day }));
    await books.close(poll, poll.endsAt);
    await books.closeDay(ORG, day, poll.endsAt);
  }
});
beforeEach(() => pages.standAsUsual());
afterAll(() => pages.close());

const read = async (id: string, path = '/office/trend') => {
  const page = await (await pages.ask(path, { cookie: await pages.signIn(id) })).text();
  return page.replace(/<svg.*?<\/svg>/s, '');
};

test.each([
  ['an administrator', 'ann', 'Each person of the organisation counts once a day'],
  ['a member', 'bob', 'summed over your teams'],
])('%s reads person-days by week, the three tallies apart', async (_name, id, said) => {
  const page = await read(id);
  expect(page).toContain(said);
  expect(page).toMatch(/Mon 16 July.*0\/2 \(0%\).*Mon 9 July.*3\/4 \(75%\).*3\/4 \(75%\)/su);
});

test('a person of no team reads that there is nothing', async () => {
  expect(await read('eve')).toContain('No poll in these months.');
});

test('a span that is none is the usual one', async () => {
  expect(await read('bob', '/office/trend?months=9999999')).toMatch(/aria-current="true"[^>]*>3 months/u);
});

test('a chart has its lines, their names as text, and no style or script of its own', async () => {
  const chart = await lineChart({
    label: 'Trend " onload="x',
    lines: ['A', '<script>B'].map((name, index) => ({
      name,
      points: ['2018-07-09', '2018-07-16', '2018-07-23'].map((day, at) => ({
        day,
        share: at === 1 && index === 1 ? null : 0.5,
      })),
    })),
    dayText: (day) => `day ${day}`,
    shareText: (share) => `${share * 100} %`,
  });
  expect(chart).toMatch(/^<svg role="img" aria-label="Trend &quot; onload=&quot;x"/u);
  expect(chart).toContain('&lt;script');
  expect(chart).not.toMatch(/<script|<style| style=/u);
  expect(chart.match(/<circle/gu)).toHaveLength(5);
  expect(chart).toContain('day 2018-07-09');
  // The two end at one height: their names stand apart.
  const heights = [...chart.matchAll(/,([\d.]+)\)"[^>]*>(?:A|&lt;script)/gu)].map((found) => found[1]);
  expect(new Set(heights).size).toBe(2);
});
