import { isRefusal, type Refusal, refuse } from '../refusal';
import { matchKey, repeated } from '../text';
import type { DayRange } from '../time/calendar';
import { conversion, usualMeasure } from './measure';
import { isSameName, metricNamed } from './metric';

/** What one unit of the organisation (a department, a site, a company) measured. */
export interface EffectValue {
  unit: string;
  /** In the baseline period; 0 or more, as `core`. */
  baseline: number;
  /** In the core period. */
  core: number;
  /** How many people the two values are an average of; null: they are sums. */
  people: number | null;
}

/** One metric of a campaign, unit by unit. */
export interface Effect {
  /** A code of `METRICS`, or the organisation's own name. */
  metric: string;
  /** The unit of measure as it was typed; null: that of the metric. */
  measure: string | null;
  /** What the values are of, where it was said; null: the campaign's own periods. */
  baseline: DayRange | null;
  core: DayRange | null;
  values: readonly EffectValue[];
}

/** The means of the changes, as shares: -0.139 is 13.9 % less. They differ, and are never given for one another. */
export interface Means {
  /** The units that have a baseline. */
  n: number;
  /** The mean of the units' changes, each counting the same; null without a unit. */
  simple: number | null;
  /** The change of the sums over all units, by people where the values are averages; null without a unit. */
  weighted: number | null;
  /** The units whose baseline is zero: their change has no share, and neither mean counts them. */
  withoutBaseline: number;
  /** In how many units the value fell, rose, and stayed. */
  fell: number;
  rose: number;
  stayed: number;
}

/** The most metrics of a campaign, and the most units of a metric. */
const MOST_EFFECTS = 50;
const MOST_UNITS = 2_000;

export function meansOf(values: readonly EffectValue[]): Means {
  const counted = values.filter(({ baseline }) => baseline > 0);
  const changes = counted.map(({ baseline, core }) => core / baseline - 1);
  const sumOf = (of: 'baseline' | 'core') =>
    counted.reduce((sum, value) => sum + value[of] * (value.people ?? 1), 0);
  const total = sumOf('baseline');
  return {
    n: counted.length,
    simple: changes.length === 0 ? null : changes.reduce((sum, change) => sum + change, 0) / changes.length,
    weighted: total === 0 ? null : sumOf('core') / total - 1,
    withoutBaseline: values.length - counted.length,
    fell: changes.filter((change) => change < 0).length,
    rose: changes.filter((change) => change > 0).length,
    stayed: changes.filter((change) => change === 0).length,
  };
}

/** The effects with what was entered: a value of a unit that is known replaces it, and null keeps what is known. */
export function withEntry(effects: readonly Effect[], entry: Effect): readonly Effect[] | Refusal {
  const known = findEffect(effects, entry.metric);
  const metric = known?.metric ?? metricNamed(entry.metric);
  const entered = inMeasureOf(known ?? { metric, measure: null }, entry);
  if (isRefusal(entered)) return entered;
  const values = merged(known?.values ?? [], entered);
  if (values.length > MOST_UNITS) return refuse('too-many-effects', { max: MOST_UNITS });
  if (!sameKind(values)) return refuse('effect-people');
  const effect: Effect = {
    metric,
    measure: known
      ? (known.measure ?? (usualMeasure(metric) === null ? entry.measure : null))
      : entry.measure,
    baseline: entry.baseline ?? known?.baseline ?? null,
    core: entry.core ?? known?.core ?? null,
    values,
  };
  const next = known ? effects.map((other) => (other === known ? effect : other)) : [...effects, effect];
  return next.length > MOST_EFFECTS ? refuse('too-many-effects', { max: MOST_EFFECTS }) : next;
}

/** The entered values in the unit of measure that the metric has by now. */
function inMeasureOf(
  known: Pick<Effect, 'metric' | 'measure'> & Partial<Effect>,
  { measure, values }: Effect,
): readonly EffectValue[] | Refusal {
  const own = known.measure ?? usualMeasure(known.metric);
  if (measure === null || own === null) return values;
  const factor = conversion(measure, own);
  if (factor === null) {
    const fault = { line: null, column: null, what: 'value' as const, found: measure, right: own };
    return { ...refuse('bad-number'), faults: [fault] };
  }
  // The first values of a metric stay in the unit of measure that they came in.
  return known.values ? converted(values, factor) : values;
}

/** Rounded, as a sixtieth has no end. */
export function converted(values: readonly EffectValue[], factor: number): readonly EffectValue[] {
  if (factor === 1) return values;
  const round = (value: number) => Number((value * factor).toPrecision(12));
  return values.map((value) => ({ ...value, baseline: round(value.baseline), core: round(value.core) }));
}

/** Sums and averages have no common mean. */
function sameKind(values: readonly EffectValue[]): boolean {
  return new Set(values.map(({ people }) => people === null)).size < 2;
}

/** Each unit keeps its name and its place. */
function merged(known: readonly EffectValue[], entered: readonly EffectValue[]): readonly EffectValue[] {
  const byName = new Map(known.map((value) => [matchKey(value.unit), value]));
  for (const value of entered) {
    const key = matchKey(value.unit);
    byName.set(key, { ...value, unit: byName.get(key)?.unit ?? value.unit });
  }
  return [...byName.values()];
}

/** The effects without a unit's value; without the metric where `unit` is null, or was its last one. */
export function withoutValue(
  effects: readonly Effect[],
  metric: string,
  unit: string | null,
): readonly Effect[] | Refusal {
  const known = findEffect(effects, metric);
  if (!known) return refuse('no-effect', { text: repeated(metric) });
  const values = known.values.filter((value) => unit !== null && !isSameName(value.unit, unit));
  if (unit !== null && values.length === known.values.length)
    return refuse('no-effect', { text: repeated(unit) });
  return values.length === 0
    ? effects.filter((other) => other !== known)
    : effects.map((other) => (other === known ? { ...known, values } : other));
}

export function findEffect(effects: readonly Effect[], metric: string): Effect | undefined {
  return effects.find((effect) => isSameName(metricNamed(effect.metric), metricNamed(metric)));
}
