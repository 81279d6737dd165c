import type { Card } from '../../domain/card';
import type { Post } from '../../ports/chat';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isDeleted } from './outcome';

export type PostedEntry = LedgerEntry & { post: Post };

export function hasPost(entry: LedgerEntry): entry is PostedEntry {
  return entry.post !== null;
}

/**
 * Brings a posted message to the card, unless it shows that already: platforms mark every edit, and count it. Throws what
 * the platform or the database says.
 */
export async function editPosted(
  { chat, ledger }: Ports<'chat' | 'ledger'>,
  entry: PostedEntry,
  card: Card,
): Promise<void> {
  const { org, post } = entry;
  const shown = shownMark(card);
  if (entry.shown === shown) return;
  // A process that is killed during the edit leaves it unknown what the message shows.
  if (entry.shown !== null) await ledger.noteShown(entry, post, null);
  try {
    await chat.edit(org, post, card);
  } catch (fault) {
    if (isDeleted(fault)) await ledger.postLost(entry, post);
    throw fault;
  }
  await ledger.noteShown(entry, post, shown);
}

/** A short mark of all that a card shows: of two cards that differ the marks differ, but for one in 2^64. */
export function shownMark(card: Card): string {
  const text = JSON.stringify(card);
  return `${hash(text, 0x811c9dc5)}${hash(text, 0x9e3779b9)}`;
}

/** MurmurHash3's mixing, over the code units. */
function hash(text: string, seed: number): string {
  let h = seed;
  for (let index = 0; index < text.length; index += 1) {
    h = Math.imul(h ^ text.charCodeAt(index), 0xcc9e2d51);
    h = (h << 15) | (h >>> 17);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return ((h ^ (h >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
