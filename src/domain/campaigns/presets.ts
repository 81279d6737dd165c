import type { OrgId } from '../people/person';
import type { Refusal } from '../refusal';
import { matchKey } from '../text';
import { addDays, type Day, placeInWeek, weekdayOf } from '../time/calendar';
import { notWorking, type WorkCalendar } from '../time/holidays';
import type { Today } from '../typed/which-day';
import type { CampaignId } from './campaign';
import { type PlannedCampaign, planCampaign } from './plan-campaign';

/** A campaign ready to be used. Its name holds the year or week; its id is stable, because people type it. */
export interface Preset {
  id: string;
  name: string;
  from: Day;
  until: Day;
  /** The core day; null: none. */
  core: Day | null;
  /** Whose campaign it is, ISO 3166-1 alpha-2; null: of any country. */
  country: string | null;
}

const FIRST_OF_NOVEMBER = '11-01';
const LAST_OF_NOVEMBER = '11-30';

/**
 * The national campaigns of the past, for rehearsals, and what can be used now. The campaigns around the Games of
 * 2020 and 2021 are left out: their core day, 24 July 2020, had become a public holiday.
 */
export function presets(today: Today): Preset[] {
  return [nextWeek(today), teleworkMonth(today.today), ...NATIONAL_CAMPAIGNS];
}

const NATIONAL_CAMPAIGNS: readonly Preset[] = [
  // Telework Day 2017, Japan: one Monday, three years to the day before the opening that was planned.
  {
    id: 'telework-day-2017',
    name: 'Telework Day 2017',
    from: '2017-07-24',
    until: '2017-07-24',
    core: '2017-07-24',
    country: 'JP',
  },
  // Telework Days 2018, Japan: Monday to Friday around the core day.
  {
    id: 'telework-days-2018',
    name: 'Telework Days 2018',
    from: '2018-07-23',
    until: '2018-07-27',
    core: '2018-07-24',
    country: 'JP',
  },
  // Telework Days 2019, Japan: seven weeks, of which an organisation took at least five days.
  {
    id: 'telework-days-2019',
    name: 'Telework Days 2019',
    from: '2019-07-22',
    until: '2019-09-06',
    core: '2019-07-24',
    country: 'JP',
  },
];

/** The first five days of the next week, the third the core day: Monday to Friday, or Sunday to Thursday. */
function nextWeek({ today, weekStart }: Today): Preset {
  const first = addDays(today, 7 - placeInWeek(weekdayOf(today), weekStart));
  return {
    id: 'next-week',
    name: `Telework Week ${first}`,
    from: first,
    until: addDays(first, 4),
    core: addDays(first, 2),
    country: null,
  };
}

/** Telework Month, Japan: November, every year since 2015. */
function teleworkMonth(today: Day): Preset {
  const thisYear = Number(today.slice(0, 4));
  const year = today.slice(5) > LAST_OF_NOVEMBER ? thisYear + 1 : thisYear;
  return {
    id: 'telework-month',
    name: `Telework Month ${year}`,
    from: `${year}-${FIRST_OF_NOVEMBER}`,
    until: `${year}-${LAST_OF_NOVEMBER}`,
    core: null,
    country: 'JP',
  };
}

/** The preset of that id or name as typed; null: none. */
export function findPreset(text: string, today: Today): Preset | null {
  const wanted = matchKey(text);
  return presets(today).find(({ id, name }) => matchKey(id) === wanted || matchKey(name) === wanted) ?? null;
}

/**
 * The preset as a campaign from today on. A core day that is not a working day is left out and listed in `skipped`; a
 * past one is left out silently.
 */
export function usePreset(
  { name, from, until, core }: Preset,
  { org, id }: { org: OrgId; id: CampaignId },
  calendar: WorkCalendar,
  today: Day,
): PlannedCampaign | Refusal {
  const cores = core !== null && core >= today && notWorking(core, calendar) === null ? [core] : [];
  return planCampaign({ org, id, name, days: { from, until }, core: cores, target: null }, calendar, today);
}

/** The id of a preset's campaign: a preset of another year is another campaign. */
export function presetCampaignId({ id, from }: Preset): string {
  return `${id}-${from}`;
}
