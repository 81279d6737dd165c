import { refuse } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import { TEAM } from './data';
import type { SampleOf } from './sample';

/** Refusals with answers to press: for days that are named, and where the day was not understood. */
export function offers(): SampleOf<'refused'>[] {
  const refusal = refuse('unclear', { text: 'Home in the week of the fair' });
  const offer = { team: TEAM, styles: ['home'] as const, arrival: null };
  const on = (from: Day, until: Day = from) => [{ from, until }];
  const days = [on('2018-07-24'), on('2018-07-25'), on('2018-07-26')];
  const refused = { kind: 'refused' as const, refusal, prefix: '/telework' };
  return [
    {
      name: 'refused, some days offered',
      body: { ...refused, offer: { ...offer, days: [on('2018-07-25', '2018-07-27')] } },
    },
    { name: 'refused, days to choose from', body: { ...refused, offer: { ...offer, days } } },
    { name: 'refused, the way to the panel', body: { ...refused, panel: true } },
  ];
}
