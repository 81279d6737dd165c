import type { DayFigures } from '../../domain/figures/day-figures';
import { disclose } from '../../domain/figures/disclosure';
import { figuresOf, groupsOf, rollUpOf } from '../../domain/figures/roll-up';
import { discloseItem, SURVEYS } from '../../domain/surveys/survey';
import type { FinalReport } from '../../ports/final-report';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';
import { teamSamples } from './teams';

const DEPARTMENTS = [
  { name: 'Sales', teams: [data.TEAM_NAME, 'sales-osaka'] },
  { name: data.BIDI_NAME, teams: [] },
];

const NONE = {
  ...{ home: 0, 'home-part': 0, satellite: 0, mobile: 0, 'off-peak': 0, leave: 0 },
  ...{ trip: 0, office: 0, 'no-answer': 0, 'not-scheduled': 0 },
};

/** Two teams, and a person of both whose answer is not told. */
const TOLD = rollUpOf(
  [
    {
      teams: ['a'],
      here: ['a'],
      late: NONE,
      counts: { ...NONE, home: 24, office: 11, leave: 2, 'no-answer': 3 },
    },
    { teams: ['b'], here: ['b'], late: NONE, counts: { ...NONE, home: 9, mobile: 6, office: 7 } },
    { teams: ['a', 'b'], here: ['a', 'b'], late: NONE, counts: { ...NONE, home: 1 } },
    { teams: ['b'], here: [], late: NONE, counts: { ...NONE, 'no-answer': 4 } },
  ],
  {
    departments: [
      { id: '1', name: 'Sales', teams: ['a'] },
      { id: '2', name: data.LONG_NAME, teams: ['b'] },
    ],
    at: 0,
  },
);

const MEASURED: Pick<FinalReport, 'effects' | 'activity' | 'surveys'> = {
  effects: {
    periods: { baseline: { from: '2018-07-09', until: '2018-07-13' }, core: null },
    effects: [
      {
        ...{ metric: 'overtime', measure: null, baseline: null, core: null },
        values: [{ unit: 'Sales', baseline: 120, core: 66, people: null }],
      },
      {
        ...{ metric: 'gas', measure: null, baseline: null, core: null },
        values: [{ unit: 'HQ', baseline: 100, core: 103, people: null }],
      },
    ],
  },
  activity: {
    baseline: { from: '2018-06-11', until: '2018-07-20' },
    rows: [
      { source: 'VPN', series: '', days: 2, total: 4_100, usual: 2_050, n: 6, least: 1.8, most: 2.2 },
      { source: 'Doors', series: 'HQ', days: 1, total: 310, usual: 620, n: 6, least: 600, most: 640 },
    ],
    more: 1,
  },
  surveys: [
    {
      day: data.TODAY,
      items: (SURVEYS[0]?.items ?? []).slice(0, 2).map((item, index) => ({
        item: item.id,
        cells:
          index > 0 ? null : discloseItem(item, Object.fromEntries(item.options.map(({ id }) => [id, 8]))),
      })),
    },
  ],
};

const SUMMARY = {
  name: data.CAMPAIGN.name,
  days: 1,
  teams: 2,
  roster: 67,
  people: 51,
  personDays: 79,
  scheduled: 128,
};

const DAY: DayFigures = {
  ...{ people: 67, members: 64, answered: 59, telework: 41 },
  ...{ noOfficeVisit: 43, peakAvoided: 46 },
};

/** Departments, the tallies above the teams, and the report on a campaign. */
export function departmentSamples(): SamplesOf<
  | 'final-report'
  | 'departments'
  | 'departments-changed'
  | 'departments-form'
  | 'organisation-channel'
  | 'template'
  | 'teams-changed'
  | 'silent-list'
  | 'roll-up'
