import { Gauge, type Registry } from 'prom-client';
import type { Millis } from '../../domain/time/calendar';
import type { After } from '../../ports/clock';
import { withTimeout } from '../../ports/timeout';

/** What is read when somebody asks, and not reported when it changes; times in seconds. */
const GAUGES = {
  teamsDue: ['telework_teams_due', 'Teams whose next task is due and not done yet, counted up to 256.'],
  oldestDue: [
    'telework_oldest_due_seconds',
    'How long the team that has waited longest for its task is due.',
  ],
  connections: ['telework_database_connections', 'Connections of this process to the database.'],
  idleConnections: [
    'telework_database_connections_idle',
    'Connections to the database that nobody uses now.',
  ],
  connectionWaits: ['telework_database_waiting', 'Queries that wait for a connection to the database.'],
} as const satisfies Record<string, readonly [name: string, help: string]>;

export type GaugeName = keyof typeof GAUGES;
export const GAUGE_NAMES = Object.keys(GAUGES) as GaugeName[];

export type Read = () => number | Promise<number>;

/** A database that hangs must not take every other figure with it. */
const READ_TIMEOUT_MS: Millis = 1_000;

/** Shows what `read` says at every look; `NaN` while it fails or takes too long. */
export function watchGauge(registry: Registry, after: After, gauge: GaugeName, read: Read): void {
  const [name, help] = GAUGES[gauge];
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await readInTime(read, after));
    },
  });
}

async function readInTime(read: Read, after: After): Promise<number> {
  const reading = Promise.resolve().then(read);
  return withTimeout(
    reading.catch(() => Number.NaN),
    { ms: READ_TIMEOUT_MS, after, onTimeout: () => Number.NaN },
  );
}
