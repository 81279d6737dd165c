import type { CardChoice } from '../../../src/domain/card';
import { clipUnits } from '../../../src/domain/text';
import type { Say } from '../words';
import { gather } from './text';

/* The small pieces of Block Kit that every part of a card is made of. */

/** One block of Block Kit as JSON. */
export type Block = { type: string } & Record<string, unknown>;

/** Where blocks are shown: messages take tables and charts, modals take inputs, the Home tab takes neither. */
export interface Surface {
  kind: 'message' | 'modal' | 'home';
  /** Whether this workspace takes native charts. */
  charts: boolean;
  say: Say;
}

export const SECTION_TEXT = 3_000;
const BUTTON_TEXT = 75;

/** What a button shows and sends; its purpose comes back with it, in `action_id`. */
export function button({
  label: name,
  action,
  purpose = 'other',
  look,
  chosen,
}: Omit<CardChoice, 'answer'>): Block {
  return {
    type: 'button',
    text: plain(clipUnits(`${chosen ? '✓ ' : ''}${name}` || '–', BUTTON_TEXT)),
    value: action,
    action_id: purpose,
    ...(look === 'plain' ? {} : { style: look }),
  };
}

export function label(text: string): Block[] {
  return isBlank(text) ? [] : [context(text)];
}

export function context(text: string): Block {
  return { type: 'context', elements: [plain(clipUnits(text, SECTION_TEXT))] };
}

/** Lines of mrkdwn in as few sections as possible. */
export function sections(lines: readonly string[]): Block[] {
  return gather(lines, SECTION_TEXT).map(section);
}

export function section(text: string): Block {
  return { type: 'section', text: mrkdwn(text) };
}

export function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}

/** `text`: Slack's markup, in which everything that people wrote is escaped. */
export function mrkdwn(text: string) {
  return { type: 'mrkdwn' as const, text, verbatim: true };
}

export function bold(escaped: string): string {
  return isBlank(escaped) ? escaped : `*${escaped}*`;
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
