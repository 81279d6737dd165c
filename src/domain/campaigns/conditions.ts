import { isTelework, WORK_STYLES, type WorkStyle } from '../answers/work-style';
import type { StatusCounts } from '../figures/disclosure';
import type { Day } from '../time/calendar';
import type { Campaign } from './campaign';

/**
 * One condition of participation. `missed`: no day is left on which it could be met; `elsewhere`: it is not judged by
 * the books. `day`: the core day that is meant: the best one so far, else the next one.
 */
export interface Condition {
  kind: 'days' | 'core-people' | 'effects';
  state: 'met' | 'open' | 'missed' | 'elsewhere';
  need: number;
  have: number;
  day: Day | null;
}

/** How an organisation stands in a campaign: `teleworking` has met the conditions, and people teleworked on a day. */
type Standing = 'registered' | 'participating' | 'teleworking';

export interface Progress {
  standing: Standing;
  conditions: Condition[];
  /** The campaign's days that have a book, and those that are still to come or being counted. */
  done: number;
  left: number;
  /** Telework answers over all days in the books (延べ): never people. */
  personDays: number;
}

interface JudgedDay {
  day: Day;
  core: boolean;
  telework: number;
}

/** Judges a campaign by the books of its days alone; a day from `today` on without a book is still to come. */
export function judge(
  { days, terms = {} }: Pick<Campaign, 'days' | 'terms'>,
  books: ReadonlyMap<Day, StatusCounts>,
  today: Day,
): Progress {
  const done = days.flatMap(({ day, core }) => {
    const counts = books.get(day);
    return counts ? [{ day, core, telework: teleworkIn(counts) }] : [];
  });
  const left = days.filter(({ day }) => day >= today && !books.has(day));
  const conditions = [
    ...daysCondition(terms.minimumDays, done, left.length),
    ...coreCondition(terms.minimumCorePeople, done, left),
    ...(terms.measuresEffects
      ? [{ kind: 'effects' as const, state: 'elsewhere' as const, need: 1, have: 0, day: null }]
      : []),
  ];
  const tookPart = days.some(({ day }) => answersIn(books.get(day)) > 0);
  return {
    standing: standingOf(tookPart && conditions.every(isFulfilled), done),
    conditions,
    done: done.length,
    left: left.length,
    personDays: done.reduce((sum, { telework }) => sum + telework, 0),
  };
}

function isFulfilled({ state }: Condition): boolean {
  return state === 'met' || state === 'elsewhere';
}

function standingOf(participates: boolean, done: readonly JudgedDay[]): Standing {
  if (!participates) return 'registered';
  return done.some(({ telework }) => telework > 0) ? 'teleworking' : 'participating';
}

/** On so many days people telework. */
function daysCondition(need: number | undefined, done: readonly JudgedDay[], left: number): Condition[] {
  if (need === undefined) return [];
  const have = done.filter(({ telework }) => telework > 0).length;
  return [{ kind: 'days', state: stateOf(have, need, have + left >= need), need, have, day: null }];
}

/** On one core day so many people telework. */
function coreCondition(
  need: number | undefined,
  done: readonly JudgedDay[],
  left: Campaign['days'],
): Condition[] {
  if (need === undefined) return [];
  const [best] = done.filter(({ core }) => core).sort((one, other) => other.telework - one.telework);
  const next = left.find(({ core }) => core);
  const have = best?.telework ?? 0;
  const state = stateOf(have, need, next !== undefined);
  const day = state === 'open' ? next?.day : best?.day;
  return [{ kind: 'core-people', state, need, have, day: day ?? null }];
}

function stateOf(have: number, need: number, canBeMet: boolean): Condition['state'] {
  if (have >= need) return 'met';
  return canBeMet ? 'open' : 'missed';
}

function teleworkIn(counts: StatusCounts): number {
  return sumOf(counts, WORK_STYLES.filter(isTelework));
}

function answersIn(counts: StatusCounts | undefined): number {
  return counts ? sumOf(counts, WORK_STYLES) : 0;
}

function sumOf(counts: StatusCounts, styles: readonly WorkStyle[]): number {
  return styles.reduce((sum, style) => sum + counts[style], 0);
}
