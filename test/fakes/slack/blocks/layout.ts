import { z } from 'zod';
import { LIMITS } from '../limits';
import { chart, dataTable, richTextBlock, table } from './data';
import { accessoryElements, actionsElement, inputElement } from './elements';
import { anyText, id, image, plainText, url } from './text';

const block = { block_id: id.optional() };

function actionIdsDiffer(elements: { action_id?: string | undefined }[]): boolean {
  const ids = elements.flatMap(({ action_id }) => action_id ?? []);
  return new Set(ids).size === ids.length;
}

const actions = z.strictObject({
  ...block,
  type: z.literal('actions'),
  elements: z
    .array(actionsElement)
    .min(1)
    .max(LIMITS.actionsElements)
    .refine(actionIdsDiffer, 'action_id must be unique within the block'),
});

const section = z
  .strictObject({
    ...block,
    type: z.literal('section'),
    text: anyText(LIMITS.sectionText).optional(),
    fields: z.array(anyText(LIMITS.fieldText)).min(1).max(LIMITS.fields).optional(),
    accessory: z.discriminatedUnion('type', [image, ...accessoryElements]).optional(),
    expand: z.boolean().optional(),
  })
  .refine((value) => value.text !== undefined || value.fields !== undefined, 'missing required field: text');

const context = z.strictObject({
  ...block,
  type: z.literal('context'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        image,
        plainText(LIMITS.sectionText),
        anyText(LIMITS.sectionText).options[1],
      ]),
    )
    .min(1)
    .max(LIMITS.contextElements),
});

const input = z.strictObject({
  ...block,
  type: z.literal('input'),
  label: plainText(LIMITS.label),
  element: inputElement,
  hint: plainText(LIMITS.label).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const imageBlock = z.strictObject({
  ...block,
  type: z.literal('image'),
  image_url: url,
  alt_text: z.string().min(1).max(LIMITS.altText),
  title: plainText(LIMITS.altText).optional(),
});

const everywhere = [
  actions,
  section,
  context,
  input,
  imageBlock,
  richTextBlock,
  z.strictObject({ ...block, type: z.literal('divider') }),
  z.strictObject({ ...block, type: z.literal('header'), text: plainText(LIMITS.header) }),
] as const;

const markdown = z.strictObject({
  ...block,
  type: z.literal('markdown'),
  text: z.string().min(1).max(LIMITS.markdownText),
});

const inMessages = [...everywhere, markdown, table, dataTable] as const;

/** What a surface takes. Blocks which no test needs (video, file, card …) are of no surface here. */
export const viewBlocks = z.array(z.discriminatedUnion('type', everywhere)).max(LIMITS.viewBlocks);
export const messageBlocks = z
  .array(z.discriminatedUnion('type', [...inMessages, chart]))
  .max(LIMITS.messageBlocks);
/** As on a workspace which does not have charts yet. */
export const messageBlocksWithoutCharts = z
  .array(z.discriminatedUnion('type', inMessages))
  .max(LIMITS.messageBlocks);
