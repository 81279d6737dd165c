import { type Campaign, teleworkDay } from './campaigns/campaign';
import type { TeamSettings } from './teams/settings';
import type { Team } from './teams/team';
import { addDays, type Day, type Time } from './time/calendar';
import { notWorking, type WorkCalendar } from './time/holidays';
import { NO_CALENDAR } from './time/own-calendar';
import type { Window } from './time/window';

/** A working day on which the team is polled. `campaign` is null on a plain workday. */
export interface PlannedDay extends Hours {
  day: Day;
  campaign: Campaign | null;
  core: boolean;
}

/** The hours of a day, in the team's zone. */
interface Hours {
  window: Window;
  /** The end of the commuting peak, which is not always the window's. */
  peakUntil: Time;
}

/** Longer than any run of holidays, so that the next workday is always in sight. */
const WORKDAY_HORIZON_DAYS = 21;

/** What decides on which days the team works: its settings and the organisation's calendar. */
export function workCalendar({ settings, calendar }: Pick<Team, 'settings' | 'calendar'>): WorkCalendar {
  const { country, weekend = null, closed, open } = settings;
  return { country, weekend, closed, open, own: calendar ?? NO_CALENDAR };
}

/**
 * The days in the closed span on which the team is polled: never a weekend or a holiday. Plain workdays are looked for
 * up to `workdaysUntil`.
 */
export function plannedDays(
  team: Team,
  campaigns: readonly Campaign[],
  from: Day,
  until: Day,
  workdaysUntil: Day = addDays(from, WORKDAY_HORIZON_DAYS),
): PlannedDay[] {
  const { polls } = team.settings;
  if (polls === 'off') return [];
  const calendar = workCalendar(team);
  const held = campaigns.filter(({ ended }) => !ended);
  return candidates(polls, held, { from, until, workdaysUntil })
    .filter((day) => notWorking(day, calendar) === null)
    .map((day) => {
      const found = teleworkDay(held, day);
      const campaign = found?.campaign ?? null;
      return { day, campaign, core: found?.core ?? false, ...hoursOf(team.settings, campaign) };
    });
}

/** The day as the team's agenda has it; a day on which the team is not polled has its usual hours. */
export function planOf(team: Team, campaigns: readonly Campaign[], day: Day): PlannedDay {
  const [planned] = plannedDays(team, campaigns, day, day);
  return planned ?? { day, campaign: null, core: false, ...hoursOf(team.settings, null) };
}

/** The campaign's hours, where it has its own, else the team's. */
function hoursOf({ window: usual }: Pick<TeamSettings, 'window'>, campaign: Campaign | null): Hours {
  const window = campaign?.terms?.window ?? usual;
  return { window, peakUntil: campaign?.terms?.peakUntil ?? window.until };
}

function candidates(
  polls: 'telework-days' | 'workdays',
  campaigns: readonly Campaign[],
  { from, until, workdaysUntil }: { from: Day; until: Day; workdaysUntil: Day },
): Day[] {
  const days = new Set(campaigns.flatMap((campaign) => campaign.days.map(({ day }) => day)));
  if (polls === 'workdays')
    for (let day = from; day <= until && day <= workdaysUntil; day = addDays(day, 1)) days.add(day);
  return [...days].filter((day) => day >= from && day <= until).sort();
}
