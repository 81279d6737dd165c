import { type Campaign, teleworkDay } from '../../domain/campaigns/campaign';
import { type AgainstUsual, againstUsual, type TooThin, weeksBefore } from '../../domain/effects/activity';
import type { SeriesCounts } from '../../domain/effects/activity-file';
import type { OrgId } from '../../domain/people/person';
import { workCalendar } from '../../domain/planned-days';
import { defaultSettings } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import type { Day, DayRange } from '../../domain/time/calendar';
import { notWorking, type WorkCalendar } from '../../domain/time/holidays';
import type { ActivityRow, ActivityView } from '../../ports/effect-views';
import type { Ports } from '../core';

/* Counts of other systems against the usual. */

/** The most rows that are shown. */
const MOST_ROWS = 15;

/** What is compared: these days with the baseline, without holidays and the days of these campaigns. */
interface Comparison {
  days: readonly Day[];
  baseline: DayRange;
  calendar: WorkCalendar;
  campaigns: readonly Campaign[];
}

/** The baseline that a campaign names, else the weeks before its first day, or before `first` outside of campaigns. */
export function usualOf(campaign: Campaign | null, first: Day): DayRange {
  return campaign?.terms?.baseline ?? weeksBefore(campaign?.days[0]?.day ?? first);
}

/** The calendar of the team, else that of the organisation. */
export async function calendarFor(
  { calendars, defaults }: Ports<'calendars' | 'defaults'>,
  org: OrgId,
  team: Team | null,
): Promise<WorkCalendar> {
  if (team) return workCalendar(team);
  return workCalendar({ settings: defaultSettings(defaults), calendar: await calendars.get(org) });
}

/** All series of the organisation on these days; null: it has none. */
export async function againstActivity(
  core: Ports<'activity'>,
  org: OrgId,
  { days, baseline, calendar, campaigns }: Comparison,
): Promise<Pick<ActivityView, 'notWorking' | 'rows' | 'more' | 'thin'> | null> {
  const usual = {
    notWorking: (day: Day) => notWorking(day, calendar),
    isTeleworkDay: (day: Day) => teleworkDay(campaigns, day) !== null,
  };
  const series = await seriesOf(core, org);
  if (series.length === 0) return null;
  const compared = series.map(({ source, series: name, days: counts }) => {
    const byDay = new Map(counts.map((count) => [count.day, count]));
    return { source, series: name, results: days.map((day) => againstUsual(byDay, day, baseline, usual)) };
  });
  return { notWorking: days.flatMap((day) => usual.notWorking(day) ?? []), ...comparedView(compared) };
}

interface Compared {
  source: string;
  series: string;
  results: readonly (AgainstUsual | TooThin)[];
}

function comparedView(compared: readonly Compared[]): Pick<ActivityView, 'rows' | 'more' | 'thin'> {
  const rows = compared.flatMap(({ results, ...name }) => rowOf(name, results) ?? []).sort(byDistance);
  return {
    rows: rows.slice(0, MOST_ROWS),
    more: Math.max(0, rows.length - MOST_ROWS),
    thin: thinDays(compared),
  };
}

/** The later, the nearer a series was to being compared. */
const NEARER: readonly TooThin['why'][] = ['no-count', 'thin', 'incomplete', 'nothing-usual'];

/** The days that no series compares, each with the reason of the series that was the nearest to it. */
function thinDays(compared: readonly Compared[]): TooThin[] {
  return (compared[0]?.results ?? []).flatMap((_, index) => {
    const results = compared.flatMap(({ results: own }) => own[index] ?? []);
    if (!results.every(isThin)) return [];
    const [nearest] = results.toSorted((one, other) => NEARER.indexOf(other.why) - NEARER.indexOf(one.why));
    return nearest ?? [];
  });
}

/** The series of all sources. */
export async function seriesOf(
  { activity }: Ports<'activity'>,
  org: OrgId,
): Promise<(SeriesCounts & { source: string })[]> {
  const sources = await activity.sources(org);
  const all = await Promise.all(
    sources.map(async (source) => (await activity.get(org, source)).map((one) => ({ source, ...one }))),
  );
  return all.flat();
}

function isThin(result: AgainstUsual | TooThin): result is TooThin {
  return 'why' in result;
}

/** One day as it is; of several the sums, with the least and the most of the days' ratios. */
function rowOf(
  name: { source: string; series: string },
  results: readonly (AgainstUsual | TooThin)[],
): ActivityRow | null {
  const found = results.filter((result) => !isThin(result)) as AgainstUsual[];
  const [only, ...others] = found;
  if (!only) return null;
  if (others.length === 0) return { ...name, ...only, days: 1 };
  const ratios = found.map(({ total, usual }) => total / usual);
  const sumOf = (of: 'total' | 'usual') => found.reduce((sum, result) => sum + result[of], 0);
  return {
    ...{ ...name, days: found.length, total: sumOf('total'), usual: sumOf('usual') },
    ...{ n: Math.min(...found.map(({ n }) => n)), least: Math.min(...ratios), most: Math.max(...ratios) },
  };
}

function byDistance(one: ActivityRow, other: ActivityRow): number {
  const distance = ({ total, usual }: ActivityRow) => Math.abs(total / usual - 1);
  return distance(other) - distance(one);
}
