import type { Highs } from 'highs';
import { isTelework } from '../../../src/domain/answers/work-style';
import {
  DAY_STATUSES,
  type DayStatus,
  type PublishedGroup,
  SMALLEST_GROUP,
} from '../../../src/domain/figures/disclosure';
import type { SizeBand } from '../../../src/domain/figures/size-band';

/** What each person did in each layer; a layer is a day, or a day again after its correction. */
export type Truth = readonly (readonly DayStatus[])[];

/** One published table: of a day (`first`), or of the same day after a correction. */
export interface PublishedLayer {
  kind: 'first' | 'revised';
  groups: readonly PublishedGroup[];
}

/** Everything an organisation publishes of one person set, in order. */
export interface Publications {
  layers: readonly PublishedLayer[];
  /** People who teleworked on at least one day, by the last layer of each day. */
  people: SizeBand | null;
  /** The statuses that occur, where the attacker knows of others that nobody has them. */
  statuses?: readonly DayStatus[];
}

/** A count of 1 to 4 people of which the publications tell that it is at most `most`. */
export interface Broken {
  count: string;
  truth: number;
  most: number;
}

type Split = DayStatus | readonly [Split, Split];

/** The attacker knows in which order a roster is taken apart. */
const ORDER: Split = [
  [['home', ['satellite', 'mobile']], 'home-part'],
  [
    ['leave', ['trip', 'not-scheduled']],
    [['off-peak', 'office'], 'no-answer'],
  ],
];

interface Sensitive {
  name: string;
  matches: (statuses: readonly DayStatus[]) => boolean;
}

/**
 * Looks for counts of 1 to 4 people that published figures bound below five. Every way in which one person may have
 * spent all layers is an integer variable: how many people did. Figures, their bounds and the shape of each partition
 * are the constraints; the solver maximises each count.
 */
export class Attacker {
  readonly #highs: Highs;
  readonly #statuses: readonly DayStatus[];
  readonly #ways: readonly (readonly DayStatus[])[];
  readonly #publications: Publications;
  readonly #constraints: string[];
  readonly #switches: string[] = [];

  constructor(highs: Highs, publications: Publications) {
    this.#highs = highs;
    this.#publications = publications;
    this.#statuses = publications.statuses ?? DAY_STATUSES;
    this.#ways = waysOf(publications.layers.length, this.#statuses);
    this.#constraints = [
      ...publications.layers.flatMap((layer, index) => this.#constraintsOf(layer, index)),
      ...this.#constraintsOfPeople(),
    ];
  }

