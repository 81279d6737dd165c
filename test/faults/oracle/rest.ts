import type { Played } from '../play';
import type { Hit } from '../ports';
import { mayBeForsaken } from './posts';
import { DAYS, nameOf } from './tasks';

export function judgeLog({ world }: Played, faults: string[]): void {
  const logged = new Set(world.logged.flatMap(({ fields }) => chain(fields.err)));
  for (const hit of world.faults.hits) {
    if (hit.error && !logged.has(hit.error) && !isLoggedByAnother(hit, world.faults.hits, logged)) {
      faults.push(`${hit.where}: a fault that was not logged (${JSON.stringify(hit.fault)}, ${hit.task})`);
    }
  }
  for (const { fields, text } of world.logged) {
    const line = `${text} ${JSON.stringify(fields)} ${chain(fields.err)
      .map((error) => (error instanceof Error ? error.message : ''))
      .join(' ')}`;
    if (/Nomen|satellite|mobile|Working from home/.test(line)) faults.push(`the log says ${line}`);
  }
}

/** Of queries that were made at once, the fault of one is logged. */
function isLoggedByAnother(hit: Hit, hits: readonly Hit[], logged: ReadonlySet<unknown>): boolean {
  const known = hits.filter(({ error }) => logged.has(error));
  return !hit.where.startsWith('chat.') && known.some(({ at }) => at === hit.at);
}

function chain(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...chain(error.cause)] : [];
}

/** Nothing is left to be done. */
export async function judgeRest(played: Played, faults: string[]): Promise<void> {
  const { world } = played;
  const { raw } = world.process();
  for (const room of world.rooms) {
    const { org, team } = room;
    const found = await raw.teams.get(org, team);
    if (found?.trouble) faults.push(`${org}: still ${found.trouble}`);
    for (const day of DAYS) {
      const open = (await raw.ledger.list(org, team, day, null)).filter(
        ({ state }) => state === 'claimed' || state === 'waiting',
      );
      const isForsaken = mayBeForsaken(played, room) && !(await raw.polls.get(org, team, day));
      for (const entry of open.filter(() => !isForsaken))
        faults.push(`${nameOf(entry)}: still ${entry.state}`);
    }
  }
  const wake = await raw.wakeQueue.nextWake();
  if (wake !== null && wake <= world.time.now()) faults.push('a team is still to be looked at');
}
