import type { Condition } from '../../domain/campaigns/conditions';
import type { Terms } from '../../domain/campaigns/terms';
import { type NotWorking, refuse } from '../../domain/refusal';
import type { ProgressView } from '../../ports/views';
import { CAMPAIGN, OLD_CAMPAIGN } from './data';
import type { SampleOf } from './sample';

export const TERMS: Terms = {
  names: { ja: 'テレワーク・デイズ2018', 'zh-CN': '远程办公周2018', 'zh-TW': '遠距辦公週2018' },
  window: { from: '07:00', until: '10:30' },
  peakUntil: '10:30',
  category: 'special',
  supporting: true,
  minimumDays: 2,
  minimumCorePeople: 100,
  measuresEffects: true,
  baseline: { from: '2018-07-09', until: '2018-07-13' },
  headcount: 1_200,
};

const OPEN: Condition[] = [
  { kind: 'days', state: 'open', need: 2, have: 1, day: null },
  { kind: 'core-people', state: 'open', need: 100, have: 0, day: '2018-07-24' },
  { kind: 'effects', state: 'elsewhere', need: 1, have: 0, day: null },
];

const BASE: ProgressView = {
  campaign: { ...CAMPAIGN, terms: TERMS },
  standing: 'registered',
  conditions: OPEN,
  done: 1,
  left: 4,
  people: 87,
  personDays: 87,
  running: true,
};

export function progressSamples(): SampleOf<'campaign-progress'>[] {
  const sample = (name: string, change: Partial<ProgressView>): SampleOf<'campaign-progress'> => ({
    name: `progress, ${name}`,
    body: { kind: 'campaign-progress', ...BASE, ...change },
  });
  return [
    sample('registered', { campaign: CAMPAIGN }),
    sample('never polled', {
      campaign: { ...CAMPAIGN, terms: TERMS, state: 'over' },
      done: 0,
      left: 0,
      people: 0,
      personDays: 0,
      running: false,
      conditions: [
        { kind: 'days', state: 'missed', need: 2, have: 0, day: null },
        { kind: 'effects', state: 'elsewhere', need: 1, have: 2, day: null },
      ],
    }),
    sample('the core day missed', {
      done: 3,
      left: 2,
      people: 120,
      personDays: 231,
      running: false,
      conditions: [
        { kind: 'days', state: 'met', need: 2, have: 3, day: null },
        { kind: 'core-people', state: 'missed', need: 100, have: 87, day: '2018-07-24' },
      ],
    }),
    sample('participating', {
      standing: 'participating',
      conditions: [],
      people: 0,
      personDays: 0,
    }),
    sample('teleworking', {
      campaign: { ...CAMPAIGN, terms: TERMS, state: 'over' },
      standing: 'teleworking',
      done: 5,
      left: 0,
      people: 187,
      personDays: 512,
      running: false,
      conditions: [
        { kind: 'days', state: 'met', need: 2, have: 5, day: null },
        { kind: 'core-people', state: 'met', need: 100, have: 132, day: '2018-07-24' },
        { kind: 'effects', state: 'elsewhere', need: 1, have: 0, day: null },
      ],
    }),
  ];
}

export function previewSamples(skipped: NotWorking[]): SampleOf<'campaign-preview'>[] {
  const none = { skipped: [], overlaps: [], gone: 0, heldOn: null, lost: null, unmet: [] };
  return [
    {
      name: 'campaign, preview',
      body: {
        kind: 'campaign-preview',
        preset: 'telework-days-2020',
        campaign: { ...CAMPAIGN, terms: TERMS, state: 'coming' },
        skipped,
        overlaps: [{ name: 'Snow', days: ['2018-07-26'] }],
        gone: 2,
        unmet: [refuse('no-core-day', { day: { day: '2018-07-26' } })],
        heldOn: { from: '2020-07-20', until: '2020-09-06' },
        lost: { kind: 'holiday', day: '2020-07-24', country: 'JP' },
      },
    },
    {
      name: 'campaign, preview of one day',
      body: {
        kind: 'campaign-preview',
        preset: 'bcp-drill',
        campaign: { ...OLD_CAMPAIGN, state: 'coming' },
        ...none,
      },
    },
  ];
}