  /** Every count of 1 to 4 people that is bounded below five; throws when the figures contradict each other. */
  broken(truth: Truth): Broken[] {
    return sensitiveCounts(this.#publications.layers.length, this.#statuses).flatMap((count) => {
      const people = truth.filter(count.matches).length;
      if (people === 0 || people >= SMALLEST_GROUP) return [];
      const most = this.most(count.matches);
      return most >= SMALLEST_GROUP ? [] : [{ count: count.name, truth: people, most }];
    });
  }

  /** The most people who can have spent the layers in a way that matches. */
  most(matches: Sensitive['matches']): number {
    const problem = `Maximize
 ${this.#sum(matches)}
Subject To
${this.#constraints.map((constraint) => ` ${constraint}`).join('\n')}
Generals
 ${this.#ways.map((_, index) => nameOf(index)).join('\n ')}
${this.#switches.length > 0 ? `Binaries\n ${this.#switches.join('\n ')}\n` : ''}End`;
    const solved = this.#highs.solve(problem, { output_flag: false });
    if (solved.Status !== 'Optimal') throw new Error(`the solver says: ${solved.Status}`);
    return Math.round(solved.ObjectiveValue);
  }

  #constraintsOf({ kind, groups }: PublishedLayer, layer: number): string[] {
    return groups.flatMap(({ statuses, people }) => [
      `${this.#sumIn(layer, statuses)} = ${people}`,
      ...(kind === 'first' ? this.#shapeOf(statuses, people, layer) : []),
    ]);
  }

  /** A node that was not split has fewer than five people on one of its sides. */
  #shapeOf(statuses: readonly DayStatus[], people: number, layer: number): string[] {
    const node = nodeOf(ORDER, statuses);
    if (node === null || typeof node === 'string') return [];
    const name = `z${this.#switches.length}`;
    this.#switches.push(name);
    const few = SMALLEST_GROUP - 1;
    const [left, right] = node.map((side) => this.#sumIn(layer, leaves(side)));
    return [`${left} - ${people} ${name} <= ${few}`, `${right} + ${people} ${name} <= ${few + people}`];
  }

  #constraintsOfPeople(): string[] {
    const { people, layers } = this.#publications;
    if (people === null) return [];
    const isLast = layers.map((_, index) => layers[index + 1]?.kind !== 'revised');
    const sum = this.#sum((way) => way.some((status, layer) => isLast[layer] && teleworks(status)));
    const until = people.until === null ? [] : [`${sum} <= ${people.until}`];
    return [`${sum} >= ${people.from}`, ...until];
  }

  #sumIn(layer: number, statuses: readonly DayStatus[]): string {
    return this.#sum((way) => statuses.includes(way[layer] as DayStatus));
  }

  #sum(matches: Sensitive['matches']): string {
    const names = this.#ways.flatMap((way, index) => (matches(way) ? [nameOf(index)] : []));
    return names.length === 0 ? `0 ${nameOf(0)}` : names.join('\n + ');
  }
}

/** One status in one layer, and each pair of layers: with two statuses, and by telework on both, one or none. */
function sensitiveCounts(layers: number, statuses: readonly DayStatus[]): Sensitive[] {
  const indexes = Array.from({ length: layers }, (_, index) => index);
  const alone = indexes.flatMap((layer) =>
    statuses.map((status) => ({
      name: `${status} in ${layer}`,
      matches: (way: readonly DayStatus[]) => way[layer] === status,
    })),
  );
  const pairs = indexes.flatMap((one) =>
    indexes.filter((other) => other > one).map((other) => [one, other] as const),
  );
  return [
    ...alone,
    ...pairs.flatMap(([one, other]) => countsOfPair(one, other, statuses)),
    ...countsOfAll(layers),
  ];
}

function countsOfPair(one: number, other: number, statuses: readonly DayStatus[]): Sensitive[] {
  return statuses.flatMap((first) =>
    statuses.map((second) => ({
      name: `${first} in ${one} and ${second} in ${other}`,
      matches: (way: readonly DayStatus[]) => way[one] === first && way[other] === second,
    })),
  );
}

/** Each pattern of telework over all layers. */
function countsOfAll(layers: number): Sensitive[] {
  return Array.from({ length: 2 ** layers }, (_, pattern) => ({
    name: `telework ${pattern.toString(2).padStart(layers, '0')}`,
    matches: (way) => way.every((status, layer) => teleworks(status) === Boolean((pattern >> layer) & 1)),
  }));
}

function waysOf(layers: number, statuses: readonly DayStatus[]): DayStatus[][] {
  return Array.from({ length: layers }).reduce<DayStatus[][]>(
    (ways) => ways.flatMap((way) => statuses.map((status) => [...way, status])),
    [[]],
  );
}

function nodeOf(node: Split, statuses: readonly DayStatus[]): Split | null {
  const own = leaves(node);
  if (own.length === statuses.length && own.every((status) => statuses.includes(status))) return node;
  if (typeof node === 'string') return null;
  return nodeOf(node[0], statuses) ?? nodeOf(node[1], statuses);
}

function leaves(node: Split): DayStatus[] {
  return typeof node === 'string' ? [node] : node.flatMap(leaves);
}

function teleworks(status: DayStatus): boolean {
  return status !== 'no-answer' && status !== 'not-scheduled' && isTelework(status);
}

function nameOf(index: number): string {
  return `y${index}`;
}
