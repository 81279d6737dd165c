import type { Intent } from '../app/intent';
import type { WorkStyle } from '../domain/answers/work-style';
import { isRefusal, offering, type Refusal, refuse } from '../domain/refusal';
import type { DayRange } from '../domain/time/calendar';
import { daysOf, readDays, spansOf } from '../domain/typed/days';
import { readPattern } from '../domain/typed/lexicon';
import type { DateContext } from '../domain/typed/which-day';
import { HALVES, STYLES } from './words';

/* Days of two halves: `wfh am, office pm`, `午後から出社`, `上午在家`. */

type Half = 'morning' | 'afternoon' | 'half';

interface Halves {
  /** In the order in which they were said. */
  parts: ({ half: Half } | { style: WorkStyle })[];
  days: DayRange[] | null;
}

const BETWEEN =
  /(?:[ ,、:;/+&→>]|and(?![a-z])|then(?![a-z])|on(?![a-z])|for(?![a-z])|[はをにでのとも,，]|再|然后|然後|から|そして)+/uy;

/**
 * Reads a sentence about halves of days. Null where it names none, or has other words. At home first and in the office
 * later is a work style; everything else could be several, which are offered.
 */
export function parseHalves(text: string, context: DateContext): Intent | Refusal | null {
  const halves = readHalves(text, context);
  if (!halves?.parts.some((part) => 'half' in part)) return null;
  const said = pairsOf(halves.parts);
  const days = halves.days && daysOf(halves.days);
  const style = styleOf(said);
  if (style) return { kind: 'answer', style, arrival: null, days };
  const named = [...new Set(halves.parts.flatMap((part) => ('style' in part ? [part.style] : [])))];
  const styles: readonly WorkStyle[] = named.length > 1 ? named : ['home-part', named[0] ?? 'leave'];
  const spans = spansOf(days ?? []);
  return offering({ days: spans, styles }, refuse('unclear', { text }));
}

function readHalves(text: string, context: DateContext): Halves | null {
  const halves: Halves = { parts: [], days: null };
  for (let at = 0; at < text.length; ) {
    const end = readPart(text, at, halves, context);
    if (end === null) return null;
    at = end;
  }
  return halves;
}

function readPart(text: string, at: number, halves: Halves, context: DateContext): number | null {
  const half = HALVES.read(text, at);
  if (half) {
    halves.parts.push({ half: half.value });
    return half.end;
  }
  const days = halves.days ? null : readDays(text, at, context);
  if (days) {
    if (isRefusal(days.value)) return null;
    halves.days = days.value;
    return days.end;
  }
  const style = STYLES.read(text, at);
  if (style) {
    halves.parts.push({ style: style.value });
    return style.end;
  }
  return readPattern(BETWEEN, text, at)?.end ?? null;
}

/** Which style each half has; null: not every half has one, or a style stands alone. */
function pairsOf(parts: Halves['parts']): Partial<Record<Half, WorkStyle>> | null {
  const pairs: Partial<Record<Half, WorkStyle>> = {};
  for (let index = 0; index < parts.length; index += 2) {
    const pair = parts.slice(index, index + 2);
    const [half] = pair.flatMap((part) => ('half' in part ? [part.half] : []));
    const [style] = pair.flatMap((part) => ('style' in part ? [part.style] : []));
    if (!half || !style || pairs[half]) return null;
    pairs[half] = style;
  }
  return pairs;
}

function styleOf(said: Partial<Record<Half, WorkStyle>> | null): WorkStyle | null {
  if (!said || said.half) return said?.half === 'home' ? 'home-part' : null;
  const { morning, afternoon } = said;
  if (morning === afternoon) return morning ?? null;
  const isHomeFirst = (morning ?? 'home') === 'home' && (afternoon ?? 'office') === 'office';
  return isHomeFirst ? 'home-part' : null;
}
