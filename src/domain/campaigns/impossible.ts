import { type Refusal, refuse } from '../refusal';
import { addDays, type Day, type DayRange, WEEKDAYS, weekdayOf } from '../time/calendar';
import type { Campaign } from './campaign';

/** A field of a campaign that contradicts another one, by its name in campaign files. */
export interface Contradiction {
  field: 'core' | 'minimum-days' | 'minimum-core-people' | 'baseline' | 'peak';
  refusal: Refusal;
}

type Judged = Pick<Campaign, 'days' | 'terms'>;

/**
 * What the campaign asks and nobody could meet, with the value that would be right: the one judge for commands, forms
 * and files.
 */
export function contradictionsIn(campaign: Judged, today: Day): Contradiction[] {
  return [
    coreOf(campaign, today),
    daysOf(campaign),
    peopleOf(campaign),
    baselineOf(campaign),
    peakOf(campaign),
  ].filter((one) => one !== null);
}

/**
 * Refuses the contradictions that the campaign `before` did not have, every one with its field; null: there are none.
 * `before` null: the campaign is new.
 */
export function refuseContradictions(campaign: Judged, before: Judged | null, today: Day): Refusal | null {
  const known = new Set(before ? contradictionsIn(before, today).map(textOf) : []);
  const fields = contradictionsIn(campaign, today).filter((one) => !known.has(textOf(one)));
  const [first] = fields;
  return first ? { ...first.refusal, fields } : null;
}

function textOf(contradiction: Contradiction): string {
  return JSON.stringify(contradiction);
}

function coreOf({ days, terms }: Judged, today: Day): Contradiction | null {
  const first = days.find(({ day }) => day >= today) ?? days[0];
  if (terms?.minimumCorePeople === undefined || !first || days.some(({ core }) => core)) return null;
  const values = { day: { day: first.day }, key: 'core', example: first.day };
  return { field: 'core', refusal: refuse('no-core-day', values) };
}

function daysOf({ days, terms }: Judged): Contradiction | null {
  const [need, have] = [terms?.minimumDays, days.length];
  if (need === undefined || need <= have || have === 0) return null;
  const values = { need, have, key: 'minimum-days', example: String(have) };
  return { field: 'minimum-days', refusal: refuse('too-few-days', values) };
}

function peopleOf({ terms }: Judged): Contradiction | null {
  const { minimumCorePeople: need, headcount: have } = terms ?? {};
  if (need === undefined || have === undefined || need <= have) return null;
  const values = { need, have, key: 'minimum-core-people', example: String(have) };
  return { field: 'minimum-core-people', refusal: refuse('too-few-people', values) };
}

function baselineOf({ days, terms }: Judged): Contradiction | null {
  const [span, first] = [terms?.baseline, days[0]?.day];
  if (!span || first === undefined) return null;
  if (!days.some(({ day }) => span.from <= day && day <= span.until)) return null;
  const right = weekBefore(first);
  const values = {
    ...{ from: { day: span.from }, until: { day: span.until } },
    ...{ rightFrom: { day: right.from }, rightUntil: { day: right.until } },
    ...{ key: 'baseline', example: `${right.from}..${right.until}` },
  };
  return { field: 'baseline', refusal: refuse('baseline-inside', values) };
}

/** Monday to Friday, two weeks before: as the report on Telework Days 2018 compares. */
function weekBefore(first: Day): DayRange {
  const monday = addDays(first, -14 - WEEKDAYS.indexOf(weekdayOf(first)));
  return { from: monday, until: addDays(monday, 4) };
}

function peakOf({ terms }: Judged): Contradiction | null {
  const { window, peakUntil } = terms ?? {};
  if (!window || peakUntil === undefined || peakUntil > window.from) return null;
  const values = {
    ...{ peak: { time: peakUntil }, from: { time: window.from }, right: { time: window.until } },
    ...{ key: 'peak', example: window.until },
  };
  return { field: 'peak', refusal: refuse('peak-before-window', values) };
}
