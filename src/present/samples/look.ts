import type { WhoGroup, WhoNames } from '../../ports/views';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';
import { digestSamples, officeSamples, whoWeekSamples } from './who-week';

const { CORE_DAY, PLAIN_DAY, TEAM, TEAM_NAME: teamName, USUAL_TALLY, EMPTY_TALLY, NO_CURVE } = data;

const GROUPS: WhoGroup[] = [
  { style: 'home', count: 9 },
  { style: 'away', count: 1 },
  { style: 'no-answer', count: 3 },
];

const NAMES: WhoNames['shown'] = [
  { name: '佐藤 花子', style: 'home' },
  { name: 'Tanaka Ken', style: 'home' },
  { name: data.BIDI_NAME, style: 'home' },
  { name: data.LONG_NAME, style: 'home' },
  { name: 'Suzuki Ichiro', style: 'away' },
  { name: 'O’Brien', style: 'no-answer' },
];

const MANY_NAMES: WhoNames['shown'] = Array.from({ length: 100 }, (_, index) => ({
  name: `Member ${index + 101}`,
  style: 'home',
}));

/** Answers to `who`, `tally` and `days`. */
export function lookSamples(): SamplesOf<'who' | 'who-week' | 'digest' | 'office-bounds' | 'tally' | 'days'> {
  return {
    who: whoSamples(),
    'who-week': whoWeekSamples(),
    digest: digestSamples(),
    'office-bounds': officeSamples(),
    tally: tallySamples(),
    days: daysSamples(),
  };
}

function whoSamples(): SampleOf<'who'>[] {
  const who = {
    kind: 'who',
    team: TEAM,
    among: null,
    day: CORE_DAY,
    phase: 'open',
    group: null,
    tally: USUAL_TALLY,
  } as const;
  return [
    {
      name: 'who, counts only',
      body: { ...who, groups: GROUPS, names: null },
    },
    {
      name: 'who, names',
      body: { ...who, groups: GROUPS, names: { from: 0, total: NAMES.length, unnamed: 0, shown: NAMES } },
    },
    {
      name: 'who, some without names',
      body: {
        ...who,
        groups: GROUPS,
        names: { from: 0, total: 5, unnamed: 8, shown: NAMES.slice(0, 5) },
      },
    },
    {
      name: 'who, one of several teams',
      body: {
        ...who,
        among: { name: '#general-affairs', others: [{ team: 'team2', name: '#sales' }] },
        groups: GROUPS,
        names: null,
      },
    },
    {
      name: 'who, a group',
      body: { ...who, group: { id: 's0123', name: 'sales' }, groups: GROUPS, names: null },
    },
    {
      name: 'who, 4,321 names',
      body: {
        ...who,
        group: { id: 'sales', name: 'sales' },
        groups: [{ style: 'home', count: 4_321 }],
        names: { from: 100, total: 4_321, unnamed: 0, shown: MANY_NAMES },
        tally: data.HUGE_TALLY,
      },
    },
    {
      name: 'who, nobody',
      body: { ...who, day: PLAIN_DAY, groups: [], names: null, tally: data.NO_MEMBERS },
    },
    {
      name: 'who, no poll',
      body: { ...who, day: PLAIN_DAY, phase: 'none', groups: [], names: null, tally: EMPTY_TALLY },
    },
    {
      name: 'who, no poll but plans',
      body: { ...who, day: PLAIN_DAY, phase: 'none', groups: GROUPS.slice(0, 1), names: null },
    },
  ];
}

function tallySamples(): SampleOf<'tally'>[] {
  return [
    {
      name: 'tally, no poll',
      body: { kind: 'tally', teamName, day: PLAIN_DAY, phase: 'none', tally: EMPTY_TALLY, curve: NO_CURVE },
    },
    {
      name: 'tally, no poll but plans',
      body: { kind: 'tally', teamName, day: PLAIN_DAY, phase: 'none', tally: USUAL_TALLY, curve: NO_CURVE },
    },
    {
      name: 'tally, open',
      body: { kind: 'tally', teamName, day: CORE_DAY, phase: 'open', tally: USUAL_TALLY, curve: data.CURVE },
    },
    {
      name: 'tally, planned',
      body: {
        kind: 'tally',
        teamName,
        day: PLAIN_DAY,
        phase: 'planned',
        tally: EMPTY_TALLY,
        curve: NO_CURVE,
      },
    },
    {
      name: 'tally, over, nobody',
      body: {
        kind: 'tally',
        teamName,
        day: data.DRILL,
        phase: 'over',
        tally: EMPTY_TALLY,
        curve: NO_CURVE,
      },
    },
  ];
}

function daysSamples(): SampleOf<'days'>[] {
  const row = { ...CORE_DAY, answer: { style: 'home' as const, arrival: null } };
  return [
    {
      name: 'days',
      body: {
        kind: 'days',
        days: [row, { ...PLAIN_DAY, answer: null }, { ...data.DRILL, answer: null }],
        team: TEAM,
        teamName: null,
      },
    },
    {
      name: 'days, one of several teams',
      body: { kind: 'days', days: [{ ...PLAIN_DAY, answer: null }], team: TEAM, teamName: data.LONG_NAME },
    },
    {
      name: 'days, notes',
      body: {
        kind: 'days',
        days: [
          { ...data.RESTING_DAY, answer: null },
          {
            ...PLAIN_DAY,
            day: '2018-08-04',
            note: { makeUp: true, resting: [], country: 'CN' },
            answer: null,
          },
        ],
        team: TEAM,
        teamName: null,
      },
    },
    { name: 'days, none', body: { kind: 'days', days: [], team: null, teamName: null } },
  ];
}
