import type { Intent, ParseContext } from '../app/intent';
import { type DayState, takesArrival } from '../domain/answers/work-style';
import { isRefusal } from '../domain/refusal';
import type { Day, Time } from '../domain/time/calendar';
import { daysOf, readDays } from '../domain/typed/days';
import { readPattern } from '../domain/typed/lexicon';
import { readTimeAt } from '../domain/typed/time';
import { DAY_STATES } from './words';

/* Several plans in a sentence: `home Monday, office Tuesday`, `月曜は在宅、火曜は出社`. */

type Plans = Extract<Intent, { kind: 'answers' }>['plans'];
type Piece = { style: DayState; arrival: Time | null } | { days: Day[] };

const BETWEEN =
  /(?:[ ,、:;/+&.]|and(?![a-z])|then(?![a-z])|but(?![a-z])|on(?![a-z])|for(?![a-z])|at(?![a-z])|[はをにでのがも]|です|します|で、|然后|然後|再|是|那天|我|要|还是|還是|そして)+/uy;

/** Reads styles and days in turn, where each style has its days and no day has two. Null where the text says anything else. */
export function parsePlans(text: string, context: ParseContext): Intent | null {
  const pieces = readPieces(text, context);
  const plans = pieces && plansOf(pieces);
  if (!plans || plans.length < 2) return null;
  const days = plans.flatMap((plan) => plan.days);
  return new Set(days).size === days.length ? { kind: 'answers', plans } : null;
}

function readPieces(text: string, context: ParseContext): Piece[] | null {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const days = readDays(text, at, { ...context, prefer: 'next' });
    if (days && isRefusal(days.value)) return null;
    const style = days ? null : readStyle(text, at);
    if (days && !isRefusal(days.value)) pieces.push({ days: daysOf(days.value) });
    if (style) pieces.push(style.value);
    const { end } = days ?? style ?? readPattern(BETWEEN, text, at) ?? {};
    if (end === undefined) return null;
    at = end;
  }
  return pieces;
}

/** A style, and the arrival behind it. */
function readStyle(text: string, at: number) {
  const style = DAY_STATES.read(text, at);
  if (!style) return null;
  const gap = readPattern(/ ?/uy, text, style.end)?.end ?? style.end;
  const time = takesArrival(style.value) ? readTimeAt(text, gap, { bareHour: false }) : null;
  if (time && isRefusal(time.value)) return null;
  const arrival = time && !isRefusal(time.value) ? time.value : null;
  return { value: { style: style.value, arrival }, end: time?.end ?? style.end };
}

function plansOf(pieces: readonly Piece[]): Plans | null {
  const plans: Plans = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const pair = pieces.slice(index, index + 2);
    const [first, second] = pair;
    const isTurned = index > 0 && first && pieces[0] && 'days' in first !== 'days' in pieces[0];
    if (!first || !second || isTurned) return null;
    const [one, other] = 'days' in first ? [second, first] : [first, second];
    if (!('style' in one && 'days' in other)) return null;
    plans.push({ ...one, days: other.days });
  }
  return plans;
}
