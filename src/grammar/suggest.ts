import type { ParseContext } from '../app/intent';
import type { ExampleName } from '../domain/examples';
import { offering, type Refusal, refuse } from '../domain/refusal';
import { fold } from '../domain/typed/fold';
import { nearest } from './lexicon';
import { mentioned, offeredDays, unclear } from './unclear';
import { HEADS, OFF_DAY, STYLES, TEXT_HEADS, VERBS } from './words';

const LONGEST_WORD = 60;

/** Commands that are never proposed: they concern everybody, or cannot be taken back. */
const NEVER_PROPOSED: ReadonlySet<ExampleName> = new Set<ExampleName>([
  ...(['poll', 'unbind', 'audit', 'forget-me', 'drill', 'emergency', 'bind'] as const),
]);
/** Administrators' commands are proposed for a line that looks like a command, not for a sentence. */
const MOST_WORDS_OF_A_COMMAND = 2;

/** Refuses a line which is not a command, with what it most likely means. */
export function unknownCommand(line: string, today: ParseContext): Refusal {
  const text = fold(line);
  const said = mentioned(text, today);
  if (said.styles.length > 0 || OFF_DAY.read(text, 0)) return unclear(text, today);
  const style = nearestOf(text, [STYLES.phrases]);
  if (style) {
    const days = offeredDays(said, 1);
    return days ? offering({ days, styles: [style] }, unknown(text, style)) : unknown(text, style);
  }
  if (said.days.length > 0) return unclear(text, today);
  const words = text.split(' ');
  const others: ReadonlyMap<string, ExampleName>[] = [VERBS.phrases, HEADS.phrases];
  if (words.length <= MOST_WORDS_OF_A_COMMAND || text.includes('=')) others.push(TEXT_HEADS.phrases);
  const command = nearestOf(text, others);
  return command ? unknown(text, command) : unknown(text, 'help', 'home');
}

export function unknown(text: string, near: ExampleName, shown = near): Refusal {
  const proposed = NEVER_PROPOSED.has(near) ? 'help' : near;
  return refuse('unknown-command', { text, nearest: proposed, example: shown === near ? proposed : shown });
}

/** The meaning most like the first one, two or three words; null where none is likely. */
function nearestOf<T extends ExampleName>(text: string, tables: readonly ReadonlyMap<string, T>[]): T | null {
  const words = text.split(' ');
  const [best] = [1, 2, 3]
    .map((count) => words.slice(0, count).join(' ').slice(0, LONGEST_WORD))
    .flatMap((start) => tables.map((phrases) => nearest(phrases, start)))
    .filter((near) => near !== null)
    .filter(({ means }) => !NEVER_PROPOSED.has(means))
    .toSorted((a, b) => a.unlike - b.unlike);
  return best?.means ?? null;
}
