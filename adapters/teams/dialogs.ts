import { z } from 'zod';
import type { Card, Field, Part } from '../../src/domain/card';
import { clipUnits } from '../../src/domain/text';
import type { Actor, Inbox, Reply } from '../../src/ports/inbox';
import { type AnswerParts, type InvokeAnswer, inTime, MOST_REFUSED, performPress, readSubmit } from './press';
import { type Dialog, type Renderer, toText } from './render';

/* Forms are filled in in dialogs: `task/fetch` opens one, `task/submit` is what is sent in it. */

export interface DialogParts extends AnswerParts {
  inbox: Inbox;
}

type Pressed = NonNullable<ReturnType<typeof readSubmit>>;
type Form = Extract<Part, { kind: 'form' }>;

const MOST_TITLE = 60;
const SENT = z.object({ data: z.looseObject({ open: z.string().max(2_000).optional() }) });

export function isDialog(name: string | null | undefined): boolean {
  return name === 'task/fetch' || name === 'task/submit';
}

/** Answers within 2.5 s: with the next card in the dialog, or with a message that closes it. */
export async function answerDialog(
  parts: DialogParts,
  value: unknown,
  { locale, actorOf }: { locale: Card['locale']; actorOf: () => Promise<Actor> },
): Promise<InvokeAnswer> {
  const sent = SENT.safeParse(value).data?.data;
  const pressed = readSubmit(sent);
  if (!pressed) return { status: 400 };
  const open = pressed.kind === 'submit' ? (sent?.open ?? '') : pressed.action;
  const work = actorOf().then((actor) => shownAfter(parts, actor, pressed, open));
  const done = await inTime(parts, work).catch((error: unknown) => {
    parts.log.error({ err: error }, 'dialog not served');
    return 'fault' as const;
  });
  if (done === 'late') return message(parts.translate(locale, 'teams-adapter.working'));
  if (done === 'fault') return message(parts.translate(locale, 'refusal.try-again'));
  return done.card ? dialog(parts.render, done.card, done.dialog) : message(done.text);
}

type Shown = { card: Card; dialog: Dialog } | { card: null; text: string };

async function shownAfter(
  { inbox }: DialogParts,
  actor: Actor,
  pressed: Pressed,
  open: string,
): Promise<Shown> {
  const reply = await performPress(inbox, actor, pressed);
  if (!reply.refused) return { card: reply.card, dialog: { open, faults: new Map() } };
  const again = pressed.kind === 'submit' && open !== '' ? await inbox.press(actor, open) : null;
  const card = again && !again.refused && pressed.kind === 'submit' && filledIn(again.card, pressed, reply);
  if (!card) return { card: null, text: toText(reply.card, MOST_REFUSED) };
  return { card, dialog: { open, faults: new Map(reply.faults?.map(({ field, text }) => [field, text])) } };
}

/** The form as it was sent; what is said at no input is said above it. Null: the card has no form. */
function filledIn(
  card: Card,
  { form, values }: Extract<Pressed, { kind: 'submit' }>,
  { card: refusal, faults = [] }: Reply,
): Card | null {
  const shown = card.parts.find((part): part is Form => part.kind === 'form');
  if (!shown) return null;
  const names = new Set(shown.fields.map(({ name }) => name));
  const isSaidBelow = faults.length > 0 && faults.every(({ field }) => names.has(field));
  const filled: Form = { ...shown, form, fields: shown.fields.map((field) => entered(field, values)) };
  const above: Part[] = isSaidBelow ? [] : [{ kind: 'text', look: 'strong', text: refusal.summary }];
  return { ...card, parts: card.parts.flatMap((part) => (part === shown ? [...above, filled] : [part])) };
}

function entered(field: Field, values: Readonly<Record<string, string>>): Field {
  const value = values[field.name];
  if (value === undefined) return field;
  return field.kind === 'toggle' ? { ...field, value: value === 'on' } : { ...field, value };
}

function dialog(render: Renderer, card: Card, shown: Dialog): InvokeAnswer {
  const [first] = card.parts;
  const title = first?.kind === 'heading' ? first.text : '';
  const below = title === '' ? card : { ...card, parts: card.parts.slice(1) };
  const content = render.toAdaptiveCard(below, null, shown);
  const value = {
    ...(title === '' ? {} : { title: clipUnits(title, MOST_TITLE) }),
    height: 'large',
    width: 'medium',
    card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
  };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

function message(value: string): InvokeAnswer {
  return { status: 200, body: { task: { type: 'message', value } } };
}
