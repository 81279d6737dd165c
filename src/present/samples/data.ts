import { type ResponseCurve, type Tally, type TallyGroup, tallyOf } from '../../domain/answers/tally';
import { needsArrival, type WorkStyle } from '../../domain/answers/work-style';
import { defaultSettings, type TeamSettings } from '../../domain/teams/settings';
import type { AwayView, CampaignView, DayView, MyDay } from '../../ports/views';

/* Data of the samples: a team of 24 in the week of Telework Days 2018. */

export const TODAY = '2018-07-24';
export const TEAM = 'team-1';
export const TEAM_NAME = 'sales-tokyo';
export const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff-Montgomery, Head of International Partnerships';
export const BIDI_NAME = 'ליאור <b>כהן</b> & *sons* _{x}_';

export const CORE_DAY: DayView = {
  day: '2018-07-24',
  window: { from: '07:00', until: '10:30' },
  zone: 'Asia/Tokyo',
  campaign: 'Telework Days 2018',
  core: true,
  drill: null,
  names: false,
};
export const PLAIN_DAY: DayView = { ...CORE_DAY, day: '2018-07-25', core: false };
/** Of a coming day in a country where some regions rest. */
export const RESTING_DAY: DayView = {
  ...PLAIN_DAY,
  day: '2018-07-31',
  note: { makeUp: false, resting: ['NSW', 'VIC'], country: 'AU' },
};
export const WORKDAY: DayView = { ...PLAIN_DAY, campaign: null };
/** From the evening before until the afternoon of the day. */
export const AWAY: AwayView = {
  from: { day: '2018-07-23', time: '18:20' },
  until: { day: TODAY, time: '13:10' },
};
export const DRILL: DayView = { ...WORKDAY, day: TODAY, drill: { reason: 'Typhoon 12' } };
export const EMERGENCY: DayView = { ...WORKDAY, day: TODAY, drill: { reason: 'Typhoon 12', real: true } };
export const BARE_DRILL: DayView = { ...DRILL, drill: { reason: '' } };
export const LONDON_DAY: DayView = { ...CORE_DAY, zone: 'Europe/London', campaign: LONG_NAME.slice(0, 80) };

/** Counts by style; off-peak travellers arrive at 10:30, as the window ends. */
export function tallyFor(members: number, counts: Partial<Record<WorkStyle, number>>, late = 0): Tally {
  const groups = Object.entries(counts).map(
    ([style, count], index): TallyGroup => ({
      style: style as WorkStyle,
      arrival: needsArrival(style as WorkStyle) ? '10:30' : null,
      count,
      late: index === 0 ? late : 0,
    }),
  );
  return tallyOf(members, groups, '10:30');
}

export const USUAL_TALLY = tallyFor(
  24,
  {
    home: 9,
    'home-part': 2,
    satellite: 1,
    mobile: 1,
    'off-peak': 3,
    leave: 2,
    trip: 1,
    office: 2,
  } satisfies Record<WorkStyle, number>,
  3,
);
export const EARLIER_TALLY = tallyFor(24, { home: 5, satellite: 1, 'off-peak': 4, leave: 1, office: 10 });
export const EMPTY_TALLY = tallyFor(24, {});
export const NO_MEMBERS = tallyFor(0, {});
export const ONE_MEMBER = tallyFor(1, { home: 1 });
export const ALL_HOME = tallyFor(24, { home: 24 });
export const HUGE_TALLY = tallyFor(
  10_000,
  {
    home: 4_321,
    'home-part': 1_234,
    satellite: 567,
    mobile: 890,
    'off-peak': 765,
    leave: 432,
    trip: 1,
    office: 1_234,
  } satisfies Record<WorkStyle, number>,
  1_001,
);

const MINUTE_MS = 60_000;
export const CURVE: ResponseCurve = {
  planned: 8,
  counted: 13,
  quarter: 2 * MINUTE_MS,
  median: 6 * MINUTE_MS,
  threeQuarters: 65 * MINUTE_MS,
};
/** After a call at short notice to 24 members. */
export const CALL_CURVE: ResponseCurve = {
  ...CURVE,
  planned: 0,
  whole: { quarter: 3 * MINUTE_MS, half: 40 * MINUTE_MS, threeQuarters: null },
};
export const NO_CURVE: ResponseCurve = {
  planned: 0,
  counted: 0,
  quarter: null,
  median: null,
  threeQuarters: null,
};
export const SLOW_CURVE: ResponseCurve = { ...CURVE, planned: 1, counted: 1, median: 65 * MINUTE_MS };

export const SETTINGS: TeamSettings = defaultSettings({
  zone: 'Asia/Tokyo',
  language: 'ja',
  country: 'JP',
});
export const OTHER_SETTINGS: TeamSettings = {
  ...SETTINGS,
  window: { from: '08:30', until: '11:00' },
  zone: 'Europe/London',
  language: 'en',
  country: 'GB',
  closed: ['2018-08-13', '2019-01-02'],
  open: ['2018-07-28'],
  announce: [],
  remind: { time: '10:00' },
  polls: 'workdays',
  names: true,
  guests: true,
  commuteMinutes: 70,
};

export const CAMPAIGN: CampaignView = {
  id: 'telework-days-2018',
  name: 'Telework Days 2018',
  days: ['23', '24', '25', '26', '27'].map((date) => ({ day: `2018-07-${date}`, core: date === '24' })),
  target: 0.5,
  state: 'running',
};
export const OLD_CAMPAIGN: CampaignView = {
  id: 'telework-day-2017',
  name: 'Telework Day 2017',
  days: [{ day: '2017-07-24', core: true }],
  target: null,
  state: 'over',
};
export const NEXT_CAMPAIGN: CampaignView = {
  id: 'games-2019',
  name: LONG_NAME.slice(0, 80),
  days: [
    { day: '2019-07-22', core: false },
    { day: '2019-09-06', core: false },
  ],
  target: 0.333,
  state: 'coming',
};

export function myDay(view: DayView, rest: Partial<MyDay> = {}): MyDay {
  const asking = [{ team: TEAM, name: TEAM_NAME, names: view.names }];
  return { ...view, team: TEAM, asking, phase: 'planned', answer: null, usual: null, ...rest };
}
