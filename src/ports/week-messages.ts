import type { TeamId } from '../domain/people/person';
import type { OfficeBounds } from '../domain/teams/settings';
import type { Day } from '../domain/time/calendar';
import type { NamedWeek, WeekDay } from './week-views';

/** What is said of a team's days to come without being asked. */
export type WeekMessage =
  /** The week ahead: in the channel by counts; `toContact`: privately to the team's contact. Days and people: as in `who-week`. */
  | {
      kind: 'digest';
      team: TeamId;
      teamName: string;
      asked: Day[];
      days: WeekDay[];
      people: NamedWeek | null;
      toContact: boolean;
    }
  /** To the team's contact: how many come to the office on the day, `silent`: of how many nothing is known. */
  | {
      kind: 'office-bounds';
      team: TeamId;
      teamName: string;
      day: Day;
      beyond: 'few' | 'many';
      bounds: OfficeBounds;
      visitors: number;
      silent: number;
    };
