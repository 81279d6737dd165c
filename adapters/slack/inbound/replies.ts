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
import { privateContext, type WindowContext } from './context';
import { inTime } from './in-time';
import type { Origin } from './payloads';
import type { Windows } from './windows';

/** Where an answer can be shown: at the response_url of the request, or in a window, while the trigger lives. */
export interface ReplyTarget {
  context: WindowContext;
  userId: PersonId;
  triggerId: string;
  responseUrl: string | null;
  /** The answer may replace the note in which the button was pressed. */
  replaces: boolean;
  /** Open a window even where a note would do. */
  window: boolean;
  /** The window that was opened to say to wait, if any. */
  waiting?: string | null;
}

/** The window in which a button was pressed, or which was submitted. */
export interface WindowTarget {
  context: WindowContext;
  userId: PersonId;
  triggerId: string;
  viewId: string;
  page: number;
  /** The answer is of use in this window only: if it was closed, nothing is sent instead. */
  here: boolean;
}

export interface ReplyParts {
  api: Api;
  windows: Windows;
  render: Renderer;
  directory: Directory;
  after: After;
  /** For people whose own language is unknown. */
  language: Locale;
  log: Log;
}

const PLAIN = { unfurl_links: false, unfurl_media: false };
/** How long a failure waits for the language in which to report it. */
const LANGUAGE_TIMEOUT_MS: Millis = 2_000;

/** A note for one person. Charts are drawn as text: the refusal of a native chart would lose the answer. */
export function noteOf(
  render: Renderer,
  card: Card,
): { response_type: 'ephemeral'; text: string; blocks: object[] } {
  return { response_type: 'ephemeral', ...render.toMessage(card, { charts: false }) };
}

/** Whether the answer needs a window: it has inputs, or more than a message holds. */
export function needsWindow(render: Renderer, card: Card): boolean {
  return formOf(card) !== null || !render.fitsMessage(card);
}

/** Shows answers where the person looks, or in a direct message where that is not possible any more. Never throws. */
export class Replies {
  readonly #parts: ReplyParts;

  constructor(parts: ReplyParts) {
    this.#parts = parts;
  }

  async show(target: ReplyTarget, reply: Reply): Promise<void> {
    const { context, responseUrl, replaces, waiting = null } = target;
    const { card } = reply;
    if (waiting !== null && (await this.#update(context, card, waiting))) return;
    const wanted =
      needsWindow(this.#parts.render, card) || (target.window && !reply.refused) || responseUrl === null;
    if (waiting === null && wanted && (await this.open(target, reply))) return;
    try {
      if (responseUrl !== null && (await this.#note(responseUrl, replaces, reply))) return;
    } catch (error) {
      // The note may have been taken, or Slack takes nothing at all: no direct message then.
      this.#parts.log.error({ err: error }, 'answer not shown');
      return;
    }
    await this.direct(target, card);
  }

  /** Opens a window with the answer; false where that is not possible. */
  open(
    { context, triggerId }: Pick<ReplyTarget, 'context' | 'triggerId'>,
    { card }: Reply,
  ): Promise<boolean> {
    return this.#succeeds(this.#parts.windows.open(context, card, triggerId), 'window not opened');
  }

  /** Puts the answer in the place of the window's content; a refusal comes on top, where that is still possible. */
  async change(target: WindowTarget, { card, refused }: Reply): Promise<void> {
    const { context, triggerId, viewId, page } = target;
    const push = () => this.#parts.windows.push(context, card, triggerId);
    if (refused && (await this.#succeeds(push(), 'window not opened'))) return;
    const changed = await this.#update(context, card, viewId, page);
    if (!changed && !target.here) await this.direct(target, card);
  }

  async direct({ context, userId }: Pick<ReplyTarget, 'context' | 'userId'>, card: Card): Promise<void> {
    await this.#succeeds(this.#send(context.org, userId, card), 'answer not shown');
  }

  /** Opens a window that says to wait; resolves with its id, or null where that is not possible. */
  async wait({ teamId, userId, triggerId }: Origin): Promise<string | null> {
    const { windows, log } = this.#parts;
    try {
      return await windows.wait(this.#privateContext({ teamId, userId }), triggerId);
    } catch (error) {
      log.warn({ err: error }, 'window not opened');
      return null;
    }
  }

  /** What a window is answered with that was opened too long ago to tell where it belongs. */
  outdated(origin: Origin): { context: WindowContext; reply: Reply } {
    const context = this.#privateContext(origin);
    return { context, reply: { card: this.#parts.render.outdatedCard(context.locale), refused: true } };
  }

  /** Says that the request failed. `waiting`: the window that says to wait, if any. */
  async fail(origin: Origin, waiting: string | null = null): Promise<void> {
    const org = orgOf(origin.teamId);
    const locale = await this.#languageOf(org, origin.userId);
    const target = {
      ...origin,
      context: privateContext(org, locale),
      replaces: false,
      window: false,
      waiting,
    };
    await this.show(target, { card: this.#parts.render.failedCard(locale), refused: true });
  }

  #privateContext({ teamId, userId }: Pick<Origin, 'teamId' | 'userId'>): WindowContext {
    const { directory, language } = this.#parts;
    const org = orgOf(teamId);
    return privateContext(org, directory.languageOf(org, userId) ?? language);
  }

  async #languageOf(org: OrgId, person: PersonId): Promise<Locale> {
    const { directory, after, language } = this.#parts;
    const known = directory.languageOf(org, person);
    if (known) return known;
    const found = await inTime(
      directory.find(org, person).catch(() => null),
      after,
      LANGUAGE_TIMEOUT_MS,
    );
    return found?.value?.locale ?? language;
  }

  /** False where the response_url takes no more answers. Throws ChatErrors. */
  async #note(url: string, replaces: boolean, { card, refused, inPlace = false }: Reply): Promise<boolean> {
    const { api, render, log } = this.#parts;
    if (!api.mayRespond(url)) {
      log.warn({}, 'answer not sent to a response_url: it is not an address of Slack');
      return false;
    }
    // A refusal is shown in addition: it never replaces a poll or an answer.
    const replace_original = replaces && !refused;
    // A message that is there for good stays one.
    const { response_type, ...content } = noteOf(render, card);
    const whole = api.respond(url, { ...content, ...(!inPlace && { response_type }), replace_original });
    if (await this.#succeeds(whole, 'note not taken; sending its text alone')) return true;
    try {
      await api.respond(url, { response_type: 'ephemeral', replace_original: false, text: toText(card) });
      return true;
    } catch (error) {
      const { kind } = toChatError(error);
      if (kind !== 'gone' && kind !== 'invalid') throw error;
      return false;
    }
  }

  async #send(org: OrgId, channel: PersonId, card: Card): Promise<void> {
    const { api, render } = this.#parts;
    const message = { ...render.toMessage(card, { charts: false }), ...PLAIN };
    await api.call(
      org,
      'chat.postMessage',
      (client, { token }) => client.chat.postMessage({ token, channel, ...message }),
      { urgent: true, channel },
    );
  }

  #update(context: WindowContext, card: Card, viewId: string, page?: number): Promise<boolean> {
    return this.#succeeds(this.#parts.windows.update(context, card, viewId, page), 'window not changed');
  }

  /** Whether the work succeeds; a failure is logged. */
  async #succeeds(work: Promise<unknown>, otherwise: string): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      this.#parts.log.warn({ err: error }, otherwise);
      return false;
    }
  }
}
