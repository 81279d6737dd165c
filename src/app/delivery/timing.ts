import type { Millis } from '../../domain/time/calendar';

/* How long deliveries are held and put off. */

/** A process that dies holds its tasks no longer than this, by the database's clock. */
export const LEASE_MS: Millis = 45_000;
/** A task that takes longer has its lease renewed this often. */
export const RENEW_MS: Millis = 15_000;
/** When to try again what failed for a reason of unknown duration, or what another process is doing. */
export const RETRY_MS: Millis = 15_000;
/** The same where the platform limits calls and names no time. */
export const LIMITED_RETRY_MS: Millis = 30_000;
/** The same for a channel that refuses posts. */
export const REFUSED_RETRY_MS: Millis = 3_600_000;
/** The same for an edit, which is safe to repeat. */
export const EDIT_RETRY_MS: Millis = 5_000;
/** The same for the notice to a team's contact. */
export const CONTACT_RETRY_MS: Millis = 15 * 60_000;
/** So often is the contact's notice tried. */
export const MOST_CONTACT_ATTEMPTS = 5;
/** A status is given up after so many failures, each of which waits twice as long: an hour in all. */
export const MOST_STATUS_TRIES = 8;
/** While the database is away, an outcome is written again after this time, so many times. */
export const WRITE_RETRY_MS: Millis = 1_000;
export const MOST_WRITES = 75;
