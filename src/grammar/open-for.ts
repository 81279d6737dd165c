import type { OpenFor } from '../domain/answers/short-notice';
import { fold } from '../domain/typed/fold';
import { readTime } from '../domain/typed/time';

/* `until 16:00` or `for 2h` at the beginning or the end of a reason, which stays as it was typed. */

const DIGITS = '[0-9０-９]{1,3}';
const HALF_DAY = '(?:(?:午前|午後|上午|下午) ?)?';
const CLOCK = String.raw`${HALF_DAY}${DIGITS}(?:[:：.][0-9０-９]{2}|[時时点點](?:半|[0-9０-９]{1,2}分?)?)?(?: ?[ap]\.?m\b\.?)?`;
const UNTIL = String.raw`(?:(?:\b(?:until|till|til)\b|直?到|至|[-–〜～~]) ?(?<after>${CLOCK})(?: ?(?:まで|为止|為止))?|(?<before>${CLOCK}) ?(?:まで|为止|為止))`;

const NUMBER = String.raw`(?:${DIGITS}(?:[.．][0-9０-９])?|an?\b|one|two|three|four|five|six|[一二两兩三四五六半])`;
const HOURS = `(?:(?:h|hrs?|hours?)(?![a-z])|個?時間|个?小时|個?小時)`;
const MINUTES = String.raw`(?:m(?:in(?:ute)?s?)?\b|分間?|分[钟鐘])`;
const HALF = '(?<half>半| and a half)';
const LENGTH = `(?:(?<hours>${NUMBER}) ?${HOURS}(?:${HALF}| ?(?<rest>${DIGITS}) ?${MINUTES}?)?|(?<minutes>${DIGITS}) ?${MINUTES}|half an hour)`;

const ENDS = [`(?:${UNTIL})`, `(?:for ${LENGTH})`];
/** Without `for` it could be part of a reason: `trains 2 hours late`. */
const BARE = LENGTH;
const GAP = String.raw`[\s,、,，。:：]`;

const PATTERNS = [
  ...[...ENDS, BARE].map((end) => `^${end}$`),
  ...ENDS.map((end) => `^${end}(?:${GAP}+|(?=[「“"]))(?<reason>.+)$`),
  ...ENDS.map((end) => `^(?<reason>.+?)${GAP}+${end}$`),
  `^(?<reason>.+?)${GAP}+${LENGTH.replace('half an hour', '(?!)')}$`,
].map((pattern) => new RegExp(pattern, 'iu'));

const WORDS: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 },
  ...{ 半: 0.5, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6 },
};

/** The text without its statement of an end, and that; null where it has none. */
export function takeOpenFor(typed: string): { rest: string; openFor: OpenFor | null } {
  const text = typed.trim();
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    const openFor = groups && openForOf(groups);
    if (openFor) return { rest: groups.reason ?? '', openFor };
  }
  return { rest: text, openFor: null };
}

function openForOf({ after, before, hours, minutes, half, rest }: Record<string, string>): OpenFor | null {
  const time = after ?? before;
  if (time !== undefined) {
    const until = readTime(time);
    return until === null ? null : { until };
  }
  if (minutes !== undefined) return { minutes: Number(fold(minutes)) };
  if (hours === undefined) return { minutes: 30 };
  const whole = numberOf(hours) * 60;
  return { minutes: Math.round(whole + (half ? 30 : 0) + (rest ? Number(fold(rest)) : 0)) };
}

function numberOf(text: string): number {
  const folded = fold(text);
  return WORDS[folded] ?? Number(folded);
}
