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
 * fewer than five people, of which only "took part" is published. `disclose`, `revise` and `gatherGroups` alone make it.
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

/** The one gate through which a day's counts leave the organisation. */
export function disclose(counts: StatusCounts): Disclosure {
  const groups = sizeOf(ORDER, counts) < SMALLEST_GROUP ? [] : groupsOf(ORDER, counts);
  return groups as readonly PublishedGroup[] as Disclosure;
}

/**
 * The figures of a published day after corrections, in the groups of its first publication; null where they have to
 * stay as they were. Against every earlier publication, each group and the roster must have changed by nobody or by
 * five people or more, and each group must still have five.
 */
export function revise(earlier: readonly Disclosure[], counts: StatusCounts): Disclosure | null {
  const revised = (earlier[0] ?? []).map(({ statuses }) => ({ statuses, people: sumOf(statuses, counts) }));
  const isLarge = revised.every(({ people }) => people >= SMALLEST_GROUP);
  if (!isLarge || !earlier.every((before) => movesEnough(before, revised))) return null;
  const last = earlier.at(-1);
  if (revised.every(({ people }, index) => people === last?.[index]?.people)) return null;
  return revised as readonly PublishedGroup[] as Disclosure;
}

/**
 * The groups of several parts of a roster together, and `untold` further people of whom nothing is told. A node that
 * stayed whole in one part stays whole in all. Those of whom it is not even told whether they teleworked are a group of
 * all statuses next to the others. None, as of a roster of fewer than five people, where nothing else is told.
 */
export function gatherGroups(parts: readonly Disclosure[], untold: number): Disclosure {
  const groups = parts.flat();
  const all = statusesOf(ORDER);
  const own = (node: Node) =>
    sumOfPeople(
      groups.filter(
        ({ statuses }) => JSON.stringify([...statuses].sort()) === JSON.stringify(statusesOf(node).sort()),
      ),
    );
  const told = gathered(ORDER, own).sort((one, other) => other.people - one.people);
  let rest = own(ORDER) + untold;
  while (rest > 0 && rest < SMALLEST_GROUP && told.length > 0) rest += told.pop()?.people ?? 0;
  const whole = rest < SMALLEST_GROUP ? [] : [{ statuses: all, people: rest }];
  const sorted = told.sort((one, other) => placeOf(one) - placeOf(other));
  return [...sorted, ...whole] as readonly PublishedGroup[] as Disclosure;
}

/** Below the root, of which the groups stand next to the others. */
function gathered(node: Node, own: (node: Node) => number): PublishedGroup[] {
  if (typeof node === 'string') return groupOf(node, own(node));
  const sides = node.flatMap((side) => gathered(side, own));
  if (node === ORDER || own(node) === 0) return sides;
  return groupOf(node, sumOfPeople(sides) + own(node));
}

function sumOfPeople(groups: readonly PublishedGroup[]): number {
  return groups.reduce((sum, { people }) => sum + people, 0);
}

function groupOf(node: Node, people: number): PublishedGroup[] {
  return people === 0 ? [] : [{ statuses: statusesOf(node), people }];
}

function placeOf({ statuses: [first] }: PublishedGroup): number {
  return statusesOf(ORDER).indexOf(first as DayStatus);
}

function movesEnough(before: readonly PublishedGroup[], after: readonly PublishedGroup[]): boolean {
  const moves = after.map(({ people }, index) => people - (before[index]?.people ?? 0));
  const ofRoster = moves.reduce((sum, move) => sum + move, 0);
  return [...moves, ofRoster].every((move) => move === 0 || Math.abs(move) >= SMALLEST_GROUP);
}

function groupsOf(node: Node, counts: StatusCounts): PublishedGroup[] {
  const whole = [{ statuses: statusesOf(node), people: sizeOf(node, counts) }];
  if (typeof node === 'string') return whole;
  const isSplit = node.every((side) => sizeOf(side, counts) >= SMALLEST_GROUP);
  return isSplit ? node.flatMap((side) => groupsOf(side, counts)) : whole;
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
