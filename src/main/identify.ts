import { createHmac, hkdfSync } from 'node:crypto';
import type { Identify } from '../ports/store/links';

const INFO = 'telework-days/linked-people/1';
const BYTES = 32;
const ADDRESS = /^[^\s@]+@[^\s@]+$/u;

/**
 * Makes a keyed hash of an address, the same for all ways to write it.
 *
 * @param encryptionKey 32 bytes in hexadecimal, newer keys first, with commas. The oldest one is used, so that
 *   identities stay as they are until it is given up; then everybody is linked anew.
 */
export function createIdentify(encryptionKey: string): Identify {
  const oldest = Buffer.from(encryptionKey.split(',').at(-1) ?? '', 'hex');
  const key = Buffer.from(hkdfSync('sha256', oldest, '', INFO, BYTES));
  return (email) => {
    const address = email.normalize('NFKC').trim().toLowerCase();
    return ADDRESS.test(address) ? createHmac('sha256', key).update(address).digest('base64url') : null;
  };
}
