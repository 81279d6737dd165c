import { presets } from '../../domain/campaigns/presets';
import { refuse } from '../../domain/refusal';
import { type Day, daySpan } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { MessageBody } from '../../ports/messages';
import * as data from './data';
import { deliverySamples } from './deliveries';
import { departmentSamples } from './departments';
import { figureSamples } from './figures';
import { holidaySamples } from './holidays';
import { noticeSamples } from './notices';
import { previewSamples, progressSamples, TERMS } from './progress';
import type { SampleOf, SamplesOf } from './sample';
import { settingSamples } from './settings';

const { CAMPAIGN, TEAM, TEAM_NAME: teamName, TODAY } = data;

function workdays(from: Day, until: Day): number {
  return daySpan(from, until).filter((day) => notWorking(day, data.SETTINGS) === null).length;
}

const SKIPPED = [
  { kind: 'holiday' as const, day: '2018-09-17', country: 'JP' },
  { kind: 'weekend' as const, day: '2018-07-28', country: 'JP' },
  { kind: 'closed' as const, day: '2018-08-13', country: 'JP' },
  { kind: 'holiday' as const, day: '2018-09-18', country: 'AQ' },
];

/** Messages to an administrator. */
export function administratorSamples(): SamplesOf<
  | keyof ReturnType<typeof settingSamples>
  | keyof ReturnType<typeof campaignSamples>
  | keyof ReturnType<typeof holidaySamples>
  | keyof ReturnType<typeof departmentSamples>
  | keyof ReturnType<typeof deliverySamples>
  | 'organiser-figures'
  | 'bind-offer'
  | 'bound'
  | 'unbound'
  | 'poll-opened'
  | 'trouble'
  | 'missed-days'
  | 'shared-channel'
> {
  return {
    ...settingSamples(),
    ...campaignSamples(),
    ...holidaySamples(),
    ...departmentSamples(),
    'organiser-figures': figureSamples(),
    'bind-offer': [{ name: 'bind, a code', body: { kind: 'bind-offer', teamName, code: '4F7K-92QX' } }],
    bound: [
      { name: 'bound', body: { kind: 'bound', teamName: data.LONG_NAME, dropped: false, namesOff: false } },
      { name: 'bound, settings dropped', body: { kind: 'bound', teamName, dropped: true, namesOff: true } },
    ],
    unbound: [{ name: 'unbound', body: { kind: 'unbound', teamName } }],
    ...deliverySamples(),
    'poll-opened': [
      { name: 'poll opened', body: { kind: 'poll-opened', day: data.DRILL, posted: true, again: false } },
      {
        name: 'poll opened, not posted yet',
        body: { kind: 'poll-opened', day: data.DRILL, posted: false, again: false },
      },
      {
        name: 'poll posted again',
        body: { kind: 'poll-opened', day: data.PLAIN_DAY, posted: true, again: true },
      },
    ],
    ...noticeSamples(),
  };
}

function campaignSamples(): SamplesOf<
  | 'campaigns'
  | 'campaign-changed'
  | 'campaign-progress'
  | 'campaign-preview'
  | 'campaign-form'
  | 'campaign-edit-form'
  | 'campaign-import-form'
> {
  return {
    campaigns: [
      {
        name: 'campaigns',
        body: {
          kind: 'campaigns',
          campaigns: [
            CAMPAIGN,
            data.OLD_CAMPAIGN,
            data.NEXT_CAMPAIGN,
            { ...CAMPAIGN, state: 'ended', days: [] },
          ],
          presets: presets({ today: TODAY }).map((preset) => ({
            ...preset,
            days: preset.spans.reduce((sum, { from, until }) => sum + workdays(from, until), 0),
            isRest: preset.id === 'telework-days-2019',
          })),
          locked: null,
        },
      },
      { name: 'campaigns, none', body: { kind: 'campaigns', campaigns: [], presets: [], locked: null } },
      {
        name: 'campaigns, for a reader who cannot change them',
        body: { kind: 'campaigns', campaigns: [CAMPAIGN], presets: [], locked: refuse('not-org-admin') },
      },
      {
        name: 'campaigns, for an admin of a channel',
        body: {
          kind: 'campaigns',
          campaigns: [CAMPAIGN],
          presets: [],
          locked: refuse('not-org-admin'),
          setsUp: TEAM,
        },
      },
    ],
    'campaign-progress': progressSamples(),
    'campaign-changed': changeSamples(),
    'campaign-preview': previewSamples(SKIPPED),
    'campaign-edit-form': [
      {
        name: 'campaign, form to change it',
        body: { kind: 'campaign-edit-form', campaign: { ...CAMPAIGN, terms: TERMS } },
      },
    ],
    'campaign-form': [{ name: 'campaign, form', body: { kind: 'campaign-form' } }],
    'campaign-import-form': [{ name: 'campaign, file', body: { kind: 'campaign-import-form' } }],
  };
}

function changeSamples(): SampleOf<'campaign-changed'>[] {
  return [
    campaignChange('campaign unchanged', { change: 'unchanged' }),
    campaignChange('campaign, set', { change: 'set', campaign: { ...CAMPAIGN, terms: TERMS } }),
    ...(['started', 'already-running', 'ended'] as const).map((change) =>
      campaignChange(`campaign ${change}`, {
        change,
        campaign: { ...CAMPAIGN, state: change === 'ended' ? 'ended' : 'running' },
      }),
    ),
    campaignChange('campaign started, days left out', {
      campaign: data.NEXT_CAMPAIGN,
      skipped: SKIPPED,
      overlaps: [{ name: data.CAMPAIGN.name, days: ['2018-07-26', '2018-07-27'] }],
    }),
    campaignChange('campaign started late, to be taken back', {
      campaign: { ...data.NEXT_CAMPAIGN, days: data.NEXT_CAMPAIGN.days.slice(0, 1) },
      ...{ gone: 2, unmet: [refuse('too-few-days', { need: 5, have: 1 })], undo: '0123456789abcdef' },
    }),
    campaignChange('campaign, set, with other days and hours', {
      ...{ change: 'set', dropped: ['2018-07-26', '2018-07-27'], hours: true, undo: '0123456789abcdef' },
    }),
    campaignChange('campaign, change taken back', { change: 'undone' }),
    campaignChange('campaign ended, today’s poll is open', {
      change: 'ended',
      campaign: { ...CAMPAIGN, state: 'ended' },
      isTodayOpen: true,
      ...{ dropped: ['2018-07-26'], staying: [{ name: 'Summer', days: ['2018-07-26'] }] },
    }),
    ...(['day-added', 'day-removed'] as const).map((change) =>
      campaignChange(`campaign ${change}`, { change, day: '2018-07-27' }),
    ),
    ...(['core', 'all'] as const).map((lost) =>
      campaignChange(`campaign day-removed, ${lost}`, { change: 'day-removed', day: '2018-07-24', lost }),
    ),
  ];
}

function campaignChange(
  name: string,
  change: Partial<Extract<MessageBody, { kind: 'campaign-changed' }>>,
): SampleOf<'campaign-changed'> {
  const plain = {
    ...{ skipped: [], day: null, lost: null, isTodayOpen: false, overlaps: [] },
    ...{ gone: 0, dropped: [], staying: [], hours: false, unmet: [], undo: null, free: null },
  };
  return {
    name,
    body: { kind: 'campaign-changed', change: 'started', campaign: CAMPAIGN, ...plain, ...change },
  };
}
