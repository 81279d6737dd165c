import { refuse } from '../../domain/refusal';
import { defaultSettings, type TeamSettings } from '../../domain/teams/settings';
import * as data from './data';
import type { SamplesOf } from './sample';

const SETTINGS: TeamSettings = defaultSettings({ zone: 'Asia/Tokyo', language: 'ja', country: 'JP' });

/** Settings of several teams, and of new ones. */
export function teamSamples(): SamplesOf<'template' | 'teams-changed' | 'silent-list'> {
  const after: TeamSettings = { ...SETTINGS, remind: { share: 0.9 }, polls: 'workdays' };
  const changed = { before: SETTINGS, after, changed: ['remind', 'polls'] as const, refusal: null };
  const same = { before: SETTINGS, after: SETTINGS, changed: [] };
  const teams = [
    { name: '#general-affairs', ...changed, changed: [...changed.changed] },
    { name: data.LONG_NAME, ...same, refusal: null },
    { name: '#sales', ...same, refusal: refuse('names-not-announced') },
  ];
  return {
    template: [
      {
        name: 'template, standard',
        body: { kind: 'template', settings: SETTINGS, own: [], changed: [], asked: false },
      },
      {
        name: 'template, changed',
        body: {
          kind: 'template',
          settings: after,
          own: ['remind', 'polls'],
          changed: ['polls'],
          asked: true,
        },
      },
    ],
    'teams-changed': [
      { name: 'teams, before the change', body: { kind: 'teams-changed', preview: true, teams } },
      { name: 'teams changed', body: { kind: 'teams-changed', preview: false, teams } },
      {
        name: 'teams, nothing changes',
        body: { kind: 'teams-changed', preview: true, teams: teams.slice(1, 2) },
      },
    ],
    'silent-list': [
      { name: 'list of the silent on', body: { kind: 'silent-list', on: true } },
      { name: 'list of the silent off', body: { kind: 'silent-list', on: false } },
    ],
  };
}
