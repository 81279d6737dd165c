import type { Intent, ParseContext } from '../app/intent';
import { isRefusal, offering, type Refusal, refuse } from '../domain/refusal';
import { addDays, type Day } from '../domain/time/calendar';
import { spansOf } from '../domain/typed/days';
import { numberOf } from '../domain/typed/numeral';
import { NUMBER_WORDS } from '../domain/typed/words';

/** `for the next two days`, `これから3日間`, `接下来两天`: today may be one of them, or not. */
const NEXT_DAYS = new RegExp(
  `(?:(?:for )?(?:the )?(?:next|coming) (?<count>[2-5]|${NUMBER_WORDS.source}) (?:working )?days|(?:for )?(?:the )?next couple of days|(?:これから|この先|今後)(?<days>[2-5二三四五])日間?(?:は|、)?|(?:接下来|接下來|未来|未來|之后|之後|后面|後面)(?:的)?(?<tian>[2-5二两兩三四五])天)`,
  'u',
);

/** The days from today, and those from tomorrow, to choose from. Null for a text that says no such thing. */
export function parseNextDays(
  text: string,
  { today }: ParseContext,
  read: (text: string) => Intent | Refusal | null,
): Refusal | null {
  const found = NEXT_DAYS.exec(text);
  if (!found) return null;
  const { count, days, tian } = found.groups ?? {};
  const length = numberOf(NUMBER_WORDS.exact(count ?? '') ?? count ?? days ?? tian ?? '2');
  const answer = read(text.replace(NEXT_DAYS, ' ').trim());
  if (!answer || isRefusal(answer) || answer.kind !== 'answer' || answer.days || !(length > 1)) return null;
  const from = (first: Day) => spansOf(Array.from({ length }, (_, index) => addDays(first, index)));
  const { style, arrival } = answer;
  const either = [from(today), from(addDays(today, 1))];
  return offering({ days: 'which', styles: [style], arrival, either }, refuse('unclear', { text }));
}
