import type { Clock } from '../ports/clock';
import type { Connections, Database } from '../ports/store/database';
import type { WakeQueue } from '../ports/store/wake-queue';
import type { Meters } from '../web';
import type { Platform } from './platforms';

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

/** Shows whether the connections to chat platforms that keep one open are up. */
export function watchPlatforms(
  meters: Meters,
  platforms: readonly Pick<Platform, 'name' | 'isConnected'>[],
): void {
  const slack = platforms.find(({ name }) => name === 'slack');
  if (slack && slack.isConnected() !== null)
    meters.watch('slackConnected', () => (slack.isConnected() ? 1 : 0));
}

/** Shows who uses the connections to the database server, where there is one. */
export function watchConnections(meters: Meters, { connections }: Pick<Database, 'connections'>): void {
  if (!connections()) return;
  const read = (what: keyof Connections) => () => connections()?.[what] ?? 0;
  meters.watch('connections', read('open'));
  meters.watch('idleConnections', read('idle'));
  meters.watch('connectionWaits', read('waiting'));
}
