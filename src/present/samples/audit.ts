import * as data from './data';
import type { SampleOf } from './sample';

const { TEAM_NAME: teamName, TODAY } = data;

export function auditSamples(): SampleOf<'audit'>[] {
  const at = { day: TODAY, time: '09:12' };
  const row = { at, who: 'Sato Hanako', team: teamName, intent: 'setup' as const, done: true };
  const zone = 'Asia/Tokyo';
  const changes = [{ key: 'window', from: '07:00-10:30', to: '08:00-11:00' }];
  const long = { ...row, who: data.LONG_NAME, team: data.LONG_NAME, changes };
  return [
    { name: 'audit', body: { kind: 'audit', rows: [{ ...row, changes }], older: null, zone } },
    {
      name: 'audit, interrupted',
      body: { kind: 'audit', rows: [{ ...row, changes: [], done: false }], older: null, zone },
    },
    { name: 'audit, nothing', body: { kind: 'audit', rows: [], older: null, zone } },
    {
      name: 'audit, many',
      body: { kind: 'audit', rows: Array.from({ length: 15 }, () => long), older: 7, zone },
    },
  ];
}
