import type { OrgId } from '../people/person';
import { type NotWorking, type Refusal, refuse } from '../refusal';
import { matchKey } from '../text';
import {
  addDays,
  type Day,
  type DayRange,
  daySpan,
  daysBetween,
  placeInWeek,
  weekdayOf,
} from '../time/calendar';
import { notWorking, type WorkCalendar } from '../time/holidays';
import type { Today } from '../typed/which-day';
import { type CampaignId, MAX_CAMPAIGN_DAYS } from './campaign';
import { conditionsOf, type PresetCampaign, presetCampaign, termsOf } from './campaign-schema';
import { endsOf, type PlannedCampaign, planCampaign } from './plan-campaign';
import bcpDrill from './presets/bcp-drill.json';
import everyMonth from './presets/every-month.json';
import everyWeek from './presets/every-week.json';
import london2012 from './presets/london-2012.json';
import nextWeek from './presets/next-week.json';
import teleworkDay2017 from './presets/telework-day-2017.json';
import teleworkDays2018 from './presets/telework-days-2018.json';
import teleworkDays2019 from './presets/telework-days-2019.json';
import teleworkDays2020 from './presets/telework-days-2020.json';
import teleworkDays2021 from './presets/telework-days-2021.json';
import teleworkMonth from './presets/telework-month.json';
import { daysOfRule } from './recurrence';
import type { Names, Terms } from './terms';

/** A campaign ready to be used. Its name holds the year or week; its id is stable, because people type it. */
export interface Preset {
  id: string;
  name: string;
  names: Names;
  /** Its days, ascending, as closed spans. */
  spans: DayRange[];
  from: Day;
  until: Day;
  /** The core day; null: none. */
  core: Day | null;
  /** Whose campaign it is, ISO 3166-1 alpha-2; null: of any country. */
  country: string | null;
  terms: Terms;
  /** When it was held, of a past one that is rehearsed in the coming weeks, and its core day then; else null. */
  heldOn: (DayRange & { core: Day | null }) | null;
  /** Whether its days depend on when it begins, so that one is enough at a time. */
  floating: boolean;
}

/** In the order in which they are offered. */
const FILES: readonly unknown[] = [
  ...[nextWeek, teleworkMonth, everyWeek, everyMonth, bcpDrill],
  ...[teleworkDay2017, teleworkDays2018, teleworkDays2019, teleworkDays2020, teleworkDays2021, london2012],
];
let files: PresetCampaign[] | null = null;

/** A rehearsal is put off by so many weeks at most. */
const MOST_WEEKS_LATER = 4;

/** What a past campaign is called while it is rehearsed. */
const REHEARSAL: Required<Names> = {
  en: '{name} (rehearsal)',
  ja: '{name}(リハーサル)',
  'zh-CN': '{name}(演练)',
  'zh-TW': '{name}(演練)',
};

/**
 * What can be used now, then the campaigns of the past for rehearsals: these are moved to the coming weeks, each day to
 * the same weekday.
 */
export function presets(today: Today): Preset[] {
  return shipped().map((file) => presetOf(file, today));
}

/** The shipped campaigns as their files have them. */
function shipped(): readonly PresetCampaign[] {
  files ??= FILES.map((file) => presetCampaign.parse(file));
  return files;
}

function presetOf(file: PresetCampaign, today: Today): Preset {
  const spans = file.days ?? repeatedDays(file, today);
  const { from, until } = endsOf(spans);
  const core = file.core?.[0] ?? (file.coreNumber ? (spans[file.coreNumber - 1]?.from ?? null) : null);
  const named = (text: string) =>
    text.replace('{year}', from.slice(0, 4)).replace('{month}', from.slice(0, 7)).replace('{day}', from);
  const { names: _, ...terms } = termsOf(file);
  const preset = {
    ...{ id: file.id, name: named(file.name), names: mapNames(file.names ?? {}, named), spans, from, until },
    ...{ core, country: file.country ?? null, terms, heldOn: null },
    floating: file.begins === 'today' || file.begins === 'in-two-weeks',
  };
  return until < today.today ? rehearsed(preset, today) : preset;
}

function mapNames(names: Names, change: (text: string) => string): Names {
  return Object.fromEntries(Object.entries(names).map(([locale, text]) => [locale, change(text)]));
}

function repeatedDays({ repeats = '', begins = 'today' }: PresetCampaign, today: Today): DayRange[] {
  const days = daysFrom(repeats, begins, today);
  return days.map((day) => ({ from: day, until: day }));
}

/** A campaign of each year is next year's once this year's is over. */
function daysFrom(rule: string, begins: NonNullable<PresetCampaign['begins']>, today: Today): Day[] {
  const from = (day: Day) => daysOfRule(rule, day, MAX_CAMPAIGN_DAYS) ?? [];
  switch (begins) {
    case 'today':
      return from(addDays(today.today, 1));
    case 'next-week':
      return from(nextWeekStart(today));
    case 'in-two-weeks':
      return from(addDays(today.today, 14));
    case 'this-year': {
      const year = Number(today.today.slice(0, 4));
      const days = from(`${year}-01-01`);
      return (days.at(-1) ?? '') < today.today ? from(`${year + 1}-01-01`) : days;
    }
  }
}

/** The first day of the next week: Monday, or Sunday. */
function nextWeekStart({ today, weekStart }: Today): Day {
  return addDays(today, 7 - placeInWeek(weekdayOf(today), weekStart));
}

