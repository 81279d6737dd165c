import { daySpan } from '../../domain/time/calendar';
import * as data from './data';
import type { SamplesOf } from './sample';

const { TEAM_NAME: teamName } = data;

/** What a team's contact is told unasked. */
export function noticeSamples(): SamplesOf<'trouble' | 'missed-days' | 'shared-channel'> {
  return {
    trouble: [
      { name: 'trouble, gone', body: { kind: 'trouble', teamName, trouble: 'gone' } },
      {
        name: 'trouble, forbidden',
        body: { kind: 'trouble', teamName: data.LONG_NAME, trouble: 'forbidden' },
      },
    ],
    'missed-days': [
      {
        name: 'missed days',
        body: { kind: 'missed-days', teamName, days: ['2018-07-23', '2018-07-24'], away: data.AWAY },
      },
      {
        name: 'missed days, many',
        body: { kind: 'missed-days', teamName, days: daySpan('2018-07-23', '2018-08-03'), away: data.AWAY },
      },
      {
        name: 'missed days, one',
        body: { kind: 'missed-days', teamName: data.LONG_NAME, days: ['2018-07-23'], away: data.AWAY },
      },
    ],
    'shared-channel': [
      {
        name: 'shared with other organisations',
        body: { kind: 'shared-channel', team: data.TEAM, teamName: data.LONG_NAME },
      },
    ],
  };
}
