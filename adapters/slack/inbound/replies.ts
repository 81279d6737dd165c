import type { Log, Reply } from '../../../src/app/ports';
import type { Card } from '../../../src/domain/card';
import type { Api } from '../api';
import { failedCard, fitsMessage, formOf, toMessage, toText } from '../render';
import type { WindowContext } from './context';
import type { Windows } from './windows';

/** Where an answer can be shown: at the response_url of what was done, or in a window, while the trigger lives. */
export interface Spot {
  context: WindowContext;
  triggerId: string;
  responseUrl: string | null;
  /** The answer may take the place of the note in which a button was pressed. */
  replaces: boolean;
  /** Opens a window though a note would do. */
  window: boolean;
}

export interface Replies {
  /** Shows the answer to one person. Never throws: what was done is done. */
  show(spot: Spot, reply: Reply): Promise<void>;
  /** Says that it did not work, where it can be said: who asked is not known, nor their language. Never throws. */
  fail(responseUrl: string | null): Promise<void>;
}

/** What a note for one person says; charts are drawn as text there, since a refusal would lose the answer. */
export function noteOf(card: Card): { response_type: 'ephemeral'; text: string; blocks: object[] } {
  return { response_type: 'ephemeral', ...toMessage(card, { charts: false }) };
}

/** Whether the answer needs a window: inputs, or more than a message holds. */
export function needsWindow(card: Card): boolean {
  return formOf(card) !== null || !fitsMessage(card);
}

export function createReplies({ api, windows, log }: { api: Api; windows: Windows; log: Log }): Replies {
  async function note({ responseUrl, replaces }: Spot, { card, refused }: Reply): Promise<void> {
    if (responseUrl === null) return;
    // A refusal stands beside what was there: it must never take a poll's, or an answer's, place.
    const replace_original = replaces && !refused;
    try {
      await api.respond(responseUrl, { ...noteOf(card), replace_original });
    } catch (error) {
      log.warn({ err: error }, 'note not taken; sending its text alone');
      await api.respond(responseUrl, {
        response_type: 'ephemeral',
        replace_original: false,
        text: toText(card),
      });
    }
  }

  async function open(spot: Spot, reply: Reply): Promise<boolean> {
    try {
      await windows.open(spot.context, reply.card, spot.triggerId);
      return true;
    } catch (error) {
      log.warn({ err: error }, 'window not opened; answering with a note');
      return false;
    }
  }

  return {
    async show(spot, reply) {
      try {
        const wanted =
          needsWindow(reply.card) || (spot.window && !reply.refused) || spot.responseUrl === null;
        if (wanted && (await open(spot, reply))) return;
        await note(spot, reply);
      } catch (error) {
        log.error({ err: error }, 'answer not shown');
      }
    },
    async fail(responseUrl) {
      if (responseUrl === null) return;
      try {
        await api.respond(responseUrl, { ...noteOf(failedCard('en')), replace_original: false });
      } catch (error) {
        log.error({ err: error }, 'answer not shown');
      }
    },
  };
}
