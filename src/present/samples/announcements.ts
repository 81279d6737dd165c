import type { MessageBody } from '../../ports/messages';
import type { AnnouncedDay } from '../../ports/views';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';

const { CORE_DAY, PLAIN_DAY, TEAM } = data;

function announcement(
  name: string,
  change: Partial<Extract<MessageBody, { kind: 'announcement' }>> = {},
): SampleOf<'announcement'> {
  return {
    name: `announcement, ${name}`,
    body: {
      kind: 'announcement',
      team: TEAM,
      day: { ...PLAIN_DAY, day: '2018-07-31' },
      daysAhead: 7,
      planned: 3,
      members: 24,
      stands: 'asking',
      ...change,
    },
  };
}

const WEEK = ['2018-07-26', '2018-07-27', '2018-07-30', '2018-07-31', '2018-08-01'];

/** The days of a campaign, with how many have planned each; the second one is its core day. */
function coming(...plans: number[]): AnnouncedDay[] {
  return plans.map((planned, index) => {
    const day = { ...(index === 1 ? CORE_DAY : PLAIN_DAY), day: WEEK[index] ?? '' };
    return { day, state: 'coming', planned, members: 24 };
  });
}

function campaign(
  name: string,
  change: Partial<Extract<MessageBody, { kind: 'campaign-announcement' }>> = {},
): SampleOf<'campaign-announcement'> {
  return {
    name: `announcement of a campaign, ${name}`,
    body: {
      kind: 'campaign-announcement',
      team: TEAM,
      campaign: { name: 'Telework Days 2018' },
      from: '2018-07-26',
      until: '2018-08-01',
      total: 5,
      days: coming(0, 3, 24, 7, 1),
      off: [],
      stands: 'asking',
      ...change,
    },
  };
}

function dayBefore(
  name: string,
  change: Partial<Extract<MessageBody, { kind: 'day-before' }>> = {},
): SampleOf<'day-before'> {
  return {
    name: `the day before, ${name}`,
    body: {
      kind: 'day-before',
      team: TEAM,
      day: PLAIN_DAY,
      daysAhead: 1,
      planned: 7,
      members: 24,
      stands: 'coming',
      ...change,
    },
  };
}

/** What announces campaigns and their days. */
export function announcementSamples(): SamplesOf<'announcement' | 'campaign-announcement' | 'day-before'> {
  const [first, second, ...rest] = coming(0, 0, 6, 7, 1);
  const begun: AnnouncedDay[] = [
    { day: first?.day ?? PLAIN_DAY, state: 'over' },
    { day: second?.day ?? CORE_DAY, state: 'polled' },
    ...rest,
  ];
  return {
    announcement: [
      announcement('a week ahead'),
      announcement('core day tomorrow', { day: { ...CORE_DAY, day: '2018-07-25' }, daysAhead: 1 }),
      announcement('next year', { day: { ...CORE_DAY, day: '2019-07-24' }, daysAhead: 365 }),
      announcement('holiday elsewhere', { day: data.RESTING_DAY }),
      announcement('beside a running poll', { stands: 'quiet' }),
      announcement('polled by now', { stands: 'polled' }),
      announcement('of a day gone by', { stands: 'over' }),
      announcement('taken back', { stands: 'withdrawn' }),
      announcement('a holiday by now', {
        stands: 'withdrawn',
        why: { kind: 'closed', day: data.RESTING_DAY.day, country: 'JP', name: 'Summer holiday' },
      }),
    ],
    'campaign-announcement': [
      campaign('several days'),
      campaign('begun', { days: begun }),
      campaign('with a day off', {
        off: [{ kind: 'closed', day: '2018-07-28', country: 'JP', name: 'Summer holiday' }],
      }),
      campaign('a long one', { total: 20, until: '2018-08-24', campaign: { name: data.LONG_NAME } }),
      campaign('beside a running poll', { stands: 'quiet' }),
      campaign('holiday elsewhere', {
        days: [{ day: data.RESTING_DAY, state: 'coming', planned: 2, members: 24 }],
      }),
      campaign('all days over', { stands: 'over', days: [] }),
    ],
    'day-before': [
      dayBefore('core day', { day: { ...CORE_DAY, day: '2018-07-25' } }),
      dayBefore('after a weekend', { daysAhead: 3, day: { ...PLAIN_DAY, day: '2018-07-27' } }),
      dayBefore('today', { daysAhead: 0, day: CORE_DAY }),
      dayBefore('holiday elsewhere', { day: data.RESTING_DAY, daysAhead: 7 }),
      dayBefore('polled by now', { stands: 'polled' }),
      dayBefore('a day gone by', { stands: 'over' }),
    ],
  };
}
