import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';

/** An RSA key pair with the name by which verifiers find it. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicPem: string;
  /** The public half as a JSON Web Key. */
  jwk: { kty: string; n: string; e: string };
}

export function makeKey(name: string): SigningKey {
  const privateKey = keptKey(name);
  const publicKey = createPublicKey(privateKey);
  const { kty = '', n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return {
    kid: randomUUID(),
    privateKey,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    jwk: { kty, n, e },
  };
}

/** Making a key takes up to a second, so a run of tests with a folder makes each once. */
function keptKey(name: string): KeyObject {
  const folder = process.env.TEST_RUN_FOLDER;
  if (!folder) return newKey();
  const file = join(folder, `${name}.pem`);
  if (!existsSync(file)) {
    // Two test files may make the key at the same time: the rename lets each read a complete file.
    const own = join(folder, `${name}-${randomUUID()}.pem`);
    writeFileSync(own, newKey().export({ type: 'pkcs8', format: 'pem' }));
    renameSync(own, file);
  }
  return createPrivateKey(readFileSync(file));
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** Signs the claims with RS256. `kid`: the name of the key that the token claims. */
export function sign(claims: object, key: SigningKey, kid = key.kid): string {
  return jwt.sign(claims, key.privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    algorithm: 'RS256',
    header: { alg: 'RS256', typ: 'JWT', kid },
    noTimestamp: true,
  });
}

/** The claims of a token that this key signed for the audience, or null. `at`: epoch milliseconds. */
export function verify(token: string, key: SigningKey, audience: string, at: number): jwt.JwtPayload | null {
  try {
    const claims = jwt.verify(token, key.publicPem, {
      algorithms: ['RS256'],
      audience,
      clockTimestamp: Math.floor(at / 1000),
    });
    return typeof claims === 'string' ? null : claims;
  } catch {
    return null;
  }
}
