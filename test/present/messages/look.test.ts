import type { Choice } from '../../../src/domain/answers/work-style';
import { CORE_DAY, NO_CURVE, TEAM, USUAL_TALLY } from '../../../src/present/samples/data';
import { actionsOf, buttonsOf, card, factsOf, inAll, linesOf, partsOf, sample } from '../cards';

const HOME: Choice = { style: 'home', arrival: null };

describe('who', () => {
  test('shows counts only, unless the team shows names; leave is "away"', () => {
    const counts = sample('who, counts only');
    expect(factsOf(counts)).toMatchObject({
      'Working from home': '9 people',
      Away: '1 person',
      'No answer yet': '3 people',
    });
    expect(counts.summary).toContain('Names are off for this team.');
    expect(counts.summary).not.toContain('On leave');
    expect(factsOf(sample('who, counts only', 'ja'))).toMatchObject({ 不在: '1人' });
  });

  test('shows names', () => {
    const named = sample('who, names');
    expect(factsOf(named)).toMatchObject({
      'Working from home · 9 people': expect.stringMatching(
        /^佐藤 花子 · Tanaka Ken · .*Head of International/u,
      ),
      Away: 'Suzuki Ichiro',
      'No answer yet · 3 people': 'O’Brien',
    });
    expect(named.summary).not.toContain('counts only');
    expect(buttonsOf(named)).toEqual([]);
  });

  test('shows a hundred names at a time, and turns to those before and after', () => {
    const page = sample('who, 4,321 names');
    const [, , ofStyle] = partsOf(page, 'facts');
    const names = (ofStyle?.items ?? []).flatMap(({ value }) => value.split(' · '));
    expect(new Set(ofStyle?.items.map(({ label }) => label))).toEqual(new Set(['Working from home']));
    expect([names.length, names[0], names.at(-1)]).toEqual([100, 'Member 101', 'Member 200']);
    expect(page.summary).toContain('101–200 of 4,321');
    expect(actionsOf(page)).toEqual([`who|${TEAM}|2018-07-24|0|sales`, `who|${TEAM}|2018-07-24|200|sales`]);
  });

  test('says of which user group', () => {
    expect(linesOf(sample('who, a group'))[1]).toBe('Only @sales');
    expect(linesOf(sample('who, a group', 'ja'))[1]).toBe('@sales のみ');
  });

  test('names the team where the reader has several, and leads to the others', () => {
    const one = sample('who, one of several teams');
    expect(linesOf(one)[1]).toBe('#general-affairs');
    expect(buttonsOf(one).map(({ label }) => label)).toEqual(['#sales']);
    expect(actionsOf(one)).toEqual(['who|team2|2018-07-24']);
    expect(sample('who, counts only').summary).not.toContain('#general-affairs');
  });

  test('says that the team has no members that day', () => {
    expect(sample('who, nobody').summary).toContain('No one to show');
  });
});

test('a day without a poll says so, and shows figures only where members have plans', () => {
  expect(inAll('who, no poll', (one) => linesOf(one).slice(1).join('|'))).toEqual(
    inAll('tally, no poll', (one) => linesOf(one)[1] ?? ''),
  );
  expect(linesOf(sample('tally, no poll'))).toEqual([
    'Tally: Wed 25 July',
    'No poll that day. Type “days” to see what’s coming up.',
    'sales-tokyo',
  ]);
  expect(sample('tally, no poll but plans').summary).toContain('Response rate: 21 of 24');
  expect(factsOf(sample('who, no poll but plans'))).toMatchObject({ 'Working from home': '9 people' });
});

test('a tally says when answers are taken, and that there are none yet', () => {
  expect(sample('tally, open').summary).toContain('Telework: 13 of 24 (54%)');
  expect(linesOf(sample('tally, planned'))).toContain('No answers yet.');
  expect(linesOf(sample('tally, over, nobody'))).toContain('No one answered.');
  expect(buttonsOf(sample('tally, open'))).toEqual([]);
});

test.each([
  ['a member who answered after the poll opened', { planned: 0, counted: 2, median: 60_000 }, [false, true]],
  ['plans alone', { planned: 2, counted: 0, median: null }, [true, false]],
  ['neither', { planned: 0, counted: 0, median: null }, [false, false]],
  ['both', { planned: 2, counted: 2, median: 60_000 }, [true, true]],
])('a tally tells only the parts of the response curve that there are: %s', (_, curve, expected) => {
  const { summary } = card({
    kind: 'tally',
    teamName: 'Sales',
    day: CORE_DAY,
    phase: 'open',
    tally: USUAL_TALLY,
    curve: { ...NO_CURVE, ...curve },
  });
  expect([summary.includes('planned'), summary.includes('half of')]).toEqual(expected);
});

test('the days are listed with the own answer, and the first open one can be answered', () => {
  const days = sample('days');
  expect(factsOf(days)).toEqual({
    'Tue 24 July (core day)': 'Working from home',
    'Wed 25 July': 'No answer yet',
    'Tue 24 July (drill)': 'No answer yet',
  });
  expect(days.summary).toContain('Answer between: 07:00–10:30 (Japan Standard Time)');
  expect(actionsOf(days)[0]).toBe(`answer|${TEAM}|2018-07-25|home|`);
  const only = card({ kind: 'days', days: [{ ...CORE_DAY, answer: HOME }], team: TEAM, teamName: null });
  expect(
    buttonsOf(only)
      .filter(({ chosen }) => chosen)
      .map(({ label }) => label),
  ).toEqual(['🏠 Working from home']);
  expect(
    actionsOf(card({ kind: 'days', days: [{ ...CORE_DAY, answer: null }], team: null, teamName: null })),
  ).toEqual([]);
  expect(sample('days, none').summary).toContain('No Telework Days coming up.');
});

test('days with windows of their own say them, and one of several teams is named', () => {
  const days = [CORE_DAY, { ...CORE_DAY, day: '2018-07-25', window: { from: '08:00', until: '10:30' } }];
  const shown = card({
    kind: 'days',
    days: days.map((day) => ({ ...day, answer: null })),
    team: TEAM,
    teamName: 'Sales',
  });
  expect(linesOf(shown).slice(0, 2)).toEqual(['Telework Days', 'Sales']);
  expect(Object.values(factsOf(shown))).toEqual([
    'No answer yet (07:00–10:30)',
    'No answer yet (08:00–10:30)',
  ]);
  expect(shown.summary).not.toContain('Answer between');
});
