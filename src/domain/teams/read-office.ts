import { fold } from '../typed/fold';
import { isNone } from '../typed/switch';
import type { OfficeBounds } from './settings';

const MOST_PEOPLE = 10_000;
const PEOPLE = '(?:人|名|people|persons?)?';
const BETWEEN = new RegExp(
  String.raw`^(?<least>\d{1,5})${PEOPLE}(?:\.{2,3}|…|[-–—~〜]|to|から|以上|到|至)(?<most>\d{1,5})${PEOPLE}(?:まで|以下|以内)?$`,
  'u',
);
const AT_LEAST = new RegExp(
  String.raw`^(?:(?:>=|≥|atleast|min(?:imum)?|最低|最少|至少)(?<after>\d{1,5})${PEOPLE}|(?<before>\d{1,5})${PEOPLE}(?:\.{2,3}|…|[-–—~〜+]|以上|から|ormore))$`,
  'u',
);
const AT_MOST = new RegExp(
  String.raw`^(?:(?:<=|≤|\.{2,3}|…|[-–—~〜]|atmost|max(?:imum)?|upto|最大|最高|最多|至多)(?<after>\d{1,5})${PEOPLE}|(?<before>\d{1,5})${PEOPLE}(?:以下|以内|まで|orfewer|orless))$`,
  'u',
);

/**
 * Reads how many people a team wants in the office: `2..12`, `2-12`, `2..` or `2人以上` at least, `..12` or `12人以下` at
 * most, off; 0 to 10,000. Undefined: not understood, or the first is greater than the second. A number alone could be
 * either and is not understood.
 */
export function readOfficeBounds(text: string): OfficeBounds | null | undefined {
  if (isNone(text)) return null;
  const typed = fold(text).replaceAll(' ', '');
  const least = numberIn(BETWEEN, typed, 'least') ?? numberIn(AT_LEAST, typed, 'after', 'before');
  const most = numberIn(BETWEEN, typed, 'most') ?? numberIn(AT_MOST, typed, 'after', 'before');
  if (least === null && most === null) return undefined;
  if ((least ?? 0) > (most ?? MOST_PEOPLE) || (most ?? 0) > MOST_PEOPLE) return undefined;
  return { least, most };
}

function numberIn(pattern: RegExp, text: string, ...groups: string[]): number | null {
  const found = pattern.exec(text)?.groups ?? {};
  const digits = groups.map((group) => found[group]).find((each) => each !== undefined);
  return digits === undefined ? null : Number(digits);
}
