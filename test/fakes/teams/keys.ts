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

/** One RSA key pair with the name under which verifiers look it up. */
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

/** Made once a run of tests, where it has a folder: a key takes up to a second. */
function keptKey(name: string): KeyObject {
  const folder = process.env.TEST_RUN_FOLDER;
  if (!folder) return newKey();
  const file = join(folder, `${name}.pem`);
  if (!existsSync(file)) {
    // Two test files may make it at the same time: each reads a whole one.
    const own = join(folder, `${name}-${randomUUID()}.pem`);
    writeFileSync(own, newKey().export({ type: 'pkcs8', format: 'pem' }));
    renameSync(own, file);
  }
  return createPrivateKey(readFileSync(file));
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** Signs claims as they are: RS256, with the key's name unless another `kid` is claimed. */
export function sign(claims: object, key: SigningKey, kid = key.kid): string {
  return jwt.sign(claims, key.privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    algorithm: 'RS256',
    header: { alg: 'RS256', typ: 'JWT', kid },
    noTimestamp: true,
  });
}

/** The claims of a token signed with this key for that audience, or null. `at`: epoch milliseconds. */
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
