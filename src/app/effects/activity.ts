import { type Campaign, namedOf, teleworkDay } from '../../domain/campaigns/campaign';
import { type AgainstUsual, againstUsual, type TooThin, weeksBefore } from '../../domain/effects/activity';
import { isFaults, readActivityFile, type SeriesCounts } from '../../domain/effects/activity-file';
import { type ActivityChange, withCounts } from '../../domain/effects/activity-merge';
import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { workCalendar } from '../../domain/planned-days';
import { isRefusal, type Refusal, refuse, refuseFile } from '../../domain/refusal';
import { defaultSettings } from '../../domain/teams/settings';
import { cleanName } from '../../domain/text';
import { addDays, type Day, monthsBefore } from '../../domain/time/calendar';
import { notWorking, type WorkCalendar } from '../../domain/time/holidays';
import { CHAT_BOUNDS } from '../../domain/typed/csv';
import type { ActivityImport, ActivityRow, ActivityView } from '../../ports/effect-views';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { Ports } from '../core';
import type { IntentOf } from '../intent';
import { campaignMeant, spanOf } from './campaign-meant';

/** The most rows that are shown. */
const MOST_ROWS = 15;
/** The most days of a campaign that are compared. */
const MOST_DAYS = 100;
/** The most systems that an organisation counts by. */
const MOST_SOURCES = 20;

type Context = RequestContext<'activity' | 'calendars' | 'campaigns' | 'defaults'>;

/** What a file of counts says; people in chat, the operator and programs hand it over in the same way. */
interface CountsOfFile {
  org: OrgId;
  /** What counted: a platform, a door, a network. */
  source: string;
  counts: readonly SeriesCounts[];
  today: Day;
}

/** Keeps the counts of a file; a day that was known is replaced. Days that are too old to be kept are left out. */
export async function keepActivity(
  { activity, retentionMonths }: Ports<'activity' | 'retentionMonths'>,
  { org, source: typed, counts, today }: CountsOfFile,
): Promise<ActivityImport | Refusal> {
  const source = cleanName(typed);
  const latest = counts
    .flatMap(({ days }) => days.map(({ day }) => day))
    .reduce((a, b) => (a > b ? a : b), '');
  // It may be tomorrow where the system is.
  if (latest > addDays(today, 1)) return refuse('far-day', { day: { day: latest } });
  const sources = new Set([...(await activity.sources(org)), source]);
  if (sources.size > MOST_SOURCES) return refuse('too-many-effects', { max: MOST_SOURCES });
  let change: ActivityChange | null = null;
  const kept = await activity.change(org, source, (known) => {
    const merged = withCounts(known, counts, monthsBefore(today, retentionMonths));
    if (isRefusal(merged)) return merged;
    change = merged.change;
    return merged.series;
  });
  if (isRefusal(kept)) return kept;
  return { source, ...(change ?? { series: 0, span: null, changed: 0, tooOld: 0 }) };
}

/** Takes the text of a CSV file that was entered in a form. */
export async function importActivity(
  { core, actor, today, team }: RequestContext<'activity' | 'defaults' | 'retentionMonths'>,
  { source, text }: IntentOf<'activity-import'>,
  _right: Right<'measure-effects'>,
): Promise<RequestResult> {
  const { zone } = team?.settings ?? defaultSettings(core.defaults);
  const counts = readActivityFile(text, zone, CHAT_BOUNDS);
  if (isFaults(counts)) return refuseFile(counts);
  if (cleanName(source) === '') return refuse('bad-form', { field: 'source' });
  return unlessRefused(
    await keepActivity(core, { org: actor.org, source, counts, today }),
    async (change) => ({
      kind: 'activity-imported',
      ...change,
    }),
  );
}

/** A Telework Day, or the days of a campaign, against the usual. */
export async function showActivity(
  context: Context,
  { of, baseline: told }: IntentOf<'activity'>,
  _right: Right<'measure-effects'>,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const all = await core.campaigns.list(actor.org);
  const meant = of && 'day' in of ? campaignOn(all, of.day) : await campaignOf(context, of?.campaign ?? null);
  if (isRefusal(meant)) return meant;
  const days = of && 'day' in of ? [of.day] : daysUntil(meant, today);
  const [first] = days;
  if (first === undefined) return refuse('far-day', { day: { day: meant?.days[0]?.day ?? today } });
  const baseline = told ?? meant?.terms?.baseline ?? weeksBefore(firstOf(meant) ?? first);
  const calendar = await calendarOf(context);
  const usual = {
    notWorking: (day: Day) => notWorking(day, calendar),
    isTeleworkDay: (day: Day) => teleworkDay(all, day) !== null,
  };
  const series = await seriesOf(core, actor.org);
  if (series.length === 0) return refuse('no-activity');
  const compared = series.map(({ source, series: name, days: counts }) => {
    const byDay = new Map(counts.map((count) => [count.day, count]));
    return { source, series: name, results: days.map((day) => againstUsual(byDay, day, baseline, usual)) };
  });
  return {
    kind: 'activity',
    ...{ campaign: meant && namedOf(meant), days, baseline },
    notWorking: days.flatMap((day) => usual.notWorking(day) ?? []),
    ...comparedView(compared),
  };
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

function campaignOf({ core, actor, today }: Context, named: string | null): Promise<Campaign | Refusal> {
  return campaignMeant(core, { org: actor.org, named, today }, (name) => `activity "${name}"`);
}

function campaignOn(campaigns: readonly Campaign[], day: Day): Campaign | null {
  return teleworkDay(campaigns, day)?.campaign ?? null;
}

function firstOf(campaign: Campaign | null): Day | null {
  return campaign === null ? null : (spanOf(campaign)?.from ?? null);
}

function daysUntil(campaign: Campaign | null, today: Day): Day[] {
  return (campaign?.days ?? []).flatMap(({ day }) => (day <= today ? [day] : [])).slice(-MOST_DAYS);
}

async function calendarOf({ core, actor, team }: Context): Promise<WorkCalendar> {
  if (team) return workCalendar(team);
  return workCalendar({
    settings: defaultSettings(core.defaults),
    calendar: await core.calendars.get(actor.org),
  });
}

async function seriesOf(
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

function totalOf(series: readonly SeriesCounts[]): number {
  return Math.round(series.flatMap(({ days }) => days).reduce((sum, { total }) => sum + total, 0));
}

/** The sources of the organisation in a few signs, for the trail. */
export async function activityState(core: Ports<'activity'>, org: OrgId): Promise<Record<string, string>> {
  const all = await seriesOf(core, org);
  const sources = [...new Set(all.map(({ source }) => source))];
  return Object.fromEntries(
    sources.map((source) => {
      const own = all.filter((one) => one.source === source);
      const days = own.flatMap(({ days: counts }) => counts.map(({ day }) => day)).sort();
      return [source, `${own.length} x ${days[0] ?? ''}..${days.at(-1) ?? ''}, ${totalOf(own)}`];
    }),
  );
}
