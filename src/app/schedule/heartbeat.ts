import type { Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** A process notes every minute that it runs; a beat may come late. */
const TOLERATED_MS: Millis = 3 * 60_000;
/** Absences are kept as long as the answers of their days, with room for a leap year. */
const KEPT_MS: Millis = 400 * 24 * 3_600_000;

/**
 * Notes that the bot is running, so that it can say since when it was not. To be called before each round of checks:
 * the agenda asks for absences. Throws the database's fault.
 */
export async function noteAlive({
  absences,
  clock,
  log,
}: Ports<'absences' | 'clock' | 'log'>): Promise<void> {
  const absence = await absences.alive(clock.now(), TOLERATED_MS, KEPT_MS);
  if (!absence) return;
  const { from, until } = absence;
  log.info(
    { from: new Date(from).toISOString(), until: new Date(until).toISOString() },
    'the bot was not running for a while',
  );
}
