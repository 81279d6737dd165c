import type { JoinedPair } from '../domain/people/addresses';
import { type Clash, type Given, missing } from './clash';
import type { Values } from './variables';

export interface JoinedConfig {
  pairs: JoinedPair[];
  /** What proves that two accounts are one person; null: each account counts for itself. */
  linkBy: 'email' | null;
}

/** Contradictions among the settings of joined organisations. */
export function joinedClashes(given: Given): Clash[] {
  if (given.LINK_PEOPLE !== 'email' || given.ENCRYPTION_KEY) return [];
  return [missing('ENCRYPTION_KEY', 'LINK_PEOPLE')];
}

export function joinedConfig({ JOINED_ORGANISATIONS: pairs, LINK_PEOPLE: by }: Values): JoinedConfig {
  return { pairs: pairs ?? [], linkBy: by === 'email' ? by : null };
}
