import type { OrgId } from '../domain/people/person';
import type { Clash, Given } from './chats';
import type { Values } from './variables';

export interface JoinedConfig {
  /** Organisations that are one: what belongs to `org` is kept as part of `into`. */
  pairs: { org: OrgId; into: OrgId }[];
  /** What tells that two accounts are one person; null: nothing, and each counts for itself. */
  linkBy: 'email' | null;
}

const ORG = /^(slack:[A-Z0-9]{1,30}|teams:[0-9a-z-]{1,60})$/;

/**
 * `slack:T0123=teams:<tenant>`, several by commas; the first of each pair is the name under which everything is kept.
 * Null for anything else, and where an organisation would be kept under two names.
 */
export function pairsOf(text: string): JoinedConfig['pairs'] | null {
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

/** Slack writes its ids in capitals, directories theirs in small letters. */
function nameOf(text: string): OrgId {
  const [platform = '', id = '', ...more] = text.split(':');
  const name = platform.toLowerCase();
  return [name, name === 'slack' ? id.toUpperCase() : id.toLowerCase(), ...more].join(':');
}

export function joinedClashes(given: Given): Clash[] {
  if (given.LINK_PEOPLE !== 'email' || given.ENCRYPTION_KEY) return [];
  return [{ variable: 'ENCRYPTION_KEY', wrong: 'is missing beside LINK_PEOPLE' }];
}

export function joinedConfig({ JOINED_ORGANISATIONS: pairs, LINK_PEOPLE: by }: Values): JoinedConfig {
  return { pairs: pairs ?? [], linkBy: by === 'email' ? by : null };
}
