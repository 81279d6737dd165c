import { SMALLEST_GROUP } from '../figures/disclosure';
import type { Locale } from '../people/person';
import o2 from './presets/o2.json';
import telework from './presets/telework.json';
import wellbeing from './presets/wellbeing.json';

/* What participants are asked after a Telework Day or a campaign. Answers are counted, never kept with their person. */

export interface SurveyItem {
  id: string;
  text: Readonly<Record<Locale, string>>;
  /** 2 to 6. */
  options: readonly { id: string; text: Readonly<Record<Locale, string>> }[];
}

/** 1 to 5 questions. */
export interface SurveyPreset {
  id: string;
  name: Readonly<Record<Locale, string>>;
  items: readonly SurveyItem[];
}

/** After each Telework Day, or after a campaign's last one. */
export type SurveyMoment = 'day' | 'campaign';

export const SURVEYS: readonly SurveyPreset[] = [o2, wellbeing, telework];

export function surveyOf(id: string): SurveyPreset | null {
  return SURVEYS.find((survey) => survey.id === id) ?? null;
}

/** A cell of the results: the options that are counted together. */
export interface SurveyCell {
  options: readonly string[];
  people: number;
}

/**
 * The results of one question, for a survey that takes no more answers. The options are taken apart along a fixed tree,
 * halves of halves; a half stands alone only where five people or more stand on both sides, so that a cell that stays
 * whole says nothing of any of its options (see `disclose`). Null: fewer than five people answered.
 */
export function discloseItem(
  item: SurveyItem,
  counts: Readonly<Record<string, number>>,
): SurveyCell[] | null {
  const whole = cellOf(
    item.options.map(({ id }) => id),
    counts,
  );
  return whole.people < SMALLEST_GROUP ? null : takenApart(whole, counts);
}

function takenApart(cell: SurveyCell, counts: Readonly<Record<string, number>>): SurveyCell[] {
  const half = Math.floor(cell.options.length / 2);
  const [left, right] = [cell.options.slice(0, half), cell.options.slice(half)].map((one) =>
    cellOf(one, counts),
  );
  if (!left || !right || left.people < SMALLEST_GROUP || right.people < SMALLEST_GROUP) return [cell];
  return [...takenApart(left, counts), ...takenApart(right, counts)];
}

function cellOf(options: readonly string[], counts: Readonly<Record<string, number>>): SurveyCell {
  return { options, people: options.reduce((sum, option) => sum + (counts[option] ?? 0), 0) };
}