/** A past campaign with its first day in the next week, by whole weeks. */
function rehearsed(preset: Preset, today: Today): Preset {
  const weeks = Math.ceil(daysBetween(preset.from, nextWeekStart(today)) / 7);
  const { from, until, core } = preset;
  return {
    ...moved(preset, weeks),
    terms: withoutBaseline(preset.terms),
    ...{ heldOn: { from, until, core }, floating: true },
  };
}

/** The same, so many weeks later. */
function moved(preset: Preset, weeks: number): Preset {
  const later = (day: Day) => addDays(day, weeks * 7);
  const { spans, from, until, core } = preset;
  return {
    ...preset,
    spans: spans.map((span) => ({ from: later(span.from), until: later(span.until) })),
    ...{ from: later(from), until: later(until), core: core === null ? null : later(core) },
  };
}

/** Its names as a campaign, which say that it is a rehearsal. */
function campaignNames({ name, names, heldOn }: Preset): Pick<Preset, 'name' | 'names'> {
  if (!heldOn) return { name, names };
  const said = Object.entries(REHEARSAL).map(([locale, pattern]) => [
    locale,
    pattern.replace('{name}', names[locale as keyof Names] ?? name),
  ]);
  return { name: REHEARSAL.en.replace('{name}', name), names: Object.fromEntries(said) };
}

/** The usual of the past is none of the coming weeks. */
function withoutBaseline({ baseline: _, ...terms }: Terms): Terms {
  return terms;
}

/** The names of a campaign of each year, without the year. */
function yearlyNames({ name, names = {} }: PresetCampaign): string[] {
  return [name, ...Object.values(names)].flatMap((one = '') => {
    const undated = one.replace(/\s*\{year\}/u, '');
    return undated === one ? [] : [undated];
  });
}

/** The preset of that id or name as typed, in any language, with its year or without; null: none. */
export function findPreset(text: string, today: Today): Preset | null {
  const wanted = matchKey(text);
  const byId = shipped().find((file) =>
    [file.id, ...yearlyNames(file)].some((one) => matchKey(one) === wanted),
  );
  if (byId) return presetOf(byId, today);
  const isNamed = ({ name, names }: Preset) =>
    [name, ...Object.values(names)].some((one) => matchKey(one) === wanted);
  return presets(today).find(isNamed) ?? null;
}

/** No preset is called so: the one that was probably meant, by its id, and those that there are. */
export function unknownPreset(text: string, nearest: string | null, today: Today): Refusal {
  const all = presets(today).map((preset) => ({ id: preset.id, ...campaignNames(preset) }));
  const near = all.find(({ id }) => id === nearest);
  const values = { text, nearest: near ? { campaigns: [near] } : '' };
  return { ...refuse('unknown-preset', values), presets: all };
}

/** The preset, or a rehearsal so much later that people work on a day of it, by whole weeks. */
export function placed(preset: Preset, calendar: WorkCalendar, today: Day, later = MOST_WEEKS_LATER): Preset {
  const isHeld = preset.spans
    .flatMap(({ from, until }) => daySpan(from, until))
    .some((day) => day >= today && notWorking(day, calendar) === null);
  if (preset.heldOn === null || isHeld || later === 0) return preset;
  return placed(moved(preset, 1), calendar, today, later - 1);
}

/**
 * The preset as a campaign from today on. A core day that is not a working day is left out and listed in `skipped`; a
 * past one is left out silently.
 */
export function usePreset(
  preset: Preset,
  { org, id }: { org: OrgId; id: CampaignId },
  calendar: WorkCalendar,
  today: Day,
): PlannedCampaign | Refusal {
  const { spans, core } = placed(preset, calendar, today);
  const { name, names } = campaignNames(preset);
  const cores = core !== null && core >= today && notWorking(core, calendar) === null ? [core] : [];
  const input = { org, id, name, days: spans, core: cores, target: null };
  // Without a core day nothing is asked of one.
  const { minimumCorePeople, ...others } = preset.terms;
  const asked = cores.length > 0 && minimumCorePeople !== undefined ? { minimumCorePeople } : {};
  return planCampaign({ ...input, terms: { names, ...others, ...asked } }, calendar, today);
}

/** The id of a preset's campaign: a preset of another year is another campaign. */
export function presetCampaignId({ id, from }: Pick<Preset, 'id' | 'from'>): string {
  return `${id}-${from}`;
}

/** Whether a campaign is one of the preset's, of any year or week. */
function isOfPreset(campaign: CampaignId, { id }: Pick<Preset, 'id'>): boolean {
  return campaign.startsWith(`${id}-`) && /^\d{4}-\d\d-\d\d$/.test(campaign.slice(id.length + 1));
}

/** Whether the campaign is the preset's: of one that floats there is one at a time. */
export function isUsed(preset: Preset, campaign: CampaignId): boolean {
  return preset.floating ? isOfPreset(campaign, preset) : campaign === presetCampaignId(preset);
}

/** What a shipped campaign asks of those who take part in the special category. */
export function specialTerms(campaign: CampaignId): Terms {
  const file = shipped().find((one) => isOfPreset(campaign, one));
  return file?.special ? conditionsOf(file.special) : {};
}

/** Why people did not work on the core day of a campaign that is rehearsed; null: they did, or it had none. */
export function coreDayLost({ heldOn, country }: Preset): NotWorking | null {
  if (!heldOn?.core || country === null) return null;
  return notWorking(heldOn.core, { country, closed: [], open: [] });
}