> {
  return {
    ...teamSamples(),
    departments: [
      {
        name: 'departments',
        body: { kind: 'departments', departments: DEPARTMENTS, without: ['legal'], channel: 'general' },
      },
      {
        name: 'departments, none',
        body: { kind: 'departments', departments: [], without: [], channel: null },
      },
    ],
    'departments-changed': [
      ...(['set', 'renamed', 'removed'] as const).map((change) => ({
        name: `department ${change}`,
        body: {
          ...{ kind: 'departments-changed' as const, change, name: 'Sales' },
          ...{ departments: DEPARTMENTS, version: 4 },
        },
      })),
      {
        name: 'departments imported',
        body: {
          ...{ kind: 'departments-changed', change: 'imported', name: '12' },
          ...{ departments: DEPARTMENTS, version: 5 },
        },
      },
      {
        name: 'departments, undone',
        body: { kind: 'departments-changed', change: 'undone', name: '', departments: [], version: null },
      },
      {
        name: 'department as before',
        body: {
          ...{ kind: 'departments-changed', change: 'set', name: 'Sales' },
          ...{ departments: DEPARTMENTS, version: null },
        },
      },
    ],
    'final-report': reportSamples(),
    'departments-form': [{ name: 'departments, form', body: { kind: 'departments-form' } }],
    'organisation-channel': [
      { name: 'organisation tally here', body: { kind: 'organisation-channel', teamName: data.TEAM_NAME } },
      { name: 'organisation tally off', body: { kind: 'organisation-channel', teamName: null } },
    ],
    'roll-up': rollUpSamples(),
  };
}

function reportSamples(): SampleOf<'final-report'>[] {
  return [
    {
      name: 'final report',
      body: {
        kind: 'final-report',
        report: {
          campaign: { ...data.CAMPAIGN, state: 'over' },
          participation: { category: 'special', supporting: true, headcount: 90 },
          summary: { ...SUMMARY, days: 2 },
          running: true,
          before: { ...SUMMARY, name: data.LONG_NAME, people: 20, personDays: 20, scheduled: 64 },
          forms: [
            { style: 'home', personDays: 67 },
            { style: 'satellite', personDays: 8 },
            { style: 'mobile', personDays: 4 },
          ],
          departments: [
            { name: 'Sales', people: 41, personDays: 47 },
            { name: data.LONG_NAME, people: 26, personDays: 32 },
          ],
          days: [
            { day: data.TODAY, core: true, running: false, figures: DAY },
            { day: '2018-07-25', core: false, running: true, figures: { ...DAY, telework: 38 } },
          ],
          missing: ['2018-07-23'],
          target: { target: 0.5, reached: 0, all: 1 },
          response: { polls: 4, median: 600_000 },
          ...MEASURED,
          improve: ['answers', 'target', 'core', 'departments'],
        },
      },
    },
    {
      name: 'final report, nothing counted',
      body: {
        kind: 'final-report',
        report: {
          campaign: data.CAMPAIGN,
          participation: { category: 'implementing' },
          summary: { ...SUMMARY, days: 0, people: 0, personDays: 0, scheduled: 0 },
          ...{ running: false, forms: [], departments: [], days: [], missing: [], improve: [] },
        },
      },
    },
  ];
}

function rollUpSamples(): SampleOf<'roll-up'>[] {
  const day = {
    day: data.TODAY,
    campaign: data.CAMPAIGN,
    isCore: true,
    groups: [],
    again: 0,
    departments: [],
  };
  return [
    {
      name: 'organisation tally',
      body: {
        ...{
          kind: 'roll-up',
          department: null,
          teams: 2,
          waiting: 0,
          running: true,
          figures: figuresOf(TOLD, null),
        },
        ...day,
        groups: groupsOf(TOLD, null).flat(),
        again: TOLD.again,
        departments: TOLD.departments.map(({ id, name }) => ({ name, figures: figuresOf(TOLD, id) })),
      },
    },
    {
      name: 'organisation tally, not finished',
      body: { kind: 'roll-up', department: null, teams: 2, waiting: 2, running: true, figures: null, ...day },
    },
    {
      name: 'department tally',
      body: {
        ...{ kind: 'roll-up', teams: 1, waiting: 0, running: false, figures: figuresOf(TOLD, '1') },
        ...day,
        ...{ department: 'Sales', campaign: null, isCore: false },
        groups: disclose({ ...NONE, home: 24, office: 11 }).map((group) => group),
      },
    },
  ];
}
