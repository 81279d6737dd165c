import type { Tally } from '../../domain/answers/tally';
import type { MessageBody } from '../../ports/messages';
import type { Comparison } from '../../ports/views';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';

const { CORE_DAY, PLAIN_DAY, TEAM, TEAM_NAME: teamName, TODAY } = data;

function poll(
  name: string,
  tally: Tally,
  change: Partial<Extract<MessageBody, { kind: 'poll' }>> = {},
): SampleOf<'poll'> {
  return {
    name: `poll, ${name}`,
    body: { kind: 'poll', team: TEAM, teamName, day: CORE_DAY, phase: 'open', tally, away: null, ...change },
  };
}

function closing(
  name: string,
  tally: Tally,
  change: Partial<Extract<MessageBody, { kind: 'closing-tally' }>> = {},
): SampleOf<'closing-tally'> {
  const previous: Comparison = { day: '2018-07-23', tally: data.EARLIER_TALLY };
  return {
    name: `closing tally, ${name}`,
    body: {
      kind: 'closing-tally',
      team: TEAM,
      teamName,
      day: CORE_DAY,
      phase: 'late',
      tally,
      previous,
      target: 0.5,
      curve: data.CURVE,
      savings: null,
      ...change,
    },
  };
}

function closings(): SampleOf<'closing-tally'>[] {
  const { USUAL_TALLY, EMPTY_TALLY, NO_MEMBERS, ONE_MEMBER, ALL_HOME, HUGE_TALLY, NO_CURVE } = data;
  return [
    closing('usual', USUAL_TALLY),
    closing('over, with savings', USUAL_TALLY, {
      phase: 'over',
      savings: {
        ...{ hours: 12.25, commuteMinutes: 70, fullDays: 10, satelliteDays: 1 },
        ...{ cost: { amount: 6_300, fare: 600, currency: 'JPY' }, co2: 'rail' },
      },
    }),
    closing('in the place of the poll', USUAL_TALLY, {
      inPlace: { next: { ...CORE_DAY, day: '2018-07-26' } },
    }),
    closing('nobody answered', EMPTY_TALLY, { previous: null, curve: NO_CURVE }),
    closing('nobody answered, after a good day', EMPTY_TALLY, { curve: NO_CURVE }),
    closing('no members', NO_MEMBERS, { curve: NO_CURVE }),
    closing('one member', ONE_MEMBER, { previous: null, target: null, curve: data.SLOW_CURVE }),
    closing('all answered', ALL_HOME, { previous: { day: '2017-07-24', tally: ALL_HOME }, target: 1 }),
    closing('10,000 members', HUGE_TALLY, { previous: { day: '2018-07-23', tally: USUAL_TALLY } }),
    closing('emergency', USUAL_TALLY, { day: data.EMERGENCY, target: null, previous: null }),
    closing('drill', USUAL_TALLY, {
      ...{ day: data.DRILL, target: null, previous: null, curve: data.CALL_CURVE },
      lastCall: { day: '2018-03-11', median: 300_000 },
    }),
  ];
}

/** Messages in a team's channel. */
export function teamSamples(): SamplesOf<
  'poll' | 'poll-moved' | 'closing-tally' | 'report' | 'names-shown' | 'welcome' | 'invited' | 'installed'
