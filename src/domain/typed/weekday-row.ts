import { placeInWeek, WEEKDAYS, type Weekday } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { EVERY, EVERY_WEEKDAY, WEEK_SHIFTS, WEEKDAY_CHARACTERS, WEEKDAY_SPANS, WEEKDAY_WORDS } from './words';
import { readSeparator } from './written-date';

/** Weekdays that are written in a row, and the week that they are meant of; absent: not named. */
interface WeekdayRow {
  weekdays: Weekday[];
  week?: number;
  /** Whether the row is a span: `月〜金`. */
  span: boolean;
}

/** Of a usual week. */
const WORKING_DAYS = 5;
const SHIFT = `(?:(?<shift>${WEEK_SHIFTS.source}) ?)?`;
const JA = '[月火水木金土日]';
const ZH = '[一二三四五六日]';
const ZH_WEEK = '(?:周|週|星期|礼拜|禮拜)';
const BETWEEN = '[・、,/和及与與]? ?';
/** `周五三点` is Friday at three. */
const ALONE = '(?![点點时時天月号號个個])';

const ROWS = [
  `${SHIFT}(?<row>${JA}(?:${BETWEEN}${JA})+)(?:曜日?)?`,
  `${SHIFT}${ZH_WEEK}(?<row>${ZH}(?:${BETWEEN}${ZH}${ALONE})+)`,
].map((row) => new RegExp(row, 'uy'));
const SPANS = [
  `${SHIFT}(?<from>${JA})(?:曜日?)? ?(?:[\\-~ー]|から) ?(?<until>${JA})(?:曜日?)?(?:まで)?`,
  `${SHIFT}${ZH_WEEK}(?<from>${ZH}) ?[\\-~至到] ?(?<until>${ZH})${ALONE}`,
].map((span) => new RegExp(span, 'uy'));

/** Letters of weekdays in their order: `mwf`, `t/th`. Two of them need a stroke between them. */
const LETTERS =
  /(?<!\p{L})(?<mon>m\/?)?(?<tue>tu?\/?(?!h))?(?<wed>w\/?)?(?<thu>th\/?)?(?<fri>f)?(?<![/])(?![\p{L}\d/])/uy;
const FEWEST_LETTERS = 3;

function readLetters(text: string, at: number): Read<WeekdayRow> | null {
  const read = readPattern(LETTERS, text, at);
  if (!read) return null;
  const weekdays = WEEKDAYS.filter((weekday) => read.value[weekday] !== undefined);
  const isRow =
    weekdays.length >= FEWEST_LETTERS || (weekdays.length > 1 && text.slice(at, read.end).includes('/'));
  return isRow ? { value: { weekdays, span: false }, end: read.end } : null;
}

/** Monday to Friday. */
const ENDS = /(?<!\p{L})m ?(?:-|to) ?f(?![\p{L}\d])/uy;

/** `月水金`, `周一三五`, `月〜金`, `下周一至五`, `mwf`, `m-f`. */
export function readWeekdayRow(text: string, at: number): Read<WeekdayRow> | null {
  const ends = readPattern(ENDS, text, at);
  if (ends) return { value: { weekdays: ['mon', 'fri'], span: true }, end: ends.end };
  const letters = readLetters(text, at);
  if (letters) return letters;
  for (const pattern of ROWS) {
    const read = readPattern(pattern, text, at);
    if (read)
      return {
        value: { ...weekOf(read.value), weekdays: charactersOf(read.value.row), span: false },
        end: read.end,
      };
  }
  for (const pattern of SPANS) {
    const read = readPattern(pattern, text, at);
    if (!read) continue;
    const [from, until] = [read.value.from, read.value.until].map((one) =>
      WEEKDAY_CHARACTERS.exact(one ?? ''),
    );
    if (from && until)
      return { value: { ...weekOf(read.value), weekdays: [from, until], span: true }, end: read.end };
  }
  return null;
}

/**
 * Weekdays without a week: one, a row, a span, or a word for several of them; spans may go over Sunday. The weekdays of
 * work are the first five from `weekStart`.
 */
export function readWeekdays(text: string, at: number, weekStart?: Weekday): Read<Weekday[]> | null {
  const several = WEEKDAY_SPANS.read(text, at);
  if (several) return { value: spanOf(several.value, weekStart), end: several.end };
  const row = readWeekdayRow(text, at);
  if (row && row.value.week === undefined) {
    const [from, until] = row.value.weekdays;
    return {
      value: row.value.span && from && until ? weekdaysFrom(from, until) : row.value.weekdays,
      end: row.end,
    };
  }
  const first = readOne(text, at);
  if (!first) return null;
  const gap = readSeparator(text, first.end);
  const last = gap === null ? null : readOne(text, gap);
  return last
    ? { value: weekdaysFrom(first.value, last.value), end: last.end }
    : { value: [first.value], end: first.end };
}

const LIST_GAP = /(?: ?(?:[,、&・]|and(?![a-z])|と|和|与|與|及) ?)+/uy;

/** Weekdays that are meant of every week: `every friday`, `mondays and fridays`, `毎週月水`, `每周五`, `平日`. */
export function readEveryWeek(text: string, at: number, weekStart?: Weekday): Read<Weekday[]> | null {
  const every = EVERY.read(text, at);
  const first = every
    ? readWeekdays(text, readPattern(/ ?/uy, text, every.end)?.end ?? every.end, weekStart)
    : (WEEKDAY_SPANS.read(text, at) && readWeekdays(text, at, weekStart)) || readPlural(text, at);
  if (!first) return null;
  const weekdays = [...first.value];
  let { end } = first;
  for (;;) {
    const gap = readPattern(LIST_GAP, text, end);
    const next = gap && (every ? readWeekdays(text, gap.end, weekStart) : readPlural(text, gap.end));
    if (!next) return { value: [...new Set(weekdays)], end };
    weekdays.push(...next.value);
    end = next.end;
  }
}

function readPlural(text: string, at: number): Read<Weekday[]> | null {
  const read = EVERY_WEEKDAY.read(text, at);
  return read && { value: [read.value], end: read.end };
}

function readOne(text: string, at: number): Read<Weekday> | null {
  return WEEKDAY_WORDS.read(text, at) ?? WEEKDAY_CHARACTERS.read(text, at);
}

function spanOf(span: 'mon-fri' | 'mon-sun', weekStart?: Weekday): Weekday[] {
  return WEEKDAYS.filter((day) => span === 'mon-sun' || placeInWeek(day, weekStart) < WORKING_DAYS);
}

/** The weekdays of a span of at most seven, which may go over Sunday. */
function weekdaysFrom(from: Weekday, until: Weekday): Weekday[] {
  const [start, end] = [WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(until)];
  return end >= start
    ? WEEKDAYS.slice(start, end + 1)
    : [...WEEKDAYS.slice(start), ...WEEKDAYS.slice(0, end + 1)];
}

function weekOf({ shift }: Record<string, string>): { week?: number } {
  return shift ? { week: Number(WEEK_SHIFTS.exact(shift)) } : {};
}

function charactersOf(row = ''): Weekday[] {
  return [...row].map((one) => WEEKDAY_CHARACTERS.exact(one)).filter((weekday) => weekday !== null);
}
