import type { DeliveryView, ReminderGroup } from '../../ports/delivery-views';
import type { MessageBody } from '../../ports/messages';
import { REASONS } from '../../ports/reasons';
import { auditSamples } from './audit';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';

const { TEAM, TEAM_NAME: teamName, TODAY } = data;

function row(change: Partial<DeliveryView>): DeliveryView {
  const at = { day: TODAY, time: '07:00' };
  return {
    kind: 'open',
    lead: null,
    round: 0,
    second: false,
    state: 'done',
    reason: null,
    at,
    away: null,
    retryInMs: null,
    attempt: 1,
    elsewhere: 0,
    ...change,
  };
}

function group(
  one: Omit<ReminderGroup, 'platform'> & Partial<Pick<ReminderGroup, 'platform'>>,
): ReminderGroup {
  return { platform: 'slack', ...one };
}

function deliveries(
  name: string,
  change: Partial<Extract<MessageBody, { kind: 'deliveries' }>> = {},
): SampleOf<'deliveries'> {
  const zone = 'Asia/Tokyo';
  return {
    name: `deliveries, ${name}`,
    body: {
      kind: 'deliveries',
      team: TEAM,
      teamName,
      day: TODAY,
      zone,
      stopped: [],
      rows: [],
      more: 0,
      reminders: [],
      again: [],
      unheard: 0,
      ...change,
    },
  };
}

function hardlyReminded(): ReminderGroup[] {
  const names = ['佐藤 花子', 'Tanaka Ken', data.BIDI_NAME];
  return [
    group({ state: 'done', reason: null, count: 4_321, names: null }),
    group({ state: 'waiting', reason: 'asked-again', count: 2, names: null }),
    group({ state: 'failed', reason: 'forbidden', count: 3, names }),
    group({ state: 'failed', reason: 'forbidden', count: 1, names: ['Ann'], platform: 'teams' }),
    group({ state: 'failed', reason: 'gone', count: 1, names: ['Ben'], platform: 'teams' }),
    group({
      state: 'failed',
      reason: 'gone',
      count: 4_000,
      names: Array.from({ length: 97 }, (_, index) => `${data.LONG_NAME} ${index + 1}`),
    }),
    group({ state: 'unknown', reason: 'uncertain', count: 1, names: ['Lin Mei'] }),
    group({ state: 'missed', reason: null, count: 7, names: [] }),
  ];
}

/** The outcomes of a day's messages, and sending them again. */
export function deliverySamples(): SamplesOf<'deliveries' | 'resent' | 'reminded' | 'audit' | 'trouble'> {
  const announced = { kind: 'announce', at: { day: '2018-07-17', time: '10:00' }, lead: 7 } as const;
  return {
    audit: auditSamples(),
    trouble: [
      { name: 'trouble, gone', body: { kind: 'trouble', teamName, trouble: 'gone' } },
      {
        name: 'trouble, forbidden',
        body: { kind: 'trouble', teamName: data.LONG_NAME, trouble: 'forbidden' },
      },
    ],
    deliveries: [
      deliveries('channels that take no messages', {
        stopped: [
          { second: false, trouble: 'gone', since: { day: TODAY, time: '07:00' } },
          { second: true, trouble: 'forbidden', since: { day: TODAY, time: '07:01' } },
          { second: false, trouble: 'forbidden', since: null },
        ],
        rows: [
          row({ state: 'stopped' }),
          row({ kind: 'open', second: true, state: 'waiting', at: null, retryInMs: 3_000_000 }),
          row({ kind: 'remind', state: 'stopped', attempt: 0 }),
        ],
      }),
      deliveries('all is well', {
        rows: [
          row(announced),
          row({ ...announced, second: true, state: 'failed', reason: 'gone' }),
          row({ ...announced, at: { day: '2018-07-23', time: '10:00' }, lead: 'prev', attempt: 2 }),
          row({}),
          row({ kind: 'remind', at: { day: TODAY, time: '09:48' }, elsewhere: 3 }),
          row({ kind: 'close', state: 'planned', at: { day: TODAY, time: '10:30' }, attempt: 0 }),
        ],
        reminders: [
          group({ state: 'done', reason: null, count: 9, names: null }),
          group({ state: 'skipped', reason: 'answered', count: 1, names: null }),
        ],
      }),
      afterLatePoll(),
      deliveries('much went wrong', {
        rows: [
          row({ ...announced, lead: 'drill', state: 'unknown', reason: 'uncertain' }),
          row({ state: 'failed', reason: 'invalid' }),
          row({ kind: 'remind', state: 'sending', at: null }),
          row({ kind: 'close', state: 'waiting', at: null, retryInMs: 30_000, attempt: 12 }),
          row({ kind: 'report', state: 'skipped', reason: 'never-polled' }),
        ],
        reminders: hardlyReminded(),
      }),
      deliveries('every reason', {
        rows: [...REASONS, 'other' as const].map((reason) => row({ state: 'skipped', reason })),
        more: 12,
      }),
      deliveries('nothing', { teamName: data.LONG_NAME, day: '2019-01-04' }),
    ],
    resent: resends(),
    reminded: remindedSamples(),
  };
}

function afterLatePoll(): SampleOf<'deliveries'> {
  return deliveries('an emergency after a late poll', {
    rows: [
      row({ at: { day: TODAY, time: '07:20' }, away: data.AWAY }),
      row({ at: { day: TODAY, time: '13:00' } }),
      row({ kind: 'remind', state: 'missed', at: null, away: data.AWAY, attempt: 0 }),
      row({ kind: 'follow-up', at: { day: TODAY, time: '13:50' } }),
      row({ kind: 'survey', at: { day: TODAY, time: '16:00' } }),
      row({ kind: 'roll-up', at: { day: TODAY, time: '14:00' } }),
    ],
    reminders: [group({ state: 'missed', reason: 'night', count: 1, names: ['Ann'] })],
    again: [group({ state: 'done', reason: null, count: 3, names: null })],
    unheard: 12,
  });
}

function remindedSamples(): SampleOf<'reminded'>[] {
  const about = { kind: 'reminded' as const, teamName, day: TODAY, before: null, unheard: 0 };
  const none = { reminded: 0, waiting: 0, earlier: 0, night: 0, unwanted: 0, unreachable: 0 };
  const some = { reminded: 8, waiting: 2, earlier: 1, night: 3, unwanted: 1, unreachable: 1 };
  return [
    { name: 'reminded', body: { ...about, counts: { ...none, reminded: 8 } } },
    { name: 'reminded, some left out', body: { ...about, counts: some, unheard: 4 } },
    {
      name: 'reminded before',
      body: { ...about, before: '08:15', counts: { ...none, reminded: 1, earlier: 5 } },
    },
    { name: 'reminded, nobody is silent', body: { ...about, counts: none } },
  ];
}

function resends(): SampleOf<'resent'>[] {
  const none = { posts: 0, reminders: 0 };
  const base = { kind: 'resent' as const, team: TEAM, teamName, day: TODAY, left: [], unknown: 0 };
  const left = (['answered', 'too-late', 'opted-out', 'running'] as const).map((why, index) => ({
    why,
    count: index + 1,
  }));
  return [
    { name: 'resent', body: { ...base, queued: { posts: 1, reminders: 3 } } },
    { name: 'resent, in part', body: { ...base, queued: { posts: 0, reminders: 1_234 }, left, unknown: 2 } },
    { name: 'resent, nothing', body: { ...base, queued: none } },
  ];
}
