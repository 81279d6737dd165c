import type { Locale } from '../people/person';
import type { DayRange, Time } from '../time/calendar';
import type { Window } from '../time/window';

/** A name as its organisers write it, by language. */
export type Names = Partial<Record<Locale, string>>;

/** A campaign as it is called, in words of each reader. */
export interface Named {
  name: string;
  names?: Names;
}

/** How an organisation takes part: `implementing` teleworks, `special` also meets conditions of its own and measures effects. */
export const CATEGORIES = ['implementing', 'special'] as const;
type Category = (typeof CATEGORIES)[number];

/** What a campaign asks of those who take part, besides its days; what is absent is not asked. */
export interface Terms {
  /** The campaign's own name serves the languages that have none here. */
  names?: Names;
  /** The local window of its days; absent: each team's own. */
  window?: Window;
  /** The local end of the commuting peak on its days; absent: the end of the window. */
  peakUntil?: Time;
  category?: Category;
  /** Whether the organisation offers help to others, too. */
  supporting?: true;
  /** On how many of its days people telework, at least. */
  minimumDays?: number;
  /** How many people telework on a core day, at least. */
  minimumCorePeople?: number;
  /** Whether effects are measured, against the usual of the baseline. */
  measuresEffects?: true;
  /** The days that stand for the usual; closed. */
  baseline?: DayRange;
  /** The people of the organisation, as it confirmed them for the campaign. */
  headcount?: number;
}
