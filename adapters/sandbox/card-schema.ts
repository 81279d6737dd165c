import { z } from 'zod';
import { NOT_SCHEDULED, WORK_STYLES } from '../../src/domain/answers/work-style';
import { type Card, type CardChoice, CHOICE_PURPOSES } from '../../src/domain/card';
import { LOCALES } from '../../src/domain/people/person';

/* What this platform takes. Its limits are those of the strictest real platform, so that a card which would be
   refused there is refused here first. */

/** Of the web, or of a page of this very host. */
const ADDRESS = z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^\/\w[\w/-]*$/)]);

const MAX_PARTS = 50;
const MAX_LABEL = 75;
const MAX_SUMMARY = 40_000;
const MAX_ACTION = 2_000;

const label = z.string().min(1).max(MAX_LABEL);
const name = z.string().min(1).max(255);
const count = z.number().int().nonnegative();

const choice = z.object({
  label,
  action: z.string().min(1).max(MAX_ACTION),
  purpose: z.enum(CHOICE_PURPOSES).exactOptional(),
  answer: z
    .object({
      day: z.string(),
      style: z.enum([...WORK_STYLES, NOT_SCHEDULED]),
      arrival: z.string().nullable(),
    })
    .exactOptional(),
  look: z.enum(['primary', 'plain', 'danger']),
  chosen: z.boolean(),
});

const field = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    name,
    label: z.string().min(1),
    value: z.string(),
    hint: z.string().nullable(),
    required: z.boolean(),
    maxLength: z.number().int().positive(),
    multiline: z.literal(true).exactOptional(),
  }),
  z.object({
    kind: z.literal('time'),
    name,
    label: z.string().min(1),
    value: z.string(),
    required: z.boolean(),
  }),
  z.object({
    kind: z.literal('date'),
    name,
    label: z.string().min(1),
    value: z.string(),
    required: z.boolean(),
  }),
  z.object({
    kind: z.literal('select'),
    name,
    label: z.string().min(1),
    value: z.string(),
    options: z
      .array(z.object({ value: z.string(), label }))
      .min(1)
      .max(300),
  }),
  z.object({ kind: z.literal('toggle'), name, label: z.string().min(1), value: z.boolean() }),
]);

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string().min(1) }),
  z.object({ kind: z.literal('text'), text: z.string().min(1), look: z.enum(['body', 'muted', 'strong']) }),
  z.object({ kind: z.literal('facts'), items: z.array(z.object({ label: z.string(), value: z.string() })) }),
  z.object({
    kind: z.literal('bars'),
    label: z.string(),
    of: count,
    bars: z.array(z.object({ label: z.string(), count, value: z.string() })),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({
    kind: z.literal('choices'),
    label: z.string(),
    quiet: z.literal(true).exactOptional(),
    choices: z.array(choice).min(1).refine(distinct, 'two choices with the same action'),
  }),
  z.object({
    kind: z.literal('form'),
    form: name,
    open: z.string().exactOptional(),
    fields: z.array(field),
    submit: label,
  }),
  z.object({ kind: z.literal('link'), label: z.string().min(1), url: ADDRESS }),
]);

/** A card as this platform takes it; the fault names the part, never its text. */
export const cardSchema = z.object({
  locale: z.enum(LOCALES),
  tone: z.enum(['news', 'refusal']),
  summary: z.string().trim().min(1, 'an empty summary').max(MAX_SUMMARY),
  parts: z.array(part).max(MAX_PARTS, `more than ${MAX_PARTS} parts`),
  own: z.string().exactOptional(),
}) satisfies z.ZodType<Card>;

function distinct(choices: readonly Pick<CardChoice, 'action'>[]): boolean {
  return new Set(choices.map(({ action }) => action)).size === choices.length;
}

/** Why the platform refuses the card, or null when it takes it. */
export function faultOf(card: Card): string | null {
  const result = cardSchema.safeParse(card);
  if (result.success) return null;
  return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}
