import type { ShownStyle } from '../../domain/answers/work-style';
import { type DayFigures, figuresOfDay } from '../../domain/figures/day-figures';
import type { TeamId } from '../../domain/people/person';
import { addDays, type Day } from '../../domain/time/calendar';
import { type StyleCount, type TeamDay, teamDays } from '../figures/team-days';
import { administersAll, teamsShown } from './today';
import type { Visit } from './visit';

/** Several days of a team together. People are counted once a day: these are person-days. */
interface TeamMonth {
  team: TeamId;
  name: string;
  department: string | null;
  days: number;
  members: number;
  answered: number;
  telework: number;
  peakAvoided: number;
  noOfficeVisit: number;
}

/** A month as a visitor may see it. */
export interface MonthView {
  /** `2018-07`, with those before and after it. */
  month: string;
  before: string;
  after: string;
  /** The organisation's days, each person once; null: the visitor does not administer it. */
  days: { day: Day; figures: DayFigures }[] | null;
  teams: TeamMonth[];
  /** Person-days by work style, as others see them. */
  styles: StyleCount[];
  /** The days of a visitor's single team. */
  teamDays: TeamDay[] | null;
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month that was typed, else that of a day. */
export function monthMeant(typed: string, today: Day): string {
  return MONTH.test(typed) ? typed : today.slice(0, 7);
}

/** The first and the last day of a month. */
export function daysOfMonth(month: string): { from: Day; until: Day } {
  const [, year = '', number = ''] = MONTH.exec(month) ?? [];
  const last = new Date(Date.UTC(Number(year), Number(number), 0)).getUTCDate();
  return { from: `${month}-01`, until: `${month}-${last}` };
}

/** A month of all teams that the visitor may look into. */
export async function monthOf(visit: Visit, typed: string): Promise<MonthView> {
  const month = monthMeant(typed, visit.today);
  const { from, until } = daysOfMonth(month);
  const teams = await teamsShown(visit);
  const sums = new Map<TeamId, TeamMonth>();
  const styles = new Map<ShownStyle, StyleCount>();
  const single: TeamDay[] = [];
  for await (const day of teamDays(visit, teams, { from, until })) {
    add(sums, day);
    for (const { style, people, late } of day.styles) {
      const known = styles.get(style) ?? { style, people: 0, late: 0 };
      styles.set(style, { style, people: known.people + people, late: known.late + late });
    }
    if (teams.length === 1) single.push(day);
  }
  return {
    month,
    before: addDays(from, -1).slice(0, 7),
    after: addDays(until, 1).slice(0, 7),
    days: (await administersAll(visit)) ? await organisationDays(visit, from, until) : null,
    teams: [...sums.values()],
    styles: [...styles.values()].sort((a, b) => b.people - a.people),
    teamDays: teams.length === 1 ? single : null,
  };
}

function add(sums: Map<TeamId, TeamMonth>, { team, name, department, tally }: TeamDay): void {
  const known = sums.get(team);
  const { members, answered, telework, peakAvoided, noOfficeVisit } = tally;
  sums.set(team, {
    team,
    name,
    department,
    days: (known?.days ?? 0) + 1,
    members: (known?.members ?? 0) + members,
    answered: (known?.answered ?? 0) + answered,
    telework: (known?.telework ?? 0) + telework,
    peakAvoided: (known?.peakAvoided ?? 0) + peakAvoided,
    noOfficeVisit: (known?.noOfficeVisit ?? 0) + noOfficeVisit,
  });
}

/** The organisation's days that are over, from its books: each person once a day. */
export async function organisationDays({ core, actor }: Visit, from: Day, until: Day) {
  const all: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) all.push(day);
  const books = await core.books.days(actor.org, all);
  return all.flatMap((day) => {
    const book = books.get(day);
    return book ? [{ day, figures: figuresOfDay(book) }] : [];
  });
}
