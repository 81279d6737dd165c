import type { Actor, Inbox, Reply } from '../../../src/ports/inbox';
import type { Log } from '../../../src/ports/log';
import type { Windows } from './windows';

export interface HomeTabParts {
  inbox: Inbox;
  windows: Windows;
  log: Log;
}

/** Brings the person's Home tab up to date, with the note above the panel. False where that fails. Never throws. */
export async function refreshHomeTab(
  { inbox, windows, log }: HomeTabParts,
  actor: Actor,
  note: Reply | null,
): Promise<boolean> {
  try {
    const panel = await inbox.home({ ...actor, place: null, placeName: '' });
    await windows.publish(actor.org, actor.person.id, panel, note?.card ?? null);
    return true;
  } catch (error) {
    log.warn({ err: error }, 'Home tab not brought up to date');
    return false;
  }
}
