import type { z } from 'zod';
import { LIMITS } from '../limits';
import { isRecord, type Json } from '../refusal';
import { messageBlocks, messageBlocksWithoutCharts } from './layout';
import { view as viewSchema } from './view';

/** What Slack would refuse. `messages` as in `response_metadata.messages`, without `[ERROR] `. */
export interface Verdict {
  error: string;
  messages: string[];
}

/** Judges the `blocks` of a message; null when Slack takes them. */
export function judgeBlocks(blocks: unknown, options: { charts: boolean }): Verdict | null {
  const schema = options.charts ? messageBlocks : messageBlocksWithoutCharts;
  const parsed = schema.safeParse(blocks, { reportInput: true });
  if (!parsed.success) return { error: 'invalid_blocks', messages: describe(parsed.error.issues, '/blocks') };
  const list = parsed.data as Json[];
  const across = [...acrossBlocks(list, '/blocks'), ...acrossCharts(list)];
  if (across.length > 0) return { error: 'invalid_blocks', messages: across };
  if (list.filter(({ type }) => type === 'table' || type === 'data_table').length > 1) {
    return { error: 'invalid_attachments', messages: ['only_one_table_allowed'] };
  }
  if (textIn(list) > LIMITS.messageBlocksText) return { error: 'msg_blocks_too_long', messages: [] };
  return null;
}

/** Judges a modal or a Home tab; null when Slack takes it. */
export function judgeView(view: unknown): Verdict | null {
  const parsed = viewSchema.safeParse(view, { reportInput: true });
  if (!parsed.success)
    return { error: 'invalid_arguments', messages: describe(parsed.error.issues, '/view') };
  const across = acrossBlocks(parsed.data.blocks as Json[], '/view/blocks');
  if (across.length > 0) return { error: 'invalid_arguments', messages: across };
  return Buffer.byteLength(JSON.stringify(view)) > LIMITS.viewBytes
    ? { error: 'view_too_large', messages: [] }
    : null;
}

function describe(issues: readonly z.core.$ZodIssue[], base: string): string[] {
  return issues.map((issue) => {
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    const path = missing ? issue.path.slice(0, -1) : issue.path;
    const pointer = [base, ...path.map(String)].join('/');
    return `${sentence(issue, missing)} [json-pointer:${pointer}]`;
  });
}

function sentence(issue: z.core.$ZodIssue, missing: boolean): string {
  if (missing) return `missing required field: ${String(issue.path.at(-1))}`;
  if (issue.code === 'too_big' || issue.code === 'too_small') return sizeSentence(issue);
  if (issue.code === 'unrecognized_keys') return `invalid additional property: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_union') {
    return `unsupported type: ${isRecord(issue.input) ? String(issue.input.type) : String(issue.input)}`;
  }
  return issue.message;
}

function sizeSentence(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const big = issue.code === 'too_big';
  const bound = Number(big ? issue.maximum : issue.minimum);
  if (issue.origin === 'string') {
    return big ? `must be less than ${bound + 1} characters` : `must be more than ${bound - 1} characters`;
  }
  if (issue.origin === 'array')
    return big ? `no more than ${bound} items allowed` : `no fewer than ${bound} items allowed`;
  return issue.message;
}

function acrossBlocks(blocks: Json[], pointer: string): string[] {
  const ids = blocks.flatMap(({ block_id }) => (typeof block_id === 'string' ? block_id : []));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const faults = twice.map((id) => `block_id \`${id}\` already exists [json-pointer:${pointer}]`);
  const focused = elementsOf(blocks).filter((element) => element.focus_on_load === true);
  if (focused.length > 1) faults.push(`focus_on_load can only be set once [json-pointer:${pointer}]`);
  return faults;
}

function acrossCharts(blocks: Json[]): string[] {
  const charts = blocks.filter(({ type }) => type === 'data_visualization').length;
  const cells = blocks.filter(({ type }) => type === 'table' || type === 'data_table');
  const markdown = blocks.filter(({ type }) => type === 'markdown');
  return [
    ...(charts > LIMITS.charts
      ? [`no more than ${LIMITS.charts} data_visualization blocks allowed [json-pointer:/blocks]`]
      : []),
    ...(textIn(cells) > LIMITS.tableText
      ? ['the table holds too many characters [json-pointer:/blocks]']
      : []),
    ...(textIn(markdown) > LIMITS.markdownText
      ? ['must be less than 12001 characters of markdown [json-pointer:/blocks]']
      : []),
  ];
}

/** The length of every `text` string at any depth. */
function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textIn(each), 0);
  if (!isRecord(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : textIn(each)),
    0,
  );
}

/** Every interactive element of the blocks. */
export function elementsOf(blocks: Json[]): Json[] {
  return blocks.flatMap((block) => {
    const list = block.type === 'actions' ? block.elements : [block.accessory, block.element];
    return Array.isArray(list) ? list.filter(isRecord) : [];
  });
}

/** The blocks with the ids that Slack makes up where the app gave none. */
export function withIds(blocks: Json[], newId: () => string): Json[] {
  return structuredClone(blocks).map((block) => {
    for (const element of elementsOf([block])) {
      if (element.type !== 'image') element.action_id ??= newId();
    }
    return { ...block, block_id: block.block_id ?? newId() };
  });
}
