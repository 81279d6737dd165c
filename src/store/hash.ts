import { createHash } from 'node:crypto';

/** What the database keeps of a text that it must not hold: SHA-256, hexadecimal. Secrets are random, and need no salt. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
