import { dayOfYear } from '../time/calendar';
import { MAX_CAMPAIGN_DAYS } from './campaign';

/** What was probably meant by a value of a campaign that does not fit, by its field; null: nothing is likely. */
export function rightValue(field: string, found: string): string | null {
  const text = found.trim().replaceAll(/^["']|["']$/gu, '');
  switch (field) {
    case 'days':
    case 'core':
    case 'baseline':
      return rightSpan(text);
    case 'window':
      return rightWindow(text);
    case 'minimum-days':
      return rightNumber(text, MAX_CAMPAIGN_DAYS);
    case 'minimum-core-people':
    case 'headcount':
      return rightNumber(text, null);
    default:
      return null;
  }
}

/** The earlier day first, and the last day of the month for a day that it does not have. */
function rightSpan(text: string): string | null {
  const days = text.split('..').map((part) => rightDay(part.trim()));
  if (days.length > 2 || days.includes(null)) return null;
  const right = days.sort().join('..');
  return right === text ? null : right;
}

/** The day itself, or the last one of its month where the month is shorter; null: no date is written. */
export function rightDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day || month > 12 || day > 31) return null;
  for (let date = day; date > 27; date -= 1) {
    const found = dayOfYear(year, month, date);
    if (found) return found;
  }
  return dayOfYear(year, month, day);
}

function rightWindow(text: string): string | null {
  const [from = '', until = '', ...more] = text.split(/\s*[-–〜]\s*/u);
  const isTime = /^\d{2}:\d{2}$/u;
  if (more.length > 0 || !isTime.test(from) || !isTime.test(until) || from <= until) return null;
  return `${until}-${from}`;
}

/** A whole number from 1 on. */
function rightNumber(text: string, most: number | null): string | null {
  const number = Math.round(Math.abs(Number(text)));
  if (text === '' || !Number.isSafeInteger(number)) return null;
  return String(Math.max(1, most === null ? number : Math.min(number, most)));
}
