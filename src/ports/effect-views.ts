import type { Named } from '../domain/campaigns/terms';
import type { AgainstUsual, TooThin } from '../domain/effects/activity';
import type { ActivityChange } from '../domain/effects/activity-merge';
import type { Effect, EffectValue } from '../domain/effects/effect';
import type { NotWorking } from '../domain/refusal';
import type { Day, DayRange } from '../domain/time/calendar';

/* What messages show of effects and activity, to administrators of the organisation only. */

/** What the last request changed of the effects. */
export type EffectChange =
  | { kind: 'set'; metric: string; measure: string | null; before: EffectValue | null; after: EffectValue }
  /** `unit` null: the whole metric. */
  | { kind: 'removed'; metric: string; unit: string | null }
  /** `ignored`: columns of the file that were not read. `changed` 0: the file was taken before. */
  | { kind: 'imported'; units: number; changed: number; ignored: readonly string[] };

export interface EffectsView {
  campaign: Named;
  /** What the values are of where a metric says nothing else; null: the campaign names no baseline. */
  periods: { baseline: DayRange | null; core: DayRange | null };
  effects: readonly Effect[];
  change: EffectChange | null;
}

/** One series against its usual: of one day, or the sums of several. */
export interface ActivityRow extends Omit<AgainstUsual, 'day'> {
  source: string;
  series: string;
  /** How many days are summed; `least` and `most` are the usual of one day, or the ratios of several. */
  days: number;
}

export interface ActivityView {
  /** Null: a day outside campaigns. */
  campaign: Named | null;
  days: readonly Day[];
  /** Days that are compared although people do not work on them. */
  notWorking: readonly NotWorking[];
  baseline: DayRange;
  /** Those furthest from the usual first. */
  rows: readonly ActivityRow[];
  /** Rows left out. */
  more: number;
  /** Days that no series compares, and why, as the series says that was the nearest to it. */
  thin: readonly TooThin[];
}

/** What a file changed. */
export interface ActivityImport extends ActivityChange {
  source: string;
}
