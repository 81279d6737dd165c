import { DAY_STATUSES, type Disclosure, disclose, type StatusCounts } from '../../domain/figures/disclosure';
import { CAMPAIGN, TODAY } from './data';
import type { SampleOf } from './sample';

/** Four statuses of ten stand alone, the others with their neighbours. */
const COUNTS: StatusCounts = {
  home: 820,
  'home-part': 110,
  satellite: 3,
  mobile: 64,
  'off-peak': 2,
  leave: 120,
  trip: 4,
  office: 436,
  'no-answer': 52,
  'not-scheduled': 1,
};

/** The figures for organisers. */
export function figureSamples(): SampleOf<'organiser-figures'>[] {
  const campaign = { ...CAMPAIGN, state: 'over' as const };
  const few = disclose({
    ...COUNTS,
    home: 20,
    'home-part': 4,
    office: 8,
    leave: 0,
    'no-answer': 0,
    mobile: 0,
  });
  const none = disclose(Object.fromEntries(DAY_STATUSES.map((status) => [status, 0])) as StatusCounts);
  const day = (index: number, groups: Disclosure) => {
    const { day, core } = campaign.days[index] ?? { day: TODAY, core: true };
    return { day, core, groups };
  };
  return [
    {
      name: 'figures for the organisers',
      body: {
        kind: 'organiser-figures',
        campaign,
        days: [day(0, disclose(COUNTS)), day(1, few), day(2, none)],
        people: { band: { from: 1_000, until: 1_999 }, days: 3 },
      },
    },
    {
      name: 'figures for the organisers, while the campaign runs',
      body: { kind: 'organiser-figures', campaign: CAMPAIGN, days: [day(0, few)], people: null },
    },
    {
      name: 'figures for the organisers, at least so many people',
      body: {
        kind: 'organiser-figures',
        campaign,
        days: [day(0, few)],
        people: { band: { from: 10, until: null }, days: 1 },
      },
    },
    {
      name: 'figures for the organisers, a day added later',
      body: {
        kind: 'organiser-figures',
        campaign,
        days: [day(0, few), day(1, few)],
        people: { band: { from: 10, until: 19 }, days: 1 },
      },
    },
    {
      name: 'figures for the organisers, fewer than five people',
      body: {
        kind: 'organiser-figures',
        campaign,
        days: [day(0, none)],
        people: { band: null, days: 1 },
      },
    },
    {
      name: 'figures for the organisers, none yet',
      body: { kind: 'organiser-figures', campaign: CAMPAIGN, days: [], people: null },
    },
  ];
}
