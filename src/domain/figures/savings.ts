import { commuteSaved, WORK_STYLES, type WorkStyle } from '../answers/work-style';
import type { CommuteCost } from '../teams/settings';
import type { Team } from '../teams/team';
import factors from './emission-factors.json';

/** Saved hours with the inputs of their formula, which are always shown with them. */
export interface Savings {
  /** Hours not spent commuting. */
  hours: number;
  /** Minutes of a usual return commute: a setting of the team. */
  commuteMinutes: number;
  /** Person-days without a commute (home, mobile). */
  fullDays: number;
  /** Person-days that save half a commute (satellite office). */
  satelliteDays: number;
  /** Fares not paid; null: the team has set none. */
  cost: { amount: number; fare: number; currency: string } | null;
  /** Not emitted by cars; `rail`: nothing is claimed, as the trains run anyway; null: the team has set no way. */
  co2: (EmissionFactor & { kg: number; km: number }) | 'rail' | null;
}

/** What a car emits a km, in grams of CO2, by whom and of which year. */
interface EmissionFactor {
  gramsPerKm: number;
  source: string;
  year: number;
}

/** The inputs that a team has set. */
interface SavingInputs {
  /** ISO 3166. */
  country: string;
  commuteMinutes: number;
  commuteCost?: CommuteCost | null;
}

/** Of countries without a factor of their own. */
const USUAL_FACTOR = 'GB';

/**
 * Hours of commuting saved by these person-days: `(home + mobile + satellite / 2) x commute`. A member who comes to
 * the office later the same day (home-part, off-peak) still commutes and saves none. Cost and CO2 take the same days, by
 * the fare of a day and by the km of a day.
 */
function savingsOf(
  byStyle: Readonly<Record<WorkStyle, number>>,
  { country, commuteMinutes, commuteCost }: SavingInputs,
): Savings {
  const daysSaving = (part: number) =>
    WORK_STYLES.filter((style) => commuteSaved(style) === part).reduce(
      (sum, style) => sum + byStyle[style],
      0,
    );
  const [fullDays, satelliteDays] = [daysSaving(1), daysSaving(0.5)];
  const days = fullDays + satelliteDays / 2;
  const { fare, travel } = commuteCost ?? { fare: null, travel: null };
  return {
    hours: (days * commuteMinutes) / 60,
    commuteMinutes,
    fullDays,
    satelliteDays,
    cost: fare && { amount: days * fare.amount, fare: fare.amount, currency: fare.currency },
    co2: travel && (travel.mode === 'rail' ? 'rail' : emitted(days, travel.km, country)),
  };
}

function emitted(days: number, km: number, country: string): Exclude<Savings['co2'], 'rail' | null> {
  const factorOf = (code: string) => factors.car.find((factor) => factor.country === code.slice(0, 2));
  const { gramsPerKm = 0, source = '', year = 0 } = factorOf(country) ?? factorOf(USUAL_FACTOR) ?? {};
  return { kg: (days * km * gramsPerKm) / 1_000, km, gramsPerKm, source, year };
}

/** What the team's person-days save, by its settings; null: it shows no savings. */
export function savingsOfTeam(
  byStyle: Readonly<Record<WorkStyle, number>>,
  { settings }: Pick<Team, 'settings'>,
): Savings | null {
  const { commuteMinutes } = settings;
  return commuteMinutes === null ? null : savingsOf(byStyle, { ...settings, commuteMinutes });
}
