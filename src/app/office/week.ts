import { beyondBounds, visitorsOf } from '../../domain/office-bounds';
import type { TeamId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, isDay, weekBegin } from '../../domain/time/calendar';
import type { NamedWeek, WeekDay } from '../../ports/week-views';
import { pictureOf } from '../figures/day-overview';
import { isTold, namedWeek, weekDayOf } from '../figures/week-overview';
import { teamsOfMember } from '../teams/my-teams';
import { teamsShown } from './today';
import type { Visit } from './visit';

const WEEK_DAYS = 7;

/** `team` null: the visitor's first; `day`: as typed; `page`: people from the one of this number on. */
export interface WeekAsked {
  team: TeamId | null;
  day: string;
  page: number;
}

/** A team's week as a visitor may see it. */
export interface TeamWeek {
  /** The teams that the visitor may choose among. */
  teams: readonly Pick<Team, 'id' | 'name'>[];
  team: Pick<Team, 'id' | 'name'>;
  /** Its first day. */
  from: Day;
  /** The days with a poll, or with plans; `visitors`: how many come to the office; `beyond`: fewer or more than the team wants. */
  days: (WeekDay & { visitors: number; beyond: 'few' | 'many' | null })[];
  /** One page of people; null: the team shows counts only, or the visitor is not of the team. */
  people: NamedWeek | null;
}

/**
 * A week of a team: of the one that is asked for, else the visitor's first; around a day, else around today. People are
 * named to members alone, as `who` names them. Null: there is no such team for this visitor.
 */
export async function weekOf(visit: Visit, { team: wanted, day, page }: WeekAsked): Promise<TeamWeek | null> {
  const { core, now, locale, today, weekStart } = visit;
  const [teams, own] = await Promise.all([teamsShown(visit), teamsOfMember(visit)]);
  const team = wanted === null ? (own[0] ?? teams[0]) : teams.find(({ id }) => id === wanted);
  if (!team) return null;
  const from = weekBegin(isDay(day) ? day : today, weekStart);
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(from, index));
  const pictures = (await Promise.all(days.map((one) => pictureOf(core, team, one, now)))).filter(isTold);
  const isMember = own.some(({ id }) => id === team.id);
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    team: { id: team.id, name: team.name },
    from,
    days: pictures.map((picture) => {
      const visitors = visitorsOf(picture.tally);
      return { ...weekDayOf(picture), visitors, beyond: beyondBounds(visitors, team.settings.inOffice) };
    }),
    people: isMember ? namedWeek(pictures, page, locale) : null,
  };
}
