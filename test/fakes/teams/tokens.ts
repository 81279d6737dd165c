import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { guid } from './ids';
import { makeKey, type SigningKey, sign, verify } from './keys';

/** The issuer of the tokens on activities, and the audience of bots' own tokens. */
export const CHANNEL_ISSUER = 'https://api.botframework.com';
const CONNECTOR_AUDIENCE = 'https://api.botframework.com';
const EMULATOR_ISSUER = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const MINUTE = 60_000;

/** Tokens on activities, good and bad; each call makes a new one. */
export interface ChannelTokens {
  good(serviceUrl: string): string;
  /** Expired for longer than the tolerance of five minutes. */
  expired(serviceUrl: string): string;
  notYetValid(serviceUrl: string): string;
  /** Signed with another key under the real key's name. */
  otherKey(serviceUrl: string): string;
  /** Signed with a key that is not published. */
  unknownKey(serviceUrl: string): string;
  /** Signed with a published key that is not endorsed for Teams. */
  notEndorsed(serviceUrl: string): string;
  otherApp(serviceUrl: string): string;
  otherIssuer(serviceUrl: string): string;
  /** As the Bot Framework Emulator sends it, with the bot's own id: the SDK takes such tokens. */
  emulator(): string;
  withoutServiceUrl(): string;
  /** A good token for another service than the one that the activity names. */
  otherServiceUrl(): string;
  unsigned(serviceUrl: string): string;
  /** Signed with the public key as if it were a shared secret. */
  publicKeyAsSecret(serviceUrl: string): string;
}

/** Two keys of Microsoft, and one of a stranger. */
export interface Keys {
  channel: SigningKey;
  otherChannel: SigningKey;
  stranger: SigningKey;
}

export function makeKeys(): Keys {
  return {
    channel: makeKey('channel'),
    otherChannel: makeKey('other-channel'),
    stranger: makeKey('stranger'),
  };
}

/** `now` is real time, because the SDK validates tokens by the machine's clock. */
export function channelTokens(keys: Keys, appId: string, now: () => number): ChannelTokens {
  const claims = (serviceUrl: string | null, shiftMs = 0, more: object = {}) => {
    const from = Math.floor((now() + shiftMs) / 1000);
    const base = { iss: CHANNEL_ISSUER, aud: appId, nbf: from - 300, exp: from + 3600 };
    return { ...base, ...(serviceUrl === null ? {} : { serviceurl: serviceUrl }), ...more };
  };
  const other = 'https://smba.example.net/emea/';
  return {
    good: (url) => sign(claims(url), keys.channel),
    expired: (url) => sign(claims(url, -70 * MINUTE), keys.channel),
    notYetValid: (url) => sign(claims(url, 20 * MINUTE), keys.channel),
    otherKey: (url) => sign(claims(url), keys.stranger, keys.channel.kid),
    unknownKey: (url) => sign(claims(url), keys.stranger),
    notEndorsed: (url) => sign(claims(url), keys.otherChannel),
    otherApp: (url) => sign(claims(url, 0, { aud: guid('another app') }), keys.channel),
    otherIssuer: (url) => sign(claims(url, 0, { iss: 'https://issuer.example.net' }), keys.channel),
    emulator: () => sign(claims(null, 0, { iss: EMULATOR_ISSUER, appid: appId, ver: '1.0' }), keys.channel),
    withoutServiceUrl: () => sign(claims(null), keys.channel),
    otherServiceUrl: () => sign(claims(other), keys.channel),
    unsigned: (url) => jwt.sign(claims(url), null, { algorithm: 'none', keyid: keys.channel.kid }),
    publicKeyAsSecret: (url) => hmacWithPublicKey(claims(url), keys.channel),
  };
}

/** Made by hand, because jsonwebtoken refuses to make such a token. */
function hmacWithPublicKey(claims: object, key: SigningKey): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', key.publicPem).update(signed).digest('base64url')}`;
}

/** The token that a bot gets from its tenant's token endpoint for the connector. */
export function issueBotToken(
  keys: Keys,
  appId: string,
  tenant: string,
  at: number,
  seconds: number,
): string {
  const from = Math.floor(at / 1000);
  const issuer = `https://sts.windows.net/${tenant}/`;
  const claims = { aud: CONNECTOR_AUDIENCE, iss: issuer, nbf: from, exp: from + seconds, appid: appId };
  return sign({ ...claims, tid: tenant, ver: '1.0' }, keys.channel);
}

/** Whether an `Authorization` header belongs to the bot. Verified headers are remembered. */
export function botTokenCheck(keys: Keys, appId: string, now: () => number): (header: string) => boolean {
  const known = new Map<string, number>();
  return (header) => {
    const until = known.get(header);
    if (until !== undefined) return until > now();
    const claims = header.startsWith('Bearer ')
      ? verify(header.slice('Bearer '.length), keys.channel, CONNECTOR_AUDIENCE, now())
      : null;
    if (claims?.exp === undefined || claims.appid !== appId) return false;
    known.set(header, claims.exp * 1000);
    return true;
  };
}
