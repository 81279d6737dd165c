import { Temporal } from 'temporal-polyfill';
import type { JoinedPair } from '../domain/people/addresses';
import type { OrgId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import { isGuessable, isPlaceholder } from './secrets';

/* Readers of settings that only the operator types. Each returns the value, or null where the text is not one. */

/** The fastest simulated clock, in simulated seconds a real second: more than a day. */
export const FASTEST = 100_000;
const MAX_DRAIN_SECONDS = 120;
/** The longest time answers are kept: five years. */
const MAX_MONTHS = 60;
const EMPTY_ADDRESS = new URL('about:blank');

const SLACK_TEAM = /^[TE][A-Z0-9]{1,30}$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;
const ORG = /^(slack:[A-Z0-9]{1,30}|teams:[0-9a-z-]{1,60})$/;

/**
 * Pairs such as `slack:T0123=teams:<tenant>` separated by commas; the first of each pair is the one that is kept. Null
 * also where an organisation would be kept under two names.
 */
export function pairsOf(text: string): JoinedPair[] | null {
  const pairs = text.split(',').map((pair) => {
    const [into = '', org = '', ...more] = pair.split('=').map((name) => nameOf(name.trim()));
    return { into, org, whole: more.length === 0 };
  });
  const kept = new Set(pairs.map(({ into }) => into));
  const joined = new Set(pairs.map(({ org }) => org));
  const sound = pairs.every(({ into, org, whole }) => whole && ORG.test(into) && ORG.test(org));
  if (!sound || joined.size !== pairs.length || [...joined].some((org) => kept.has(org))) return null;
  return pairs.map(({ into, org }) => ({ org, into }));
}

/** Slack writes its ids in capitals, directories write theirs in small letters. */
function nameOf(text: string): OrgId {
  const [platform = '', id = '', ...more] = text.split(':');
  const name = platform.toLowerCase();
  return [name, name === 'slack' ? id.toUpperCase() : id.toLowerCase(), ...more].join(':');
}

/** Ids separated by commas, in small letters. */
export function listOf(text: string): string[] | null {
  const items = text.split(',').map((item) => item.trim().toLowerCase());
  return items.every((item) => /^[0-9a-z-]+$/.test(item)) ? items : null;
}

/** Ids of workspaces and Enterprise organisations of Slack separated by commas, in capitals. */
export function teamsOf(text: string): string[] | null {
  const ids = text.split(',').map((item) => item.trim().toUpperCase());
  return ids.every((id) => SLACK_TEAM.test(id)) ? ids : null;
}

/** Whether the host, as an address or as in a URL, is this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** An http or https URL. */
export function webAddressOf(text: string): string | null {
  const scheme = URL.canParse(text) ? new URL(text).protocol : '';
  return scheme === 'http:' || scheme === 'https:' ? text : null;
}

/** The URL of a PostgreSQL database, with its host and database name. */
export function databaseAddress(text: string): string | null {
  const { protocol, pathname, host, searchParams } = URL.canParse(text) ? new URL(text) : EMPTY_ADDRESS;
  const named = pathname.length > 1 && (host !== '' || searchParams.has('host'));
  return /^postgres(ql)?:$/.test(protocol) && named ? text : null;
}

/** Whether the password in a database's URL, if any, is other than those of examples. */
export function hasOwnPassword(url: string): boolean {
  return !URL.canParse(url) || !isPlaceholder(new URL(url).password);
}

/** An ISO 8601 instant with its offset. */
export function instantAt(text: string): Millis | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

/** Whole seconds, 0 to 120. */
export function drainOf(text: string): Millis | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= MAX_DRAIN_SECONDS ? Number(text) * 1_000 : null;
}

/** Simulated seconds a real second, above 0 and up to `FASTEST`. */
export function speedOf(text: string): number | null {
  const speed = Number(text);
  return speed > 0 && speed <= FASTEST ? speed : null;
}

/**
 * Keys of 32 bytes in base64 or hexadecimal, as hexadecimal: the key in use, then older ones after commas, which only
 * decrypt.
 */
export function keysOf(text: string): string | null {
  const keys = text.split(',').map((each) => keyOf(each.trim()));
  return keys.includes(null) ? null : keys.join(',');
}

function keyOf(text: string): string | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  const bytes = Buffer.from(text, 'base64');
  return /^[\w+/-]{43}=?$/.test(text) && bytes.length === 32 ? bytes.toString('hex') : null;
}

/** Whether none of the keys, as `keysOf` returns them, is one that people write by hand. */
export function areUnguessable(keys: string): boolean {
  return keys.split(',').every((key) => !isGuessable([...Buffer.from(key, 'hex')]));
}

/** A number of months, from 1 to 60. */
export function monthsOf(text: string): number | null {
  const months = Number(text);
  return /^\d{1,2}$/.test(text) && months >= 1 && months <= MAX_MONTHS ? months : null;
}
