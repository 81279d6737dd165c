import { z } from 'zod';

/* The part of Block Kit that the Slack adapter sends. Strict: anything else is a fault, so that it gets drawn here. */

const plain = z.strictObject({
  type: z.literal('plain_text'),
  text: z.string(),
  emoji: z.boolean().optional(),
});
const markup = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z.string(),
  verbatim: z.boolean().optional(),
});
const text = z.discriminatedUnion('type', [plain, markup]);

const option = z.strictObject({ text: plain, value: z.string() });
const action_id = z.string().optional();
const block_id = z.string().optional();

const button = z.strictObject({
  type: z.literal('button'),
  text: plain,
  value: z.string().optional(),
  url: z.string().optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().optional(),
  action_id,
});

const entry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    max_length: z.number().optional(),
    multiline: z.boolean().optional(),
    initial_value: z.string().optional(),
    action_id,
  }),
  z.strictObject({ type: z.literal('timepicker'), initial_time: z.string().optional(), action_id }),
  z.strictObject({ type: z.literal('datepicker'), initial_date: z.string().optional(), action_id }),
  z.strictObject({
    type: z.literal('static_select'),
    options: z.array(option).optional(),
    option_groups: z.array(z.strictObject({ label: plain, options: z.array(option) })).optional(),
    initial_option: option.optional(),
    action_id,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    options: z.array(option),
    initial_options: z.array(option).optional(),
    action_id,
  }),
]);

const point = z.strictObject({ label: z.string(), value: z.number() });
const chart = z.strictObject({
  type: z.literal('bar'),
  series: z.array(z.strictObject({ name: z.string(), data: z.array(point) })),
  axis_config: z.strictObject({ categories: z.array(z.string()) }),
});

const cell = z.strictObject({ type: z.literal('raw_text'), text: z.string() });
const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain, block_id }),
  z.strictObject({
    type: z.literal('section'),
    text: text.optional(),
    fields: z.array(text).optional(),
    block_id,
  }),
  z.strictObject({ type: z.literal('context'), elements: z.array(text), block_id }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button), block_id }),
  z.strictObject({
    type: z.literal('table'),
    rows: z.array(z.array(cell)),
    column_settings: z.array(column).optional(),
    block_id,
  }),
  z.strictObject({ type: z.literal('data_visualization'), title: z.string(), chart, block_id }),
  z.strictObject({
    type: z.literal('input'),
    label: plain,
    element: entry,
    optional: z.boolean().optional(),
    hint: plain.optional(),
    block_id,
  }),
]);

const blocks = z.array(block);

export const surface = z.union([
  z.object({
    type: z.literal('modal'),
    title: plain,
    close: plain.optional(),
    submit: plain.optional(),
    blocks,
  }),
  z.object({ type: z.literal('home'), blocks }),
  z.object({ type: z.undefined().optional(), text: z.string(), blocks }),
]);

export type Surface = z.infer<typeof surface>;
export type Block = z.infer<typeof block>;
export type Text = z.infer<typeof text>;
export type Entry = z.infer<typeof entry>;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
