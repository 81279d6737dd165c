import type { Core, Repositories } from '../app/core';
import { createRefresh } from '../app/polls/refresh';

export type CoreParts = Omit<Core, 'refresh' | keyof Repositories> & { store: Repositories };

/** Puts the ports together to what use cases work with. */
export function createCore({ store, ...others }: CoreParts): Core {
  const { teams, wakeQueue, people, campaigns, polls, answers, ledger, links, edits } = store;
  const { memory, time, clockWentBack } = store;
  const repositories = { teams, wakeQueue, people, campaigns, polls, answers, ledger, links, edits };
  const parts = { ...others, ...repositories, memory, time, clockWentBack };
  return { ...parts, refresh: createRefresh(parts) };
}
