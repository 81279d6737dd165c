import { createLanes, type Lane, type Limit } from '../../src/app/lanes';
import { type After, ChatError, type Clock } from '../../src/app/ports';
import type { Millis } from '../../src/domain/calendar';

const SECOND: Millis = 1_000;
const HOUR: Millis = 3_600_000;

/** A bot's messages, edits and new conversations, each conversation for itself. */
const WRITES: readonly Limit[] = [
  { most: 7, spanMs: SECOND },
  { most: 8, spanMs: 2 * SECOND },
  { most: 60, spanMs: 30 * SECOND },
  { most: 1_800, spanMs: HOUR },
];
const READS: readonly Limit[] = [
  { most: 14, spanMs: SECOND },
  { most: 16, spanMs: 2 * SECOND },
  { most: 120, spanMs: 30 * SECOND },
  { most: 3_600, spanMs: HOUR },
];
/** Microsoft names 30 in one place and 50 in another: half of what it allows at most. */
const TENANT: readonly Limit[] = [{ most: 25, spanMs: SECOND }];

/** Longer than this nobody waits here: the ledger does. */
const LONGEST_WAIT: Millis = 20 * SECOND;

export interface Toll {
  kind: 'write' | 'read';
  tenant: string;
  /** The conversation, or whom a new one is with. */
  conversation: string;
}

export interface TeamsLanes {
  /** Resolves when the call may be made; a `rate-limited` ChatError when that is too far off. */
  enter(toll: Toll): Promise<void>;
  /** The platform asked to wait. */
  hold(toll: Toll, waitMs: Millis): void;
}

export function createTeamsLanes(clock: Clock, after: After): TeamsLanes {
  const lanes = createLanes();
  return {
    async enter(toll) {
      const wanted = lanesOf(toll);
      const deadline = clock.now() + LONGEST_WAIT;
      for (;;) {
        const now = clock.now();
        const wait = lanes.take(wanted, now);
        if (wait === 0) return;
        if (now + wait > deadline) {
          throw new ChatError('rate-limited', 'too many calls for the limits of Teams; wait', wait);
        }
        await new Promise<void>((resolve) => {
          after(wait, resolve);
        });
      }
    },
    hold(toll, waitMs) {
      for (const { name } of lanesOf(toll).slice(0, 1)) lanes.close(name, clock.now() + waitMs);
    },
  };
}

/** The conversation's own lane first. */
function lanesOf({ kind, tenant, conversation }: Toll): Lane[] {
  return [
    { name: `${kind} ${conversation}`, limits: kind === 'write' ? WRITES : READS },
    { name: `tenant ${tenant}`, limits: TENANT },
  ];
}
