import type { Task } from '../domain/agenda';
import type { Millis } from '../domain/calendar';
import type { OrgId } from '../domain/people';
import type { Core } from './core';
import { agendaOf } from './run-due-tasks';

/** What the bot does next by itself, and when. */
export interface Upcoming extends Pick<Task, 'kind' | 'day'> {
  at: Millis;
}

/** The next task of the organisation's teams; null: nothing in sight. */
export async function upcomingTask(core: Core, org: OrgId): Promise<Upcoming | null> {
  const now = core.clock.now();
  const teams = await core.store.teams.list(org);
  const tasks = (await Promise.all(teams.map((team) => agendaOf(core, team, now)))).flat();
  const [next] = tasks.filter(({ dueAt }) => dueAt > now).sort((a, b) => a.dueAt - b.dueAt);
  return next ? { at: next.dueAt, kind: next.kind, day: next.day } : null;
}