> {
  const { USUAL_TALLY, EMPTY_TALLY, NO_MEMBERS, ONE_MEMBER, ALL_HOME, HUGE_TALLY } = data;
  return {
    poll: [
      poll('nobody yet', EMPTY_TALLY),
      poll('planned', EMPTY_TALLY, { phase: 'planned' }),
      poll('usual', data.tallyFor(24, { home: 9, 'off-peak': 3, office: 2 })),
      poll('not the core day', USUAL_TALLY, { day: PLAIN_DAY }),
      poll('workday', USUAL_TALLY, { day: data.WORKDAY }),
      poll('drill with its reason', USUAL_TALLY, { day: data.DRILL }),
      poll('emergency', USUAL_TALLY, { day: data.EMERGENCY }),
      poll('drill without a reason', EMPTY_TALLY, { day: data.BARE_DRILL }),
      poll('late answers', USUAL_TALLY, { phase: 'late' }),
      poll('opened late', USUAL_TALLY, {
        away: { from: { day: data.TODAY, time: '06:55' }, until: { day: data.TODAY, time: '09:40' } },
      }),
      poll('opened after its window', USUAL_TALLY, { phase: 'late', away: data.AWAY }),
      poll('over', USUAL_TALLY, { phase: 'over' }),
      poll('over, nobody answered', EMPTY_TALLY, { phase: 'over' }),
      poll('one member', ONE_MEMBER),
      poll('no members', NO_MEMBERS),
      poll('all answered', ALL_HOME),
      poll('10,000 members', HUGE_TALLY, { phase: 'late' }),
      poll('another zone, a long name', USUAL_TALLY, { day: data.LONDON_DAY }),
    ],
    'poll-moved': [
      { name: 'poll posted again below', body: { kind: 'poll-moved', day: TODAY, replaced: false } },
      { name: 'poll replaced by a later one', body: { kind: 'poll-moved', day: TODAY, replaced: true } },
    ],
    'closing-tally': closings(),
    report: reports(),
    'names-shown': [{ name: 'names shown', body: { kind: 'names-shown', teamName } }],
    welcome: [
      {
        name: 'welcome',
        body: { kind: 'welcome', team: TEAM, teamName, settings: data.SETTINGS },
      },
    ],
    invited: [
      { name: 'invited', body: { kind: 'invited', team: TEAM, teamName, manages: true } },
      {
        name: 'invited by a member',
        body: { kind: 'invited', team: TEAM, teamName: data.LONG_NAME, manages: false },
      },
    ],
    installed: [{ name: 'installed', body: { kind: 'installed' } }],
  };
}

function reports(): SampleOf<'report'>[] {
  const { CAMPAIGN, USUAL_TALLY, EARLIER_TALLY, EMPTY_TALLY } = data;
  const days = [
    { day: '2018-07-23', core: false, running: false, tally: EARLIER_TALLY },
    { day: '2018-07-24', core: true, running: false, tally: USUAL_TALLY },
    { day: '2018-07-25', core: false, running: true, tally: EMPTY_TALLY },
  ];
  const savings = {
    ...{ hours: 18.7, commuteMinutes: 70, fullDays: 15, satelliteDays: 2, cost: null },
    co2: {
      kg: 50.7,
      km: 24,
      gramsPerKm: 132,
      source: 'Ministry of Land, Infrastructure, Transport and Tourism',
      year: 2021,
    },
  };
  return [
    {
      name: 'report, so far',
      body: {
        kind: 'report',
        teamName,
        thanks: false,
        report: {
          ...{ campaign: CAMPAIGN, days, people: 15, personDays: 19, savings },
          response: { polls: 2, median: 720_000 },
        },
      },
    },
    {
      name: 'report, over, with thanks',
      body: {
        kind: 'report',
        teamName: data.LONG_NAME,
        thanks: true,
        report: {
          campaign: data.OLD_CAMPAIGN,
          days: [{ day: '2017-07-24', core: true, running: false, tally: data.HUGE_TALLY }],
          ...{ people: 7_012, personDays: 7_012, savings: null },
          before: { name: data.CAMPAIGN.name, days: 5, people: 5_420, personDays: 18_200, scheduled: 50_000 },
        },
      },
    },
    {
      name: 'report, nothing yet',
      body: {
        kind: 'report',
        teamName,
        thanks: false,
        report: { campaign: data.NEXT_CAMPAIGN, days: [], people: 0, personDays: 0, savings: null },
      },
    },
    {
      name: 'report, one person on one day',
      body: {
        kind: 'report',
        teamName,
        thanks: true,
        report: {
          campaign: data.OLD_CAMPAIGN,
          days: [{ day: '2017-07-24', core: true, running: false, tally: data.ONE_MEMBER }],
          people: 1,
          personDays: 1,
          savings: null,
        },
      },
    },
  ];
}
