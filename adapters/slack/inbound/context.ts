import { z } from 'zod';
import { LOCALES, type Locale, type OrgId } from '../../../src/domain/people/person';
import type { Place } from '../../../src/ports/chat';
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
});

/** Slack's limit of private metadata. */
const MAX_LENGTH = 3_000;

/** The context of a window that is opened for an actor where they are. */
export function contextOf(
  { org, place, placeName, person }: Actor,
  change: Pick<WindowContext, 'asked'> & Partial<WindowContext>,
): WindowContext {
  return { org, place, placeName, locale: person.locale ?? 'en', form: null, home: false, ...change };
}

export function writeContext(context: WindowContext): string {
  const text = JSON.stringify(context);
  return text.length <= MAX_LENGTH ? text : JSON.stringify({ ...context, asked: null });
}

/** Null for windows of earlier versions, and for the Home tab, which has no private metadata. */
export function readContext(text: string): WindowContext | null {
  if (text === '') return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
