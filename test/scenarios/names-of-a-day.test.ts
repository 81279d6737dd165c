import { Renderer as SlackRenderer } from '../../adapters/slack/render';
import { Renderer as TeamsRenderer } from '../../adapters/teams/render';
import { type DayPicture, NAMES_A_PAGE, whoGroups, whoNames } from '../../src/app/figures/day-overview';
import { responseCurve, tallyOf } from '../../src/domain/answers/tally';
import { isWork, WORK_STYLES } from '../../src/domain/answers/work-style';
import { DEFAULT_PREFERENCES, LOCALES, type Member } from '../../src/domain/people/person';
import { translate } from '../../src/i18n/translate';
import { present } from '../../src/present';
import { CORE_DAY } from '../../src/present/samples/data';
import { elementsOf, judgeBlocks, judgeView } from '../fakes/slack/blocks';
import { weigh } from '../fakes/teams/activity-check';

/* Ten thousand members whose names are as long as names get: who answers what is shown a page at a time. */

const slack = new SlackRenderer(translate);
const teams = new TeamsRenderer(translate);

const MEMBERS = 10_000;
const nameOf = (index: number) => `${index} `.padEnd(80, '漢&<');

function aMember(id: string, name: string): Member {
  return { id, name, locale: null, timeZone: null, kind: 'person', preferences: DEFAULT_PREFERENCES };
}

const members: NonNullable<DayPicture['members']> = Array.from({ length: MEMBERS }, (_, index) => {
  const style = WORK_STYLES[index % (WORK_STYLES.length + 1)];
  return {
    member: aMember(`p${index}`, nameOf(index)),
    choice: style ? { style, arrival: null } : null,
    scheduled: true,
    here: true,
  };
});
const groups = members.flatMap(({ choice }) =>
  choice && isWork(choice) ? [{ ...choice, count: 1, late: 0 }] : [],
);
const picture: DayPicture = {
  view: CORE_DAY,
  phase: 'open',
  tally: tallyOf(MEMBERS, groups, '10:30'),
  peakUntil: '10:30',
  curve: responseCurve([], 0),
  members,
};

function page(from: number, locale: (typeof LOCALES)[number]) {
  const { view: day, phase, tally } = picture;
  const shown = whoGroups(picture);
  const names = whoNames(members, from, locale);
  const message = {
    kind: 'who' as const,
    team: 't',
    among: null,
    day,
    phase,
    group: null,
    groups: shown,
    names,
    tally,
  };
  return { names, card: present({ today: day.day, ...message }, locale) };
}

test('the pages hold everybody once, a hundred at a time', () => {
  const pages = Array.from({ length: MEMBERS / NAMES_A_PAGE }, (_, index) =>
    whoNames(members, index * NAMES_A_PAGE, 'en'),
  );
  expect(pages.map(({ shown }) => shown.length)).toEqual(pages.map(() => NAMES_A_PAGE));
  expect(new Set(pages.flatMap(({ shown }) => shown.map(({ name }) => name))).size).toBe(MEMBERS);
});

test('a page that is not there is the last one; one in between begins where its hundred does', () => {
  expect(whoNames(members, 999_999, 'en')).toMatchObject({ from: MEMBERS - NAMES_A_PAGE, total: MEMBERS });
  expect(whoNames(members, 250, 'en').from).toBe(200);
  expect(whoNames([], 100, 'en')).toEqual({ from: 0, total: 0, unnamed: 0, shown: [] });
});

test.each(LOCALES)('every name of a page is shown in Slack’s window, within its limits, in %s', (locale) => {
  const { names, card } = page(5_000, locale);
  // So long and wide, a hundred names are two pages of a window.
  const windows = [0, 1].map((part) => slack.toModal(card, { metadata: '{}', page: part }));
  expect(windows.map(judgeView)).toEqual([null, null]);
  const drawn = JSON.stringify(windows).replaceAll('&amp;', '&').replaceAll('&lt;', '<');
  expect(names.shown.filter(({ name }) => !drawn.includes(name))).toEqual([]);
  const pressed = windows.flatMap(({ blocks }) => elementsOf(blocks).map(({ value }) => value));
  expect(pressed).toEqual(expect.arrayContaining(['who|t|2018-07-24|4900|', 'who|t|2018-07-24|5100|']));
  expect(judgeBlocks(slack.toMessage(card, { charts: false }).blocks, { charts: false })).toBeNull();
});

test.each(LOCALES)('and in a card of Teams below 80 KB, in %s', (locale) => {
  const { names, card } = page(5_000, locale);
  const drawn = teams.toAdaptiveCard(card);
  expect(weigh(JSON.stringify(drawn))).toBeLessThan(80 * 1024);
  const titles = JSON.stringify(drawn)
    .replaceAll('\\\\', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  expect(names.shown.filter(({ name }) => !titles.includes(name))).toEqual([]);
});

test.each([
  ['zh-CN', ['安娜', '陈伟', '王芳']],
  ['zh-TW', ['丁一', '王芳', '陳偉']],
  ['en', ['Ada', 'Émile', 'Zoe']],
] as const)('names stand in the order of the reader’s language: %s', (locale, names) => {
  const members = [...names].reverse().map((name) => ({
    member: aMember(name, name),
    ...{ here: true, scheduled: true, choice: null },
  }));
  expect(whoNames(members, 0, locale).shown.map(({ name }) => name)).toEqual(names);
});
