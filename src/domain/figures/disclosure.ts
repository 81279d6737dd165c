import { WORK_STYLES, type WorkStyle } from '../answers/work-style';

/** Smaller groups of people never leave an organisation. */
export const SMALLEST_GROUP = 5;

/** What the books say of a person on a day: their work style, no answer, or that they were not scheduled. */
export type DayStatus = WorkStyle | 'no-answer' | 'not-scheduled';

export const DAY_STATUSES: readonly DayStatus[] = [...WORK_STYLES, 'no-answer', 'not-scheduled'];

/** How many distinct people of a day's roster have each status. */
export type StatusCounts = Readonly<Record<DayStatus, number>>;

/** People who are published as one number, without saying how many of them have which status. */
export interface PublishedGroup {
  statuses: readonly DayStatus[];
  people: number;
}

declare const passed: unique symbol;

/**
 * What is published of a day: disjoint groups of five people or more that cover the roster; none where the roster has
 * fewer than five people, of which only "took part" is published. `disclose` and `revise` alone make it.
 */
export type Disclosure = readonly PublishedGroup[] & { readonly [passed]: true };

type Node = DayStatus | readonly [Node, Node];

/**
 * How a roster is taken apart, from its whole downwards: telework first, since it is asked for most, then the sides of
 * the other two tallies. A node is split only where five people or more stand on both sides. Every split is judged by
 * the sums of its own two sides, so a node that stays whole says nothing about any of its statuses: each may hold
 * nobody, or everybody in the node. That is also why an empty side is never shown apart. If it were, a node that stays
 * whole would say that one of its sides has 1 to 4 people.
 */
const TREE = [
  [['home', ['satellite', 'mobile']], 'home-part'],
  [
    ['leave', ['trip', 'not-scheduled']],
    [['off-peak', 'office'], 'no-answer'],
  ],
] as const satisfies Node;

type Leaf<N> = N extends readonly [infer Left, infer Right] ? Leaf<Left> | Leaf<Right> : N;

/** Does not compile while the tree lacks a status: its people would be in no group. */
const ORDER: DayStatus extends Leaf<typeof TREE> ? Node : never = TREE;

/**
 * The one gate through which a day's counts leave the organisation. `known`: so many of the people may be known to a
 * reader otherwise, whatever their status is, so that each side has to have as many people more.
 */
export function disclose(counts: StatusCounts, known = 0): Disclosure {
  const least = SMALLEST_GROUP + known;
  const groups = sizeOf(ORDER, counts) < least ? [] : groupsOf(ORDER, counts, least);
  return groups as readonly PublishedGroup[] as Disclosure;
}

/**
 * The figures of a published day after corrections, in the groups of its first publication; null where they have to
 * stay as they were. Against every earlier publication, each group and the roster must have changed by nobody or by
 * five people or more, and each group must still have five; with `known` people, as many more.
 */
export function revise(earlier: readonly Disclosure[], counts: StatusCounts, known = 0): Disclosure | null {
  const least = SMALLEST_GROUP + known;
  const revised = (earlier[0] ?? []).map(({ statuses }) => ({ statuses, people: sumOf(statuses, counts) }));
  const isLarge = revised.every(({ people }) => people >= least);
  if (!isLarge || !earlier.every((before) => movesEnough(before, revised, least))) return null;
  const last = earlier.at(-1);
  if (revised.every(({ people }, index) => people === last?.[index]?.people)) return null;
  return revised as readonly PublishedGroup[] as Disclosure;
}

function movesEnough(
  before: readonly PublishedGroup[],
  after: readonly PublishedGroup[],
  least: number,
): boolean {
  const moves = after.map(({ people }, index) => people - (before[index]?.people ?? 0));
  const ofRoster = moves.reduce((sum, move) => sum + move, 0);
  return [...moves, ofRoster].every((move) => move === 0 || Math.abs(move) >= least);
}

function groupsOf(node: Node, counts: StatusCounts, least: number): PublishedGroup[] {
  const whole = [{ statuses: statusesOf(node), people: sizeOf(node, counts) }];
  if (typeof node === 'string') return whole;
  const isSplit = node.every((side) => sizeOf(side, counts) >= least);
  return isSplit ? node.flatMap((side) => groupsOf(side, counts, least)) : whole;
}

function sizeOf(node: Node, counts: StatusCounts): number {
  return sumOf(statusesOf(node), counts);
}

function sumOf(statuses: readonly DayStatus[], counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}

function statusesOf(node: Node): DayStatus[] {
  return typeof node === 'string' ? [node] : node.flatMap(statusesOf);
}
