import type { OrgId } from '../../domain/people/person';
import type { Upcoming } from '../../ports/time-control';
import type { Ports } from '../core';
import { type AgendaNeeds, agendaOf } from '../polls/team-agenda';

/** The next task of the organisation's teams; null: nothing in sight. */
export async function upcomingTask(
  core: Ports<AgendaNeeds | 'clock' | 'teams'>,
  org: OrgId,
): Promise<Upcoming | null> {
  const now = core.clock.now();
  const teams = await core.teams.list(org);
  const tasks = (await Promise.all(teams.map((team) => agendaOf(core, team, now)))).flat();
  const [next] = tasks.filter(({ dueAt }) => dueAt > now).sort((a, b) => a.dueAt - b.dueAt);
  return next ? { at: next.dueAt, kind: next.kind, day: next.day } : null;
}
