import { Gauge, type Registry } from 'prom-client';
import type { Millis } from '../../domain/time/calendar';
import type { After } from '../../ports/clock';
import { withTimeout } from '../../ports/timeout';

/** Figures that are read when Prometheus asks, instead of being reported when they change. Times are in seconds. */
const GAUGES = {
  teamsDue: ['telework_teams_due', 'Teams whose next task is due and not done yet, counted up to 256.'],
  oldestDue: ['telework_oldest_due_seconds', 'How long the task of the most overdue team has been due.'],
  slackConnected: ['telework_slack_connected', 'Whether the Socket Mode connection to Slack is up: 1 or 0.'],
  connections: ['telework_database_connections', 'Connections of this process to the database.'],
  idleConnections: [
    'telework_database_connections_idle',
    'Connections to the database that are not in use now.',
  ],
  connectionWaits: ['telework_database_waiting', 'Queries that wait for a connection to the database.'],
} as const satisfies Record<string, readonly [name: string, help: string]>;

export type GaugeName = keyof typeof GAUGES;
export const GAUGE_NAMES = Object.keys(GAUGES) as GaugeName[];

export type Read = () => number | Promise<number>;

/** A database that hangs must not hold up the other figures. */
const READ_TIMEOUT_MS: Millis = 1_000;

/** Shows the result of `read` each time the metrics are read; `NaN` where it fails or takes more than a second. */
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
