import { type AnswerOffer, isRefusal } from '../../src/domain/refusal';
import type { Day } from '../../src/domain/time/calendar';
import { daysOf } from '../../src/domain/typed/days';
import { parseIntent } from '../../src/grammar/parse';
import { FRESH_ENGLISH } from './fresh-sentences-en';
import { FRESH_JAPANESE } from './fresh-sentences-ja';
import { FRESH_CHINESE } from './fresh-sentences-zh';
import { HEARD_ENGLISH_AND_JAPANESE } from './heard-sentences-en-ja';
import { HEARD_CHINESE } from './heard-sentences-zh';
import { LATER_ENGLISH_AND_JAPANESE } from './later-sentences-en-ja';
import { LATER_CHINESE } from './later-sentences-zh';
import { SENTENCES } from './natural-sentences';

/* Natural sentences of four languages. Nothing may be recorded that a sentence does not say. */

function read(text: string): string {
  const result = parseIntent(text, { today: '2018-07-24', prefix: '/telework' });
  if (isRefusal(result)) {
    if (result.refusal === 'use-week') return 'use-week';
    return result.offer
      ? ['?', ...result.offer.styles, ...offered(result.offer)].join(' ')
      : `refused: ${result.refusal}`;
  }
  switch (result.kind) {
    case 'answer':
      return answered(result);
    case 'answers':
      return result.plans.map(answered).join(' + ');
    case 'who':
      return ['who', ...spansOf(result.day ? [result.day] : [])].join(' ');
    case 'remind':
      return `remind ${result.on ? 'on' : 'off'}`;
    default:
      return result.kind;
  }
}

function answered({
  style,
  arrival,
  days,
}: {
  style: string;
  arrival: string | null;
  days: Day[] | null;
}): string {
  return [arrival ? `${style}@${arrival}` : style, ...spansOf(days ?? [])].join(' ');
}

/** `@` and the days that are offered; none: today. */
function offered({ days }: AnswerOffer): string[] {
  if (days === 'which') return ['@which'];
  return days.length > 0 ? [`@${spansOf(daysOf(days)).join(',')}`] : [];
}

/** Days of the month; three or more in a row by their ends. */
function spansOf(days: readonly string[]): string[] {
  const numbers = days.map((day) => Date.parse(day) / 86_400_000);
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  const dayOf = (number = 0) => String(new Date(number * 86_400_000).getUTCDate());
  return runs.map((run) => (run.length > 1 ? `${dayOf(run[0])}-${dayOf(run.at(-1))}` : dayOf(run[0])));
}

test.each([
  ...SENTENCES,
  ...FRESH_ENGLISH,
  ...FRESH_JAPANESE,
  ...FRESH_CHINESE,
  ...LATER_ENGLISH_AND_JAPANESE,
  ...LATER_CHINESE,
  ...HEARD_ENGLISH_AND_JAPANESE,
  ...HEARD_CHINESE,
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});
