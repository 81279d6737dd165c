import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';

const DAYS = [{ from: '2018-08-13', until: '2018-08-17' }];

/** The holidays of a team, and what a change of them leads to. */
export function holidaySamples(): SamplesOf<'holidays' | 'holidays-changed'> {
  return { holidays: listSamples(), 'holidays-changed': changeSamples() };
}

function listSamples(): SampleOf<'holidays'>[] {
  return [
    {
      name: 'holidays',
      body: {
        kind: 'holidays',
        teamName: data.TEAM_NAME,
        country: 'AU',
        rows: [
          { kind: 'elsewhere', day: '2018-08-06', regions: ['NT'] },
          {
            kind: 'off',
            day: '2018-08-13',
            why: { kind: 'closed', day: '2018-08-13', country: 'AU', name: data.BIDI_NAME },
            estimated: false,
          },
          { kind: 'make-up', day: '2018-08-18' },
          {
            kind: 'off',
            day: '2018-08-20',
            why: { kind: 'closed', day: '2018-08-20', country: 'AU' },
            estimated: false,
          },
          {
            kind: 'off',
            day: '2018-12-25',
            why: { kind: 'holiday', day: '2018-12-25', country: 'AU' },
            estimated: true,
          },
        ],
        more: 3,
      },
    },
    {
      name: 'holidays, none known',
      body: { kind: 'holidays', teamName: null, country: 'KH', rows: [], more: 0 },
    },
  ];
}

function changeSamples(): SampleOf<'holidays-changed'>[] {
  return [
    {
      name: 'holidays changed, added',
      body: {
        kind: 'holidays-changed',
        change: 'added',
        days: DAYS,
        name: '夏季休業',
        lost: ['2018-08-14', '2018-08-15'],
        gained: [],
        polled: false,
      },
    },
    {
      name: 'holidays changed, a working day',
      body: {
        kind: 'holidays-changed',
        change: 'working',
        days: [{ from: '2018-08-18', until: '2018-08-18' }],
        name: '',
        lost: [],
        gained: ['2018-08-18'],
        polled: false,
      },
    },
    {
      name: 'holidays changed, removed today',
      body: {
        kind: 'holidays-changed',
        change: 'removed',
        days: [{ from: data.TODAY, until: data.TODAY }],
        name: '',
        lost: [],
        gained: [],
        polled: true,
      },
    },
  ];
}
