import { type Campaign, calledOf, namedOf, teleworkDay } from '../../domain/campaigns/campaign';
import { isFaults, readActivityFile, type SeriesCounts } from '../../domain/effects/activity-file';
import { type ActivityChange, withCounts } from '../../domain/effects/activity-merge';
import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse, refuseFile, withExample } from '../../domain/refusal';
import { defaultSettings } from '../../domain/teams/settings';
import { cleanName } from '../../domain/text';
import { addDays, type Day, monthsBefore } from '../../domain/time/calendar';
import { CHAT_BOUNDS } from '../../domain/typed/csv';
import type { ActivityImport } from '../../ports/effect-views';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { Ports } from '../core';
import { againstActivity, calendarFor, seriesOf, usualOf } from '../figures/activity';
import type { IntentOf } from '../intent';
import { campaignMeant } from './campaign-meant';

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
  if (latest > addDays(today, 1))
    return withExample('activity-import', refuse('far-day', { day: { day: latest } }));
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
  const { core, actor, team, today } = context;
  const all = await core.campaigns.list(actor.org);
  const meant = of && 'day' in of ? campaignOn(all, of.day) : await campaignOf(context, of?.campaign ?? null);
  if (isRefusal(meant)) return meant;
  const days = of && 'day' in of ? [of.day] : daysUntil(meant, today);
  const [first] = days;
  if (first === undefined) {
    const begins = { day: meant?.days[0]?.day ?? today };
    return meant ? refuse('nothing-to-compare', { ...calledOf(meant), day: begins }) : refuse('no-campaign');
  }
  const baseline = told ?? usualOf(meant, first);
  const calendar = await calendarFor(core, actor.org, team);
  const compared = await againstActivity(core, actor.org, { days, baseline, calendar, campaigns: all });
  if (!compared) return refuse('no-activity');
  return { kind: 'activity', campaign: meant && namedOf(meant), days, baseline, ...compared };
}

function campaignOf({ core, actor, today }: Context, named: string | null): Promise<Campaign | Refusal> {
  return campaignMeant(core, { org: actor.org, named, today }, (name) => `activity "${name}"`);
}

function campaignOn(campaigns: readonly Campaign[], day: Day): Campaign | null {
  return teleworkDay(campaigns, day)?.campaign ?? null;
}

function daysUntil(campaign: Campaign | null, today: Day): Day[] {
  return (campaign?.days ?? []).flatMap(({ day }) => (day <= today ? [day] : [])).slice(-MOST_DAYS);
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
