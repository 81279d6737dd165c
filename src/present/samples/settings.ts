import { daySpan } from '../../domain/time/calendar';
import type { HoursChanged } from '../../ports/views';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';

const { TEAM_NAME: teamName } = data;

function countrySample(country: string): SampleOf<'settings'> {
  return {
    name: `settings, country ${country}`,
    body: {
      kind: 'settings',
      team: 'team1',
      teamName,
      settings: { ...data.SETTINGS, country, weekend: ['fri', 'sat'] },
      changed: ['country', 'weekend'],
      asked: true,
      unreachable: 0,
      shared: false,
    },
  };
}

/** What administrators read of a team's settings. */
export function settingSamples(): SamplesOf<'settings' | 'settings-form'> {
  return {
    settings: [
      {
        name: 'settings',
        body: {
          kind: 'settings',
          team: 'team1',
          teamName,
          settings: data.SETTINGS,
          changed: [],
          asked: false,
          unreachable: 0,
          shared: false,
        },
      },
      {
        name: 'settings, changed',
        body: {
          kind: 'settings',
          team: 'team1',
          teamName: data.LONG_NAME,
          settings: data.OTHER_SETTINGS,
          changed: ['window', 'polls'],
          asked: true,
          unreachable: 3,
          shared: true,
          kept: { day: data.TODAY, window: { from: '07:00', until: '10:30' }, zone: 'Asia/Tokyo' },
        },
      },
      endedSample(),
      ...daySamples(),
      unchangedSample(),
      ...['AU', 'GB', 'CN', 'KH'].map(countrySample),
      {
        name: 'settings, never reminded, a year of days off',
        body: {
          kind: 'settings',
          team: 'team1',
          teamName,
          settings: {
            ...data.SETTINGS,
            remind: null,
            polls: 'off',
            closed: daySpan('2019-01-01', '2019-12-31'),
          },
          changed: ['remind', 'closed'],
          asked: true,
          unreachable: 1,
          shared: false,
        },
      },
    ],
    'settings-form': formSamples(),
  };
}

function unchangedSample(): SampleOf<'settings'> {
  return {
    name: 'settings, saved without a change',
    body: {
      kind: 'settings',
      team: 'team1',
      teamName,
      settings: data.SETTINGS,
      changed: [],
      asked: true,
      unreachable: 0,
      shared: false,
    },
  };
}

function endedSample(): SampleOf<'settings'> {
  return {
    name: 'settings, with hours that are over today',
    body: {
      kind: 'settings',
      team: 'team1',
      teamName,
      settings: data.SETTINGS,
      changed: ['tz'],
      asked: true,
      unreachable: 0,
      shared: false,
      ended: {
        day: data.TODAY,
        window: { from: '07:00', until: '10:30' },
        zone: 'Asia/Tokyo',
        isToday: true,
      },
    },
  };
}

/** What becomes of the days at hand, each case in a sample of its own. */
function daySamples(): SampleOf<'settings'>[] {
  const hours = { day: data.TODAY, window: { from: '07:00', until: '10:30' }, zone: 'Asia/Tokyo' };
  const cases: Record<string, HoursChanged> = {
    'a poll that stays': { stays: hours },
    'days that fall away': { dropped: [data.TODAY, '2018-07-25'] },
    'days that are polled now': { added: ['2018-08-11'], opens: { ...hours, isNow: false } },
    'a poll that opens now': { opens: { ...hours, isNow: true } },
  };
  return Object.entries(cases).map(([name, change]) => {
    const ended = endedSample().body;
    const { ended: _, ...body } = ended;
    return { name: `settings, with ${name}`, body: { ...body, changed: ['closed'], ...change } };
  });
}

function formSamples(): SampleOf<'settings-form'>[] {
  return [
    {
      name: 'settings, form',
      body: {
        kind: 'settings-form',
        team: data.TEAM,
        teamName: data.LONG_NAME,
        settings: data.OTHER_SETTINGS,
        shared: false,
      },
    },
    {
      name: 'settings, form of a shared channel',
      body: { kind: 'settings-form', team: data.TEAM, teamName: '', settings: data.SETTINGS, shared: true },
    },
  ];
}
