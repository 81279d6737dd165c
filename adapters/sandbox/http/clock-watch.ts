import type { After } from '../../../src/ports/clock';
import type { TimeControl } from '../../../src/ports/time-control';
import type { EventStream } from './events';
import { clockOf } from './state';

const LOOK_MS = 1_000;
/** Pages count on by themselves; now and then they are told the time, so that they never drift far. */
const LOOKS_BETWEEN = 10;

/** Tells open pages how the clock goes: at once when its pace changes, else now and then. */
export function watchClock(control: TimeControl, after: After, events: EventStream): () => void {
  let last = '';
  let looks = 0;
  let cancel = after(LOOK_MS, look);

  function look(): void {
    const pace = `${control.speed()} ${control.isReal()}`;
    looks += 1;
    if (events.size() > 0 && (pace !== last || looks % LOOKS_BETWEEN === 0)) {
      last = pace;
      events.send('clock', clockOf(control));
    }
    cancel = after(LOOK_MS, look);
  }

  return () => cancel();
}
