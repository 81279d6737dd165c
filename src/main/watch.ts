import type { Clock } from '../ports/clock';
import type { Connections, Database } from '../ports/store/database';
import type { WakeQueue } from '../ports/store/wake-queue';
import type { Meters } from '../web';

/** Reading more teams than this only to count them would cost more than the figure is worth. */
const COUNTED = 256;

/** Shows how much work waits in the store. */
export function watchWork(meters: Meters, { wakeQueue }: { wakeQueue: WakeQueue }, { now }: Clock): void {
  meters.watch('teamsDue', () => wakeQueue.countDue(now(), COUNTED));
  meters.watch('oldestDue', async () => {
    const wakeAt = await wakeQueue.nextWake();
    // A team that was woken out of turn has no due time of its own.
    return wakeAt ? Math.max(0, now() - wakeAt) / 1_000 : 0;
  });
}

/** Shows who uses the connections to the database server, where there is one. */
export function watchConnections(meters: Meters, { connections }: Pick<Database, 'connections'>): void {
  if (!connections()) return;
  const read = (what: keyof Connections) => () => connections()?.[what] ?? 0;
  meters.watch('connections', read('open'));
  meters.watch('idleConnections', read('idle'));
  meters.watch('connectionWaits', read('waiting'));
}
