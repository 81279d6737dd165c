import type { Intent, ParseContext } from '../app/intent';
import { type DayState, takesArrival } from '../domain/answers/work-style';
import { isRefusal } from '../domain/refusal';
import { addDays, type Day, placeInWeek, type Time, weekdayOf } from '../domain/time/calendar';
import type { DaysContext } from '../domain/typed/day-items';
import { daysOf, readDays } from '../domain/typed/days';
import { type Read, readPattern } from '../domain/typed/lexicon';
import { readTimeAt } from '../domain/typed/time';
import { WEEK_SHIFTS, WEEKDAY_WORDS, WEEKS } from '../domain/typed/words';
import { DAY_STATES } from './words';

/* Several plans in a sentence: `home Monday, office Tuesday`, `月曜は在宅、火曜は出社`. */

type Plans = Extract<Intent, { kind: 'answers' }>['plans'];
/** `rest`: of what was not said before. */
type DaysPiece = { days: Day[]; rest: boolean };
type Piece = { style: DayState; arrival: Time | null } | DaysPiece;

const BETWEEN =
  /(?:[ ,、:;/+&.]|and(?![a-z])|then(?![a-z])|but(?![a-z])|on(?![a-z])|for(?![a-z])|at(?![a-z])|[はをにでのがも]|です|します|で、|然后|然後|再|是|那天|我|要|还是|還是|そして|[也都会會就了]|连续|連續)+/uy;

/** Reads styles and days in turn, where each style has its days and no day has two. Null where the text says anything else. */
export function parsePlans(text: string, context: ParseContext): Intent | null {
  const pieces = readPieces(text, context);
  const week = weekIn(text);
  // Where a week is named behind weekdays, it is not said whether it is theirs, too.
  const ofWeek = week === undefined ? pieces : readPieces(text, context, week);
  if (JSON.stringify(ofWeek) !== JSON.stringify(pieces)) return null;
  const plans = pieces && plansOf(pieces);
  if (!plans || plans.length < 2) return null;
  const days = plans.flatMap((plan) => plan.days);
  return new Set(days).size === days.length ? { kind: 'answers', plans } : null;
}

/** A week that is named holds for the weekdays behind it: `next monday home, tuesday office`. */
function readPieces(text: string, context: ParseContext, week?: number): Piece[] | null {
  const pieces: Piece[] = [];
  let named = week;
  for (let at = 0; at < text.length; ) {
    const days = readDaysPiece(text, at, daysOfLast(pieces), { ...context, prefer: 'next', week: named });
    if (days === 'refused') return null;
    named = (days && weekIn(text.slice(at, days.end))) ?? named;
    const piece = days ?? readStyle(text, at);
    if (piece) pieces.push(piece.value);
    const { end } = piece ?? readPattern(BETWEEN, text, at) ?? {};
    if (end === undefined) return null;
    at = end;
  }
  return pieces;
}

function readDaysPiece(
  text: string,
  at: number,
  last: readonly Day[],
  context: DaysContext,
): Read<DaysPiece> | 'refused' | null {
  const read = readDays(text, at, context);
  if (!read) return null;
  if (isRefusal(read.value)) return 'refused';
  const rest = WEEKS.read(text, at)?.value === 'rest';
  const piece = { days: daysOf(read.value), rest };
  const value = inOrder(piece, last, { ...context, said: text.slice(at, read.end) });
  return value ? { value, end: read.end } : 'refused';
}

function daysOfLast(pieces: readonly Piece[]): readonly Day[] {
  const last = pieces.findLast((piece) => 'days' in piece);
  return last && 'days' in last ? last.days : [];
}

/**
 * A day behind a later one. Today's weekday is that of the next week: `home Monday, office Tuesday`, typed on a Tuesday.
 * Null where it is not said which week is meant: in `next Friday home, Monday office`, and on a Tuesday in `home Monday,
 * office Friday`.
 */
function inOrder(
  piece: DaysPiece,
  last: readonly Day[],
  { said, week, today, weekStart }: DaysContext & { said: string },
): DaysPiece | null {
  const [day = ''] = piece.days;
  const [before = ''] = last;
  if (!isBefore(piece.days, last)) return piece;
  if (week !== undefined) return null;
  if (!WEEKDAY_WORDS.exact(said.trim())) return piece;
  if (day === today) return { ...piece, days: [addDays(day, 7)] };
  const place = (one: Day) => placeInWeek(weekdayOf(one), weekStart);
  return place(day) > place(before) ? null : piece;
}

function isBefore([day = '', ...more]: readonly Day[], [last = '', ...others]: readonly Day[]): boolean {
  return more.length === 0 && others.length === 0 && day < last;
}

/** The coming week that the words for weekdays name, as weeks after the present one. */
function weekIn(said: string): number | undefined {
  for (let at = 0; at < said.length; at += 1) {
    const { value } = WEEK_SHIFTS.read(said, at) ?? WEEKS.read(said, at) ?? {};
    if (value === '1' || value === '2') return Number(value);
  }
  return undefined;
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
    // The rest of a week leaves out what was said before.
    const said = new Set(other.rest ? plans.flatMap(({ days }) => days) : []);
    plans.push({ ...one, days: other.days.filter((day) => !said.has(day)) });
  }
  return plans;
}
