import { type Disclosure, SMALLEST_GROUP } from './disclosure';
import { publishedTallies } from './published-tallies';

/** A number of people between two bounds, both included; `until` null: or more. */
export interface SizeBand {
  from: number;
  until: number | null;
}

/** Where one band ends and the next begins. */
const BOUNDS = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/**
 * The band of the people who teleworked on at least one of these published days; null where no bound can be told. Days
 * and band together could tell how few people were there on both days, on one alone, or on none. So a bound is used
 * only where the published days show that neither side of it can tell. Bounds are chosen from published figures alone,
 * never by the number that is hidden, so the choice itself tells nothing.
 */
export function sizeBand(people: number, days: readonly Disclosure[]): SizeBand | null {
  const certain = Math.max(0, ...days.map((day) => publishedTallies([day]).telework.from));
  // A correction that must not be published may have left fewer people than a published day has.
  const counted = Math.max(people, certain);
  const bounds = usableBounds(days, certain);
  const from = bounds.filter((bound) => bound <= counted).at(-1);
  const above = bounds.find((bound) => bound > counted);
  return from === undefined ? null : { from, until: above === undefined ? null : above - 1 };
}

function usableBounds(days: readonly Disclosure[], certain: number): number[] {
  const tallies = days.map((day) => publishedTallies([day]));
  const largest = Math.max(0, ...tallies.map(({ telework }) => telework.until));
  const roster = Math.max(0, ...tallies.map((day) => day.roster));
  const personDays = tallies.reduce((sum, { telework }) => sum + telework.from, 0);
  // Below the bound, at least five people may have teleworked on other days than the largest day's people did. At the
  // bound or above it, at least five may have teleworked on every day, and at least five on none.
  const lowest = largest + SMALLEST_GROUP + 1;
  const highest = Math.min(personDays - SMALLEST_GROUP * (days.length - 1), roster - SMALLEST_GROUP);
  return BOUNDS.filter((bound) => bound <= certain || (lowest <= bound && bound <= highest));
}
