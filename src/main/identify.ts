import { createHmac, hkdfSync } from 'node:crypto';
import type { Config } from '../config';
import type { Identify } from '../ports/store/links';

const INFO = 'telework-days/linked-people/1';
const BYTES = 32;
const ADDRESS = /^[^\s@]+@[^\s@]+$/u;

/** The configured way to turn addresses into identities; null where people are not linked by address. */
export function identifyBy({ joined, encryptionKey }: Config): Identify | null {
  return joined.linkBy === 'email' && encryptionKey !== null ? createIdentify(encryptionKey) : null;
}

/**
 * Makes a keyed hash of an address, the same for every way to write it.
 *
 * @param encryptionKey 32 bytes in hexadecimal, newer keys first, separated by commas. The oldest one is used, so that
 *   identities stay the same until it is removed; after that all people are linked again.
 */
export function createIdentify(encryptionKey: string): Identify {
  const oldest = Buffer.from(encryptionKey.split(',').at(-1) ?? '', 'hex');
  const key = Buffer.from(hkdfSync('sha256', oldest, '', INFO, BYTES));
  return (email) => {
    const address = email.normalize('NFKC').trim().toLowerCase();
    return ADDRESS.test(address) ? createHmac('sha256', key).update(address).digest('base64url') : null;
  };
}
