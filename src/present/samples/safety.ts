import type { DayView } from '../../ports/views';
import * as data from './data';
import type { SamplesOf } from './sample';

const { TEAM, TEAM_NAME: teamName, TODAY } = data;
const DRILL: DayView = { ...data.DRILL, drill: { reason: 'Typhoon 12', safetySince: 0 } };
const EMERGENCY: DayView = { ...data.EMERGENCY, drill: { reason: 'Typhoon 12', real: true, safetySince: 0 } };
const NOBODY = { done: [], failed: [], coming: [] };

/** The question whether people are safe, and what becomes of its answers. */
export function safetySamples(): SamplesOf<
  'safety-recorded' | 'safety-call' | 'safety-list' | 'safety-contacts'
> {
  const own = { kind: 'safety-recorded', team: TEAM, teamName, day: TODAY, drill: false } as const;
  const at = { day: TODAY, time: '09:12' };
  return {
    'safety-recorded': [
      { name: 'safety, safe', body: { ...own, state: 'safe', told: null } },
      {
        name: 'safety, needs help',
        body: {
          ...{ ...own, state: 'need-help' },
          told: { done: ['Sato Hanako', data.LONG_NAME], coming: ['Ito Mei'], failed: [data.BIDI_NAME] },
        },
      },
      { name: 'safety, nobody to tell', body: { ...own, state: 'need-help', told: NOBODY } },
      { name: 'safety, safe in a drill', body: { ...own, state: 'safe', told: null, drill: true } },
      {
        name: 'safety, safe again',
        body: { ...own, state: 'safe', told: { ...NOBODY, done: ['Sato Hanako'] } },
      },
    ],
    'safety-call': [
      {
        name: 'call for help',
        body: { kind: 'safety-call', teamName, name: data.BIDI_NAME, state: 'need-help', at, drill: false },
      },
      {
        name: 'call, safe now',
        body: { kind: 'safety-call', teamName, name: data.LONG_NAME, state: 'safe', at, drill: true },
      },
    ],
    'safety-list': [
      {
        name: 'safety list',
        body: {
          ...{ kind: 'safety-list', teamName, day: EMERGENCY, safe: 20 },
          needHelp: { count: 1, names: [data.LONG_NAME] },
          silent: { count: 3, names: ['Sato Hanako', data.BIDI_NAME] },
          asked: 'everyone',
        },
      },
      {
        name: 'safety list, all safe',
        body: {
          ...{ kind: 'safety-list', teamName, day: DRILL, safe: 24 },
          needHelp: { count: 0, names: [] },
          silent: { count: 0, names: [] },
          asked: 'at-work',
        },
      },
    ],
    'safety-contacts': [
      {
        name: 'safety contacts',
        body: { kind: 'safety-contacts', teamName, contacts: ['Sato Hanako', data.BIDI_NAME], asks: true },
      },
      {
        name: 'safety contacts, none',
        body: { kind: 'safety-contacts', teamName, contacts: [], asks: false },
      },
    ],
  };
}
