import type { Router } from 'express';
import { DEFAULT_WINDOW } from '../../src/domain/time/window';
import type { Chat } from '../../src/ports/chat';
import type { Inbox } from '../../src/ports/inbox';
import { createActs } from './act';
import { createChannelLanguage } from './channel-language';
import { createChat } from './chat';
import { watchClock } from './http/clock-watch';
import { EventStream } from './http/events';
import { fileJournal, memoryJournal } from './journal';
import { sandboxRoutes } from './listen';
import { DEMO_OTHERS, DEMO_PEOPLE, DEMO_PLACES, type DemoPerson, type SandboxPlace } from './people';
import { Platform } from './platform';
import { Play } from './play/play';
import { playScript } from './play/script';
import type { SandboxOptions, TeamTimes } from './types';
import { wordsFrom } from './words';

export type { SandboxOptions } from './types';

/** A chat platform in the browser, for trying the bot out without any account. */
export interface Sandbox {
  chat: Chat;
  /** Mount at `/`: the page at `/sandbox`, the gallery, the API. What people do there reaches the inbox. */
  router(inbox: Inbox): Router;
  places: readonly SandboxPlace[];
  persons: readonly DemoPerson[];
  /** What people of the demo team answer on a day; the same each time. */
  script: typeof playScript;
  /** Ends the event streams and the demo day. */
  close(): void;
}

const DEMO_PLATFORM = { places: DEMO_PLACES, persons: DEMO_PEOPLE, others: DEMO_OTHERS };
const DEMO_TIMES: TeamTimes = { zone: 'Asia/Tokyo', window: DEFAULT_WINDOW, language: 'en' };
/** Many edits at once are one change to a page. */
const GATHER_MS = 60;

/** Throws when the journal cannot be read. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { org, control, after, log, newId } = options;
  const journal = options.journal === null ? memoryJournal() : fileJournal(options.journal);
  const platform = new Platform(journal, options.people ?? DEMO_PLATFORM);
  const events = new EventStream();
  const stops: (() => void)[] = [announceChanges(platform, options, () => events.send('changed', {}))];
  const now = () => control.now();
  const wordsIn = wordsFrom(options.translate);

  async function times(): Promise<TeamTimes> {
    const place = platform.places[0];
    return (place && (await options.team?.(place.id))) ?? DEMO_TIMES;
  }

  function router(inbox: Inbox): Router {
    const upcoming = options.upcoming ?? (async () => null);
    const acts = createActs({ org, platform, inbox, now, newId });
    const channel = createChannelLanguage({ platform, acts, times });
    const play = new Play({ control, acts, platform, after, times, upcoming, log });
    play.watch((state) => events.send('play', state));
    stops.push(() => play.stop(), watchClock(control, after, events));
    return sandboxRoutes({
      platform,
      control,
      acts,
      play,
      channel,
      events,
      times,
      log,
      upcoming,
      wordsIn,
      previews: options.previews ?? [],
      officeEntry: options.officeEntry ?? null,
      gallery: () => ({
        wordsIn,
        samples: options.samples(),
        present: options.present,
        previews: options.previews ?? [],
      }),
    });
  }

  return {
    chat: createChat({ org, platform, now, newId }),
    router,
    places: platform.places,
    persons: platform.persons,
    script: playScript,
    close() {
      for (const stop of stops) stop();
      events.close();
    },
  };
}

function announceChanges(platform: Platform, { after }: SandboxOptions, announce: () => void): () => void {
  let cancel: (() => void) | null = null;
  const unwatch = platform.watch(() => {
    cancel ??= after(GATHER_MS, () => {
      cancel = null;
      announce();
    });
  });
  return () => {
    unwatch();
    cancel?.();
  };
}
