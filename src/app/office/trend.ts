import { addDays, type Day, weekBegin } from '../../domain/time/calendar';
import { teamDays } from '../figures/team-days';
import { organisationDays } from './month';
import { administersAll, teamsShown } from './today';
import type { Visit } from './visit';

/** Person-days of a week; `peakAvoided` null: books of the week did not count it. */
interface TrendWeek {
  /** Its first day. */
  from: Day;
  /** How many polled days. */
  days: number;
  members: number;
  answered: number;
  telework: number;
  peakAvoided: number | null;
  noOfficeVisit: number;
}

/** The weeks of the last months as a visitor may see them. */
export interface TrendView {
  months: number;
  /** Each person of the organisation once a day; else the sums of the visitor's teams. */
  ofPeople: boolean;
  weeks: TrendWeek[];
}

/** The spans that can be asked for, in months; the first one is usual. */
export const TREND_MONTHS = [3, 6, 12] as const;

const MONTH_DAYS = 30.5;

interface DayOfTrend extends Omit<TrendWeek, 'from' | 'days'> {
  day: Day;
}

/** Weeks with a poll, up to now: of the organisation from its books, for others of their teams. */
export async function trendOf(visit: Visit, asked: number): Promise<TrendView> {
  const months = TREND_MONTHS.find((one) => one === asked) ?? TREND_MONTHS[0];
  const { today, weekStart } = visit;
  const span = { from: weekBegin(addDays(today, -Math.round(months * MONTH_DAYS)), weekStart), until: today };
  const ofPeople = await administersAll(visit);
  const weeks = new Map<Day, { week: TrendWeek; polled: Set<Day> }>();
  for await (const one of ofPeople ? daysOfPeople(visit, span) : daysOfTeams(visit, span)) {
    const from = weekBegin(one.day, weekStart);
    const known = weeks.get(from);
    const polled = (known?.polled ?? new Set()).add(one.day);
    weeks.set(from, { week: sumOf(from, polled.size, known?.week, one), polled });
  }
  return { months, ofPeople, weeks: [...weeks.values()].map(({ week }) => week).sort(byDay) };
}

type Span = { from: Day; until: Day };

async function* daysOfPeople(visit: Visit, { from, until }: Span): AsyncGenerator<DayOfTrend> {
  for (const { day, figures } of await organisationDays(visit, from, until)) yield { day, ...figures };
}

async function* daysOfTeams(visit: Visit, span: Span): AsyncGenerator<DayOfTrend> {
  for await (const { day, tally } of teamDays(visit, await teamsShown(visit), span)) yield { day, ...tally };
}

function sumOf(from: Day, days: number, known: TrendWeek | undefined, one: DayOfTrend): TrendWeek {
  const avoided = known === undefined ? 0 : known.peakAvoided;
  return {
    from,
    days,
    members: (known?.members ?? 0) + one.members,
    answered: (known?.answered ?? 0) + one.answered,
    telework: (known?.telework ?? 0) + one.telework,
    peakAvoided: avoided === null || one.peakAvoided === null ? null : avoided + one.peakAvoided,
    noOfficeVisit: (known?.noOfficeVisit ?? 0) + one.noOfficeVisit,
  };
}

function byDay(one: TrendWeek, next: TrendWeek): number {
  return one.from < next.from ? -1 : 1;
}
