import { type Block, context } from './elements';

export interface Room {
  blocks: number;
  /** UTF-16 units of all texts together. */
  text: number;
}

/** Messages whose blocks hold more text than about 13,200 are refused, though no document says so. */
export const MESSAGE_ROOM: Room = { blocks: 50, text: 12_000 };
export const VIEW_ROOM: Room = { blocks: 100, text: 50_000 };

/** The blocks that fit, buttons and inputs before texts: a poll is never without its buttons. `more` marks the cut. */
export function squeeze(blocks: readonly Block[], room: Room, more: string): Block[] {
  if (fits(blocks, room)) return [...blocks];
  const notice = context(more);
  let left = taken(room, [notice]);
  const kept = new Set<Block>();
  for (const block of [...blocks.filter(isInteractive), ...blocks.filter((each) => !isInteractive(each))]) {
    const next = taken(left, [block]);
    if (next.blocks < 0 || next.text < 0) continue;
    kept.add(block);
    left = next;
  }
  return [...blocks.filter((block) => kept.has(block)), notice];
}

/** The blocks page by page, each page with `spare` blocks of room for what turns the pages. */
export function pagesOf(blocks: readonly Block[], room: Room, spare: number): Block[][] {
  const empty = { blocks: room.blocks - spare, text: room.text };
  const pages: Block[][] = [];
  let left: Room = { blocks: 0, text: 0 };
  for (const block of blocks) {
    const next = taken(left, [block]);
    if (pages.length > 0 && next.blocks >= 0 && next.text >= 0) pages.at(-1)?.push(block);
    else pages.push([block]);
    left = pages.at(-1)?.length === 1 ? taken(empty, [block]) : next;
  }
  return pages.length === 0 ? [[]] : pages;
}

export function fits(blocks: readonly Block[], room: Room): boolean {
  const left = taken(room, blocks);
  return left.blocks >= 0 && left.text >= 0;
}

function taken(room: Room, blocks: readonly Block[]): Room {
  return { blocks: room.blocks - blocks.length, text: room.text - textLength(blocks) };
}

function isInteractive({ type }: Block): boolean {
  return type === 'actions' || type === 'input';
}

/** The length of every `text` at any depth. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : textLength(each)),
    0,
  );
}
