import { type Button, encodeButton, readButton } from '../app/requests/button';
import { encodeForm, type FormOf } from '../app/requests/form';
import type { Card, CardChoice, ChoicePurpose, Field, Part } from '../domain/card';
import { clip, fitWidth } from '../domain/text';

/* Functions that make the parts of a card. */

/** The smallest limits of any platform, in graphemes. */
const HEADING_LENGTH = 150;
const TEXT_LENGTH = 3_000;
const BUTTON_LENGTH = 75;
/** The part of a button's label that a phone shows, in columns. */
const BUTTON_WIDTH = 27;

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

/** `quiet`: the card says already what the buttons are for. */
export function choices(label: string, list: CardChoice[], { quiet = false } = {}): Part {
  return { kind: 'choices', label, ...(quiet ? { quiet: true } : {}), choices: list };
}

/** The fine print: short statements in one line. */
export function finePrint(statements: readonly string[]): Part[] {
  return statements.length === 0 ? [] : [text(statements.join(' · '), 'muted')];
}

export function form(of: FormOf, fields: Field[], submit: string): Part {
  return { kind: 'form', form: encodeForm(of, fields), open: encodeButton(of), fields, submit };
}

export function button(
  label: string,
  asks: Button,
  { look = 'plain', chosen = false }: Partial<Pick<CardChoice, 'look' | 'chosen'>> = {},
): CardChoice {
  return {
    label: clip(label, BUTTON_LENGTH),
    action: encodeButton(asks),
    purpose: PURPOSES[asks.kind],
    ...(asks.kind === 'answer' ? { answer: answerOf(asks) } : {}),
    look,
    chosen,
  };
}

/** The card's action for a person's own view: it offers to change the answer to the day that the card asks for. */
export function ownViewOf(parts: readonly Part[]): Pick<Card, 'own'> {
  const asks = parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  const first = asks.find(({ purpose }) => purpose === 'answer');
  const asked = first && readButton(first.action);
  if (asked?.kind !== 'answer') return {};
  return { own: encodeButton({ kind: 'change', team: asked.team, day: asked.day }) };
}

function answerOf({ day, style, arrival }: Extract<Button, { kind: 'answer' }>) {
  return { day, style, arrival };
}

const PURPOSES: Record<Button['kind'], ChoicePurpose> = {
  answer: 'answer',
  'answer-days': 'answer',
  undo: 'change',
  change: 'change',
  who: 'list',
  'who-week': 'list',
  me: 'list',
  follow: 'other',
  unfollow: 'other',
  following: 'list',
  'survey-results': 'list',
  'week-form': 'form',
  'days-form': 'form',
  'undo-days': 'change',
  'settings-form': 'form',
  template: 'form',
  'template-reset': 'other',
  'silent-list': 'other',
  'campaign-form': 'form',
  'campaign-edit-form': 'form',
  'survey-form': 'form',
  'effect-form': 'form',
  'activity-form': 'form',
  'campaign-import-form': 'form',
  'departments-form': 'form',
  'departments-undo': 'change',
  clear: 'other',
  'count-in': 'other',
  'safety-answer': 'other',
  'survey-answer': 'other',
  'survey-stop': 'other',
  resend: 'other',
  audit: 'list',
  forget: 'other',
  help: 'other',
  web: 'other',
  'campaign-list': 'other',
  'campaign-use': 'other',
  'campaign-restore': 'other',
  'campaign-undo': 'other',
  'campaign-show': 'list',
  remind: 'other',
  status: 'list',
  'status-set': 'other',
  'ask-privately': 'other',
  snooze: 'other',
  'remind-now': 'other',
  'poll-now': 'other',
  language: 'other',
};

/** The part of a name that fits on a button. */
export function fitting(name: string): string {
  return fitWidth(name, BUTTON_WIDTH);
}

/** The parts where the condition holds, else none. */
export function when(condition: boolean, ...parts: Part[]): Part[] {
  return condition ? parts : [];
}
