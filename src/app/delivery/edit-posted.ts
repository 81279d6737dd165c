import type { Card } from '../../domain/card';
import { markOf } from '../../domain/mark';
import type { Post } from '../../ports/chat';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isDeleted } from './outcome';

export type PostedEntry = LedgerEntry & { post: Post };

export function hasPost<Entry extends LedgerEntry>(entry: Entry): entry is Entry & { post: Post } {
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

/** A mark of all that a card shows. */
export function shownMark(card: Card): string {
  return markOf(JSON.stringify(card));
}
