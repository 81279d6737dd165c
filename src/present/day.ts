import type { Part } from '../domain/card';
import type { Day } from '../domain/time/calendar';
import type { AwayView, DayView } from '../ports/views';
import { text } from './parts';
import type { Words } from './words';

type DayType = 'core' | 'drill' | 'emergency' | 'telework' | 'workday';

function dayType({ drill, core, campaign }: Pick<DayView, 'drill' | 'core' | 'campaign'>): DayType {
  if (drill) return drill.real ? 'emergency' : 'drill';
  if (core) return 'core';
  return campaign === null ? 'workday' : 'telework';
}

/** `Telework Day (core day): Fri 24 July`. */
export function dayHeading(view: DayView, words: Words): string {
  return words.t(`day.heading.${dayType(view)}`, { day: words.day(view.day) });
}

/** The date, marked where it is a core day or a drill: for lists. */
export function markedDay(view: Pick<DayView, 'day' | 'core' | 'drill'>, words: Words): string {
  const day = words.day(view.day);
  if (view.drill) return words.t(view.drill.real ? 'day.emergency-mark' : 'day.drill-mark', { day });
  return view.core ? words.t('day.core-mark', { day }) : day;
}

/** `07:00–10:30 (Japan Standard Time)`. */
export function zonedWindow({ day, window, zone }: DayView, words: Words): string {
  return words.t('time.zoned', { span: words.window(window), zone: words.zone(zone, day, window.from) });
}

/** The day's window, campaign and a drill's reason in one line. */
export function dayLine(view: DayView, words: Words, ...first: string[]): string {
  const { drill } = view;
  const campaign = campaignOf(view, words);
  const window = words.fact(words.t('day.window'), zonedWindow(view, words));
  const reason = drill?.reason ? [words.fact(words.t('day.reason'), drill.reason)] : [];
  return [...first, window, ...(campaign === null ? [] : [campaign]), ...reason].join(' · ');
}

/** The campaign's name; null: the day has none. */
function campaignOf({ campaign, campaignNames }: DayView, words: Words): string | null {
  return campaign === null ? null : words.campaign({ name: campaign, names: campaignNames });
}

/** The reason of a drill, which people want to know first. */
export function reasonText({ drill }: DayView, words: Words): Part[] {
  return drill?.reason ? [text(words.fact(words.t('day.reason'), drill.reason), 'strong')] : [];
}

/** The beginning and end of an absence, with their dates unless both are on `day`. */
export function awayTimes(
  { from, until }: AwayView,
  day: Day,
  words: Words,
): { from: string; until: string } {
  const isWithin = from.day === day && until.day === day;
  const shown = (moment: AwayView['from']) =>
    isWithin ? moment.time : `${words.day(moment.day)} ${moment.time}`;
  return { from: shown(from), until: shown(until) };
}
