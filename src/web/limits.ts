import type { Millis } from '../domain/time/calendar';

/* What a sender may cost whose identity is not proved. */

const KIB = 1_024;
const MIB = 1_024 * KIB;

/** All bodies together that are in memory and not verified: a thousand presses, or more. */
export const UNVERIFIED_BYTES = 8 * MIB;
/** When a refused sender may come back, in seconds. */
export const RETRY_AFTER_S = 5;

/** From a connection's first byte, or from its start, to the end of its request. */
export const REQUEST_TIMEOUT_MS: Millis = 15_000;
/** How often Node looks for connections that are over their time. */
export const TIMEOUT_CHECK_MS: Millis = 2_000;
/** A connection takes some 20 KiB. Behind a load balancer, a few hundred are in use. */
export const MAX_CONNECTIONS = 4_000;

/** After a refusal the rest of the body is thrown away, so that the sender reads the answer: so much of it, */
export const DISCARDED_BYTES = 64 * KIB;
/** and so long. */
export const DISCARD_MS: Millis = 500;
