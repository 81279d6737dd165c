import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { LOCALES, type Locale, type OrgId } from '../../../src/domain/people/person';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Place } from '../../../src/ports/chat';
import type { Clock } from '../../../src/ports/clock';
import type { Actor } from '../../../src/ports/inbox';

/** What a window remembers in its private metadata: where it was opened, and what it shows. */
export interface WindowContext {
  org: OrgId;
  place: Place | null;
  placeName: string;
  /** The language of what it shows. */
  locale: Locale;
  /** The form it holds, or null. */
  form: string | null;
  /** What it shows the answer to: asked for again when a page is turned. */
  asked: { press: string } | { command: string } | null;
  /** Opened from the Home tab, which then shows the change. */
  home: boolean;
}

const schema = z.object({
  org: z.string().startsWith('slack:'),
  place: z.string().nullable(),
  placeName: z.string(),
  locale: z.enum(LOCALES),
  form: z.string().nullable(),
  asked: z.union([z.object({ press: z.string() }), z.object({ command: z.string() })]).nullable(),
  home: z.boolean(),
  writtenAt: z.number(),
});

/** Slack's limit of private metadata. */
const MAX_LENGTH = 3_000;
/** A window that was opened earlier is to be opened again. */
const MAX_AGE_MS: Millis = 24 * 3_600_000;
const KEY_PURPOSE = 'context of a window, version 1';
/** A SHA-256 in base64url. */
const MAC_LENGTH = 43;

/** The context of a window that is opened for an actor where they are. */
export function contextOf(
  { org, place, placeName, person }: Actor,
  change: Pick<WindowContext, 'asked'> & Partial<WindowContext>,
): WindowContext {
  return { org, place, placeName, locale: person.locale ?? 'en', form: null, home: false, ...change };
}

/** A context that belongs to no place. */
export function privateContext(org: OrgId, locale: Locale): WindowContext {
  return { org, place: null, placeName: '', locale, form: null, asked: null, home: false };
}

/**
 * Contexts as windows carry them: with a code that only this bot can make, so that a place in one was written by the
 * bot. A context that does not fit Slack's limit goes without what its window shows.
 */
export class WindowContexts {
  readonly #clock: Clock;
  readonly #key: Buffer;

  /** `secret`: what only the bot and Slack know; other processes of the bot have the same. */
  constructor(clock: Clock, secret: string) {
    this.#clock = clock;
    this.#key = createHmac('sha256', secret).update(KEY_PURPOSE).digest();
  }

  write(context: WindowContext): string {
    const text = this.#sealed(context);
    return text.length <= MAX_LENGTH ? text : this.#sealed({ ...context, asked: null });
  }

  /** Null for the Home tab, and for windows that are too old, of an earlier version or not of this bot. */
  read(text: string): WindowContext | null {
    const json = text.slice(MAC_LENGTH);
    if (!isSame(text.slice(0, MAC_LENGTH), this.#macOf(json))) return null;
    const { writtenAt, ...context } = schema.parse(JSON.parse(json));
    return writtenAt + MAX_AGE_MS > this.#clock.now() ? context : null;
  }

  #sealed(context: WindowContext): string {
    const json = JSON.stringify({ ...context, writtenAt: this.#clock.now() });
    return this.#macOf(json) + json;
  }

  #macOf(json: string): string {
    return createHmac('sha256', this.#key).update(json).digest('base64url');
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
