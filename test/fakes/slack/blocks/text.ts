import { z } from 'zod';
import { LIMITS } from '../limits';

/* Composition objects: texts, options, confirmations. Unknown fields are refused, as Slack does. */

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });

export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const id = z.string().min(1).max(LIMITS.id);
export const url = z
  .string()
  .max(LIMITS.url)
  .regex(/^(https?|mailto|slack):/, 'must be a valid URL');

const optionFields = { value: z.string().min(1).max(LIMITS.optionValue), url: url.optional() };

/** An option of a menu. */
export const option = z.strictObject({
  ...optionFields,
  text: plainText(LIMITS.optionText),
  description: plainText(LIMITS.optionText).optional(),
});

/** An option of checkboxes or radio buttons, whose text may be formatted. */
export const richOption = z.strictObject({
  ...optionFields,
  text: anyText(LIMITS.optionText),
  description: anyText(LIMITS.optionText).optional(),
});

export const confirm = z.strictObject({
  title: plainText(LIMITS.confirmTitle),
  text: anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton),
  deny: plainText(LIMITS.confirmButton),
  style: z.enum(['primary', 'danger']).optional(),
});

export const image = z
  .strictObject({
    type: z.literal('image'),
    image_url: url.optional(),
    slack_file: z.strictObject({ id: z.string().optional(), url: url.optional() }).optional(),
    alt_text: z.string().max(LIMITS.altText),
  })
  .refine(
    (value) => Boolean(value.image_url) !== Boolean(value.slack_file),
    'missing required field: image_url',
  );
