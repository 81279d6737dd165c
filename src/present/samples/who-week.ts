import type { NamedWeek, WeekDay } from '../../ports/week-views';
import * as data from './data';
import type { SampleOf } from './sample';

const { CORE_DAY, PLAIN_DAY, TEAM, USUAL_TALLY, EMPTY_TALLY } = data;

const MONDAY = { ...PLAIN_DAY, day: '2018-07-23', names: true };
const THURSDAY = { ...PLAIN_DAY, day: '2018-07-26', names: true };
const FRIDAY = { ...PLAIN_DAY, day: '2018-07-27', names: true };
const ASKED = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'];

const DAYS: WeekDay[] = [
  { day: MONDAY, phase: 'over', tally: USUAL_TALLY },
  { day: { ...CORE_DAY, names: true }, phase: 'open', tally: USUAL_TALLY },
  { day: { ...PLAIN_DAY, day: '2018-07-25', names: true }, phase: 'planned', tally: EMPTY_TALLY },
  { day: THURSDAY, phase: 'planned', tally: USUAL_TALLY },
  { day: FRIDAY, phase: 'planned', tally: EMPTY_TALLY },
];

const SHOWN: NamedWeek['shown'] = [
  { name: data.BIDI_NAME, styles: ['home', 'home', 'no-answer', 'office', 'no-answer'] },
  { name: data.LONG_NAME, styles: ['office', 'off-peak', 'office', 'satellite', 'mobile'] },
  { name: 'O’Brien', styles: [null, 'no-answer', 'no-answer', 'no-answer', 'no-answer'] },
  { name: 'Suzuki Ichiro', styles: ['away', 'away', 'home-part', 'home', 'home'] },
  { name: 'Tanaka Ken', styles: ['home', 'home', 'office', 'office', 'home'] },
  { name: '佐藤 花子', styles: ['home', 'home-part', 'office', 'home', 'home'] },
];

/** Answers to `who` for a week. */
export function whoWeekSamples(): SampleOf<'who-week'>[] {
  const week = { kind: 'who-week', team: TEAM, among: null, asked: ASKED, days: DAYS } as const;
  return [
    {
      name: 'who this week, names',
      body: { ...week, people: { from: 0, total: SHOWN.length, unnamed: 2, shown: SHOWN } },
    },
    {
      name: 'who this week, counts only',
      body: { ...week, people: null },
    },
    {
      name: 'who this week, a page of many, one of several teams',
      body: {
        ...week,
        among: { name: '#general-affairs', others: [{ team: 'team2', name: '#sales' }] },
        people: {
          from: 50,
          total: 321,
          unnamed: 0,
          shown: Array.from({ length: 50 }, (_, index) => ({
            name: `Member ${index + 51}`,
            styles: SHOWN[index % SHOWN.length]?.styles ?? [],
          })),
        },
      },
    },
    { name: 'who this week, no days', body: { ...week, days: [], people: null } },
  ];
}

const AHEAD: WeekDay[] = DAYS.map(({ day, tally }, index) => ({
  day: { ...day, day: `2018-${['07-30', '07-31', '08-01', '08-02', '08-03'][index]}`, core: false },
  phase: 'planned',
  tally,
}));
const NEXT_WEEK = ['2018-07-30', '2018-07-31', '2018-08-01', '2018-08-02', '2018-08-03', '2018-08-04'];

/** The digest of the next week, and the people of teams of every size. */
export function digestSamples(): SampleOf<'digest'>[] {
  const digest = { kind: 'digest', team: TEAM, teamName: '#general-affairs', asked: NEXT_WEEK } as const;
  const people = (shown: NamedWeek['shown'], unnamed = 0) => ({
    from: 0,
    total: shown.length,
    unnamed,
    shown,
  });
  const counted = AHEAD.map(({ day, ...rest }) => ({ day: { ...day, names: false }, ...rest }));
  const forty = Array.from({ length: 40 }, (_, index) => ({
    name: NAMES[index % NAMES.length] + (index < NAMES.length ? '' : ` ${index}`),
    styles: SHOWN[index % SHOWN.length]?.styles ?? [],
  }));
  return [
    { name: 'digest, in the channel', body: { ...digest, days: AHEAD, people: null, toContact: false } },
    { name: 'digest, counts only', body: { ...digest, days: counted, people: null, toContact: false } },
    {
      name: 'digest, to the contact, three people',
      body: { ...digest, days: AHEAD, people: people(SHOWN.slice(3), 1), toContact: true },
    },
    {
      name: 'digest, to the contact, forty people',
      body: { ...digest, days: AHEAD, people: people(forty), toContact: true },
    },
    {
      name: 'digest, one day, to a contact who sees counts',
      body: { ...digest, days: counted.slice(3, 4), people: null, toContact: true },
    },
  ];
}

/** What a team's contact is told of a day with too few or too many in the office. */
export function officeSamples(): SampleOf<'office-bounds'>[] {
  const body = {
    kind: 'office-bounds',
    team: TEAM,
    teamName: '#general-affairs',
    day: '2018-07-30',
  } as const;
  const bounds = { least: 2, most: 12 };
  return [
    { name: 'office, too few', body: { ...body, beyond: 'few', bounds, visitors: 1, silent: 3 } },
    {
      name: 'office, nobody',
      body: { ...body, beyond: 'few', bounds: { least: 1, most: null }, visitors: 0, silent: 0 },
    },
    {
      name: 'office, too many',
      body: { ...body, beyond: 'many', bounds: { least: null, most: 12 }, visitors: 14, silent: 1 },
    },
  ];
}

const NAMES = ['Li', '王芳', 'Suzuki Ichiro', data.LONG_NAME, '佐藤 花子', 'Maximilian von Hohenfels', '何'];
