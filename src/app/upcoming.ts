import type { Task } from '../domain/agenda';
import type { Millis } from '../domain/calendar';
import type { OrgId } from '../domain/people';
import type { Core } from './core';
import { agendaOf } from './run-due-tasks';

/** What the bot will do next by itself in the organisation, and when; null: nothing in sight. */
export async function upcomingTask(core: Core, org: OrgId): Promise<{ at: Millis; task: Task } | null> {
  const now = core.clock.now();
  const teams = await core.store.teams.list(org);
  const tasks = (await Promise.all(teams.map((team) => agendaOf(core, team, now)))).flat();
  const [next] = tasks.filter(({ dueAt }) => dueAt > now).sort((a, b) => a.dueAt - b.dueAt);
  return next ? { at: next.dueAt, task: next } : null;
}
