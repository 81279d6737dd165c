import type { Clock, Store } from '../app/ports';
import type { Meters } from '../web';

/** Reading more teams than this only to count them would cost more than the figure is worth. */
const COUNTED = 256;

/** Shows how much work waits in the store. */
export function watchWork(meters: Meters, { teams }: Pick<Store, 'teams'>, { now }: Clock): void {
  meters.watch('teamsDue', async () => (await teams.due(now(), COUNTED)).length);
  meters.watch('oldestDue', async () => {
    const wakeAt = await teams.nextWake();
    // Who was woken out of turn has no due time of their own.
    return wakeAt ? Math.max(0, now() - wakeAt) / 1_000 : 0;
  });
}
