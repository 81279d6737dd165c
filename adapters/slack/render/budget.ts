import { type Block, context } from './elements';

/** What a message or a view may hold. */
export interface Budget {
  blocks: number;
  /** UTF-16 code units of all texts together. */
  text: number;
}

/** Slack refuses messages with more than about 13,200 units of text in blocks, though it documents no such limit. */
export const MESSAGE_BUDGET: Budget = { blocks: 50, text: 12_000 };
export const VIEW_BUDGET: Budget = { blocks: 100, text: 50_000 };

/**
 * The blocks that fit the budget, buttons and inputs before texts, so that a poll always has its buttons. `more` says
 * that something was left out.
 */
export function squeeze(blocks: readonly Block[], budget: Budget, more: string): Block[] {
  if (fits(blocks, budget)) return [...blocks];
  const notice = context(more);
  let left = spend(budget, [notice]);
  const kept = new Set<Block>();
  for (const block of [...blocks.filter(isInteractive), ...blocks.filter((each) => !isInteractive(each))]) {
    const next = spend(left, [block]);
    if (!isWithin(next)) continue;
    kept.add(block);
    left = next;
  }
  return [...blocks.filter((block) => kept.has(block)), notice];
}

/** The blocks in pages; each page leaves `spare` blocks of its budget, for the buttons that turn pages. */
export function paginate(blocks: readonly Block[], budget: Budget, spare: number): Block[][] {
  const empty = { blocks: budget.blocks - spare, text: budget.text };
  const pages: Block[][] = [];
  let left: Budget = { blocks: 0, text: 0 };
  for (const block of blocks) {
    const next = spend(left, [block]);
    if (pages.length > 0 && isWithin(next)) pages.at(-1)?.push(block);
    else pages.push([block]);
    left = pages.at(-1)?.length === 1 ? spend(empty, [block]) : next;
  }
  return pages.length === 0 ? [[]] : pages;
}

export function fits(blocks: readonly Block[], budget: Budget): boolean {
  return isWithin(spend(budget, blocks));
}

function isWithin({ blocks, text }: Budget): boolean {
  return blocks >= 0 && text >= 0;
}

function spend(budget: Budget, blocks: readonly Block[]): Budget {
  return { blocks: budget.blocks - blocks.length, text: budget.text - textLength(blocks) };
}

function isInteractive({ type }: Block): boolean {
  return type === 'actions' || type === 'input';
}

/** The length of every `text` at any depth. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : textLength(each)),
    0,
  );
}
