import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import { ANY_TEAM, type TaskKey } from '../../ports/store/ledger';

/** The task that asks a person the first question of a survey, once over all their teams. */
export function questionTo(
  { org }: Pick<Team, 'org'>,
  day: Day,
  { id: person }: Pick<Member, 'id'>,
): TaskKey {
  return { kind: 'survey-question', person, org, team: ANY_TEAM, day, channel: 'first' };
}
