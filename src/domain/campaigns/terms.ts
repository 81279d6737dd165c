import type { Locale } from '../people/person';
import type { DayRange, Time } from '../time/calendar';
import type { Window } from '../time/window';

/** How an organisation takes part: `implementing` teleworks, `special` also meets conditions of its own and measures effects. */
type Category = 'implementing' | 'special';

/** What a campaign asks of those who take part, besides its days; what is absent is not asked. */
export interface Terms {
  /** Its name as its organisers write it, by language; the campaign's own name serves the other languages. */
  names?: Partial<Record<Locale, string>>;
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
}
