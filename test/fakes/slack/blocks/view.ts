import { z } from 'zod';
import { LIMITS } from '../limits';
import { viewBlocks } from './layout';
import { plainText } from './text';

const common = {
  blocks: viewBlocks,
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.id).optional(),
  external_id: z.string().max(LIMITS.id).optional(),
};

const modal = z
  .strictObject({
    ...common,
    type: z.literal('modal'),
    title: plainText(LIMITS.modalTitle),
    submit: plainText(LIMITS.modalTitle).optional(),
    close: plainText(LIMITS.modalTitle).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || !blocks.some(({ type }) => type === 'input'),
    'submit is required when an input block is within the blocks',
  );

const home = z.strictObject({ ...common, type: z.literal('home') });

export const view = z.discriminatedUnion('type', [modal, home]);
