import * as data from './data';
import type { SampleOf } from './sample';

export function whichTeamSamples(): SampleOf<'which-team'>[] {
  const one = { team: data.TEAM, name: data.TEAM_NAME };
  const other = { team: 'id2', name: data.LONG_NAME };
  return [
    { name: 'which team?', body: { kind: 'which-team', teams: [one, other], more: 0 } },
    { name: 'which of many teams?', body: { kind: 'which-team', teams: [one, other], more: 3 } },
  ];
}
