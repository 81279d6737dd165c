import type { Named } from '../../domain/campaigns/terms';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';

const PERIODS = {
  baseline: { from: '2018-07-09', until: '2018-07-13' },
  core: { from: '2018-07-23', until: '2018-07-27' },
};
const ALONE = { baseline: null, core: null };
const SALES = { unit: '営業部', baseline: 120, core: 66, people: null };

/** What was measured, and activity against the usual. */
export function effectSamples(): SamplesOf<
  'effects' | 'effect-form' | 'activity' | 'activity-form' | 'activity-imported'
> {
  return {
    effects: effectsSamples(),
    'effect-form': [{ name: 'effect form', body: { kind: 'effect-form' } }],
    activity: activitySamples(),
    'activity-form': [{ name: 'activity form', body: { kind: 'activity-form' } }],
    'activity-imported': importSamples(),
  };
}

function effectsSamples(): SampleOf<'effects'>[] {
  const campaign = { name: 'Telework Days 2018' };
  return [
    {
      name: 'effects, better and worse',
      body: {
        ...{ kind: 'effects', campaign, periods: PERIODS },
        effects: [
          {
            ...ALONE,
            metric: 'overtime',
            measure: 'h',
            values: [SALES, { ...SALES, unit: 'IT', core: 130 }],
          },
          { ...ALONE, metric: 'gas', measure: null, values: [{ ...SALES, baseline: 100, core: 103 }] },
          {
            ...{ ...PERIODS, metric: data.BIDI_NAME, measure: data.LONG_NAME },
            values: [{ unit: data.LONG_NAME, baseline: 0, core: 12_345.6, people: 12 }],
          },
        ],
        change: {
          kind: 'set',
          metric: 'overtime',
          measure: 'h',
          before: { ...SALES, core: 80 },
          after: SALES,
        },
      },
    },
    {
      name: 'effects, none',
      body: {
        kind: 'effects',
        campaign,
        periods: ALONE,
        effects: [],
        change: { kind: 'removed', metric: 'gas', unit: null },
      },
    },
    {
      name: 'effects, a unit removed',
      body: {
        kind: 'effects',
        campaign,
        periods: ALONE,
        effects: [],
        change: { kind: 'removed', metric: 'gas', unit: 'IT' },
      },
    },
    ...importedSamples(campaign),
  ];
}

function importedSamples(campaign: Named): SampleOf<'effects'>[] {
  return [
    {
      name: 'effects, imported',
      body: {
        ...{ kind: 'effects', campaign, periods: PERIODS },
        effects: [
          {
            ...{ ...ALONE, metric: 'remote-access', measure: null },
            values: Array.from({ length: 500 }, (_, index) => ({
              ...SALES,
              unit: `Site ${index}`,
              core: index,
              people: 9,
            })),
          },
          {
            ...{ ...ALONE, metric: 'paper', measure: null },
            values: [SALES, { unit: 'HQ', baseline: 10_000, core: 12_000, people: null }],
          },
          { ...ALONE, metric: 'power', measure: null, values: [{ ...SALES, core: 120 }] },
        ],
        change: { kind: 'imported', units: 500, changed: 499, ignored: ['Notes'] },
      },
    },
    {
      name: 'effects, imported twice',
      body: {
        ...{ kind: 'effects', campaign, periods: PERIODS, effects: [] },
        change: { kind: 'imported', units: 3, changed: 0, ignored: [] },
      },
    },
  ];
}

const VPN = { source: 'VPN', series: '', total: 1_204, usual: 602.4, n: 6, least: 560, most: 650, days: 1 };

function activitySamples(): SampleOf<'activity'>[] {
  const frame = { kind: 'activity', baseline: PERIODS.baseline, notWorking: [], more: 0, thin: [] } as const;
  const thin = { day: data.TODAY, n: 1, leftOut: [] };
  return [
    {
      name: 'activity of a day',
      body: {
        ...frame,
        campaign: null,
        days: [data.TODAY],
        rows: [VPN, { ...VPN, source: data.BIDI_NAME, series: data.LONG_NAME }],
      },
    },
    {
      name: 'activity of a campaign',
      body: {
        ...{
          ...frame,
          campaign: { name: 'Telework Days 2018' },
          days: ['2018-07-23', '2018-07-24'],
          more: 31,
        },
        rows: [{ ...VPN, days: 2, total: 2_400, least: 1.7, most: 2.4 }],
        thin: [
          { ...thin, why: 'no-count' },
          { ...thin, why: 'incomplete' },
          { ...thin, why: 'nothing-usual' },
        ],
      },
    },
    {
      name: 'activity, too thin a baseline on a day off',
      body: {
        ...{ ...frame, campaign: null, days: [data.TODAY], rows: [] },
        notWorking: [{ kind: 'closed', day: data.TODAY, country: 'JP' }],
        thin: [
          {
            ...{ ...thin, why: 'thin' },
            leftOut: (['not-working', 'telework-day', 'no-count', 'incomplete'] as const).map((why) => ({
              day: '2018-07-17',
              why,
            })),
          },
        ],
      },
    },
  ];
}

function importSamples(): SampleOf<'activity-imported'>[] {
  return [
    {
      name: 'activity imported',
      body: {
        kind: 'activity-imported',
        source: 'VPN',
        series: 3,
        span: PERIODS.core,
        changed: 15,
        tooOld: 2,
      },
    },
    {
      name: 'activity imported twice',
      body: { kind: 'activity-imported', source: 'VPN', series: 1, span: null, changed: 0, tooOld: 0 },
    },
  ];
}
