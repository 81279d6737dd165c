import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Encrypts texts for the database. A sealed text opens only in the context for which it was sealed. */
export interface Sealer {
  seal(text: string, context: string): string;
  /** Throws a SealError. */
  open(sealed: string, context: string): string;
  /** Whether it was sealed with a key other than the first. */
  isOld(sealed: string): boolean;
}

/** Why something cannot be opened; the message names the cure. */
export class SealError extends Error {
  constructor(
    readonly kind: 'other-key' | 'damaged',
    message: string,
  ) {
    super(message);
    this.name = 'SealError';
  }
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/**
 * `keys`: one key or several, separated by commas, each 32 bytes in hexadecimal: the first seals, every one opens.
 * A sealed text is `v1.<id of its key>.<nonce, ciphertext and tag in base64url>`.
 */
export function createSealer(keys: string): Sealer {
  const ring = new Map(keys.split(',').map((hex) => [idOf(hex), Buffer.from(hex, 'hex')]));
  const [current] = ring;
  if (!current) throw new Error('ENCRYPTION_KEY is missing');
  const [currentId, currentKey] = current;
  return {
    seal(text, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, currentKey, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, currentId, sealed.toString('base64url')].join('.');
    },
    open(sealed, context) {
      const [version, id = '', body = ''] = sealed.split('.');
      if (version !== VERSION) throw damaged();
      const key = ring.get(id);
      if (!key) throw otherKey(id);
      return decrypt(key, Buffer.from(body, 'base64url'), context);
    },
    isOld: (sealed) => sealed.split('.')[1] !== currentId,
  };
}

function decrypt(key: Buffer, body: Buffer, context: string): string {
  if (body.length < NONCE_BYTES + TAG_BYTES) throw damaged();
  const nonce = body.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(body.subarray(-TAG_BYTES));
  const text = decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    throw damaged();
  }
}

/** Identifies a key, and reveals nothing of it. */
function idOf(hex: string): string {
  return createHash('sha256').update('which key').update(Buffer.from(hex, 'hex')).digest('hex').slice(0, 8);
}

function otherKey(id: string): SealError {
  return new SealError(
    'other-key',
    `ENCRYPTION_KEY is not the key with which this was encrypted (${id}): add that one after a comma, or set it instead of the new one`,
  );
}

function damaged(): SealError {
  return new SealError(
    'damaged',
    'What was encrypted with ENCRYPTION_KEY was changed since: install the app again',
  );
}
