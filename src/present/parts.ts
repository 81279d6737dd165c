import { type Action, encodeAction } from '../app/requests/actions';
import type { CardChoice, Part } from '../domain/card';

/* Makes the parts of a card, in one line each. */

/** What the narrowest platform takes. */
const HEADING_LENGTH = 150;
const TEXT_LENGTH = 3_000;
const BUTTON_LENGTH = 75;
/** What is seen of it, in Latin letters. */
const BUTTON_WIDTH = 30;
const WIDE = /[\u1100-\u11ff\u2e80-\uffe6]/u;

type Look = Extract<Part, { kind: 'text' }>['look'];

export function heading(text: string): Part {
  return { kind: 'heading', text: clip(text, HEADING_LENGTH) };
}

export function text(words: string, look: Look = 'body'): Part {
  return { kind: 'text', text: clip(words, TEXT_LENGTH), look };
}

export function facts(items: readonly { label: string; value: string }[]): Part {
  return { kind: 'facts', items: [...items] };
}

export function choices(label: string, list: CardChoice[]): Part {
  return { kind: 'choices', label, choices: list };
}

export function button(
  label: string,
  action: Action,
  { look = 'plain', chosen = false }: Partial<Pick<CardChoice, 'look' | 'chosen'>> = {},
): CardChoice {
  return { label: clip(label, BUTTON_LENGTH), action: encodeAction(action), look, chosen };
}

/** As much of a name as a button shows: 30 Latin letters, or half as many wide ones. */
export function fitting(name: string): string {
  let room = BUTTON_WIDTH;
  const letters = [...name];
  const kept = letters.filter((letter) => {
    room -= WIDE.test(letter) ? 2 : 1;
    return room >= 0;
  });
  return kept.length === letters.length ? name : `${kept.slice(0, -1).join('')}…`;
}

/** The parts, or none of them: for what a card says only sometimes. */
export function when(condition: boolean, ...parts: Part[]): Part[] {
  return condition ? parts : [];
}

function clip(words: string, length: number): string {
  const characters = [...words];
  return characters.length <= length ? words : `${characters.slice(0, length - 1).join('')}…`;
}
