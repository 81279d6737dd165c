import type { Card } from '../../../src/domain/card';
import type { Locale, OrgId, PersonId } from '../../../src/domain/people/person';
import type { Millis } from '../../../src/domain/time/calendar';
import type { After } from '../../../src/ports/clock';
import type { Reply } from '../../../src/ports/inbox';
import type { Log } from '../../../src/ports/log';
import type { Api } from '../api';
import { toChatError } from '../errors';
import type { Directory } from '../people';
import { formOf, type Renderer, toText } from '../render';
import { orgOf } from '../workspaces';
import type { WindowContext } from './context';
import { inTime } from './in-time';
import type { Origin } from './payloads';
import type { Windows } from './windows';

/** Where an answer can be shown: at the response_url of what was done, or in a window, while the trigger lives. */
export interface Spot {
  context: WindowContext;
  userId: PersonId;
  triggerId: string;
  responseUrl: string | null;
  /** The answer may take the place of the note in which a button was pressed. */
  replaces: boolean;
  /** Opens a window though a note would do. */
  window: boolean;
  /** The window that was opened to say to wait; null: there is none. */
  waiting?: string | null;
}

/** The window in which a button was pressed, or which was submitted. */
export interface WindowSpot {
  context: WindowContext;
  userId: PersonId;
  triggerId: string;
  viewId: string;
  page: number;
  /** Only this window has a use for the answer: nothing is said to who has closed it. */
  here: boolean;
}

/** What somebody did is answered where they look; where that is not possible any more, in a direct message. */
export interface Replies {
  /** Shows the answer to one person. Never throws: what was done is done. */
  show(spot: Spot, reply: Reply): Promise<void>;
  /** Opens a window with it; false: that was not possible. Never throws. */
  open(spot: Pick<Spot, 'context' | 'triggerId'>, reply: Reply): Promise<boolean>;
  /** The answer takes the window's place; a refusal comes on top of it, where that is still possible. Never throws. */
  change(spot: WindowSpot, reply: Reply): Promise<void>;
  /** By a direct message. Never throws. */
  direct(spot: Pick<Spot, 'context' | 'userId'>, card: Card): Promise<void>;
  /** Opens a window that says to wait, and resolves with its id; null: that was not possible. Never throws. */
  wait(origin: Origin): Promise<string | null>;
  /** Says that it did not work. `waiting`: the window that was opened meanwhile. Never throws. */
  fail(origin: Origin, waiting?: string | null): Promise<void>;
}

export interface ReplyParts {
  api: Api;
  windows: Windows;
  render: Renderer;
  directory: Directory;
  after: After;
  /** Spoken with people of whom nothing is known. */
  language: Locale;
  log: Log;
}

/** Somebody's language is asked for so long at most, before they hear that something did not work. */
const LANGUAGE_WITHIN: Millis = 2_000;

/** What a note for one person says; charts are drawn as text there, since a refusal would lose the answer. */
export function noteOf(
  render: Renderer,
  card: Card,
): { response_type: 'ephemeral'; text: string; blocks: object[] } {
  return { response_type: 'ephemeral', ...render.toMessage(card, { charts: false }) };
}

/** Whether the answer needs a window: inputs, or more than a message holds. */
export function needsWindow(render: Renderer, card: Card): boolean {
  return formOf(card) !== null || !render.fitsMessage(card);
}

export function createReplies({
  api,
  windows,
  render,
  directory,
  after,
  language,
  log,
}: ReplyParts): Replies {
  async function languageOf(org: OrgId, person: PersonId): Promise<Locale> {
    const known = directory.languageOf(org, person);
    if (known) return known;
    const found = await inTime(directory.find(org, person), after, LANGUAGE_WITHIN);
    return found?.value.person.locale ?? language;
  }

  /** Whether it went well; what did not is logged. */
  async function tried(work: Promise<unknown>, otherwise: string): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      log.warn({ err: error }, otherwise);
      return false;
    }
  }

  /** False: this response_url takes nothing any more. */
  async function note(url: string, replaces: boolean, { card, refused }: Reply): Promise<boolean> {
    // A refusal stands beside what was there: it must never take a poll's, or an answer's, place.
    const replace_original = replaces && !refused;
    const whole = api.respond(url, { ...noteOf(render, card), replace_original });
    if (await tried(whole, 'note not taken; sending its text alone')) return true;
    const alone = { response_type: 'ephemeral', replace_original: false, text: toText(card) };
    try {
      await api.respond(url, alone);
      return true;
    } catch (error) {
      const { kind } = toChatError(error);
      if (kind !== 'gone' && kind !== 'invalid') throw error;
      return false;
    }
  }

  async function send(org: OrgId, channel: PersonId, card: Card): Promise<void> {
    const message = {
      ...render.toMessage(card, { charts: false }),
      unfurl_links: false,
      unfurl_media: false,
    };
    await api.call(
      org,
      'chat.postMessage',
      (client, { token }) => client.chat.postMessage({ token, channel, ...message }),
      { urgent: true, channel },
    );
  }

  const open: Replies['open'] = ({ context, triggerId }, { card }) =>
    tried(windows.open(context, card, triggerId), 'window not opened');

  const direct: Replies['direct'] = async ({ context, userId }, card) => {
    await tried(send(context.org, userId, card), 'answer not shown');
  };

  async function show(spot: Spot, reply: Reply): Promise<void> {
    const { context, responseUrl, replaces, waiting = null } = spot;
    const { card } = reply;
    if (waiting !== null && (await tried(windows.update(context, card, waiting), 'window not changed')))
      return;
    const wanted = needsWindow(render, card) || (spot.window && !reply.refused) || responseUrl === null;
    if (waiting === null && wanted && (await open(spot, reply))) return;
    try {
      if (responseUrl !== null && (await note(responseUrl, replaces, reply))) return;
    } catch (error) {
      // It may have been taken, or Slack takes nothing at all.
      log.error({ err: error }, 'answer not shown');
      return;
    }
    await direct(spot, card);
  }

  return {
    show,
    open,
    direct,
    async change(spot, { card, refused }) {
      const { context, triggerId, viewId, page } = spot;
      if (refused && (await tried(windows.push(context, card, triggerId), 'window not opened'))) return;
      const changed = await tried(windows.update(context, card, viewId, page), 'window not changed');
      if (!changed && !spot.here) await direct(spot, card);
    },
    async wait({ teamId, userId, triggerId }) {
      const org = orgOf(teamId);
      const context = nowhere(org, directory.languageOf(org, userId) ?? language);
      try {
        return await windows.wait(context, triggerId);
      } catch (error) {
        log.warn({ err: error }, 'window not opened');
        return null;
      }
    },
    async fail(origin, waiting = null) {
      const org = orgOf(origin.teamId);
      const locale = await languageOf(org, origin.userId);
      const spot = { ...origin, context: nowhere(org, locale), replaces: false, window: false, waiting };
      await show(spot, { card: render.failedCard(locale), refused: true });
    },
  };
}

function nowhere(org: OrgId, locale: Locale): WindowContext {
  return { org, place: null, placeName: '', locale, form: null, asked: null, home: false };
}
