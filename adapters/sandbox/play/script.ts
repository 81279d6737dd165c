import { WORK_STYLES, type WorkStyle } from '../../../src/domain/answers/work-style';
import type { PersonId } from '../../../src/domain/people/person';

/** One answer of a demo person. `at` is a share of the window: 0 its opening, 1 its end, above 1 late. */
export interface Step {
  person: PersonId;
  at: number;
  style: WorkStyle;
  /** A number in [0, 1) to choose an arrival time by, where one is asked for. */
  luck: number;
}

/** Numbers of people who never answer, answer late, wait for the reminder, and change their minds. */
const SILENT = 2;
const LATE = 2;
const REMINDED = 4;
const UNDECIDED = 3;
/** The share of the others who answer in the first minutes, as in every real drill. */
const PROMPT_SHARE = 0.7;

const WEIGHTS: Record<WorkStyle, number> = {
  home: 44,
  'home-part': 10,
  satellite: 9,
  mobile: 6,
  'off-peak': 12,
  leave: 5,
  trip: 4,
  office: 10,
};

/** The answers of a demo day, by time. The same people and seed give the same script. */
export function playScript(persons: readonly PersonId[], seed: string): Step[] {
  const random = randomFrom(seed);
  const shuffled = persons
    .map((person) => ({ person, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ person }) => person);
  const answering = shuffled.slice(Math.min(SILENT, Math.max(0, shuffled.length - 1)));
  const first = answering.map((person, index) =>
    step(person, timeOf(index, answering.length, random), random),
  );
  const changes = first
    .filter(({ at }) => at < 0.5)
    .slice(-UNDECIDED)
    .map(({ person, at, style }) => changeOfMind(person, at, style, random));
  return [...first, ...changes].sort((a, b) => a.at - b.at);
}

function timeOf(index: number, count: number, random: () => number): number {
  if (index < LATE && count > LATE) return 1.012 + 0.035 * random();
  if (index < LATE + REMINDED && count > LATE + REMINDED) return 0.806 + 0.09 * random();
  return random() < PROMPT_SHARE ? 0.002 + 0.055 * random() ** 1.6 : 0.06 + 0.66 * random();
}

function changeOfMind(person: PersonId, at: number, style: WorkStyle, random: () => number): Step {
  const later = step(person, Math.min(0.98, at + 0.06 + 0.4 * random()), random);
  return later.style === style ? { ...later, style: style === 'home' ? 'satellite' : 'home' } : later;
}

function step(person: PersonId, at: number, random: () => number): Step {
  return { person, at, style: styleFor(random()), luck: random() };
}

function styleFor(luck: number): WorkStyle {
  const total = WORK_STYLES.reduce((sum, style) => sum + WEIGHTS[style], 0);
  let left = luck * total;
  for (const style of WORK_STYLES) {
    left -= WEIGHTS[style];
    if (left < 0) return style;
  }
  return 'office';
}

/** A small generator of numbers in [0, 1) (mulberry32), for scripts that must repeat. */
function randomFrom(seed: string): () => number {
  let state = [...seed].reduce(
    (hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
