import { z } from 'zod';
import { LOCALES, type Locale, type OrgId } from '../../../src/domain/people/person';
import type { Place } from '../../../src/ports/chat';

/** What a window remembers: where it was opened, what it shows, and what it was opened from. */
export interface WindowContext {
  org: OrgId;
  place: Place | null;
  placeName: string;
  /** The language of what it shows. */
  locale: Locale;
  /** The form it holds, or null. */
  form: string | null;
  /** What was asked for, to be asked again when a page is turned. */
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
const LONGEST = 3_000;

export function writeContext(context: WindowContext): string {
  const text = JSON.stringify(context);
  return text.length <= LONGEST ? text : JSON.stringify({ ...context, asked: null });
}

/** Null for a window of an earlier version, and for the Home tab, which remembers nothing. */
export function readContext(text: string): WindowContext | null {
  if (text === '') return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
