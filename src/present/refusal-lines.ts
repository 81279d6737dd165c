import type { Locale } from '../domain/people/person';
import type { Refusal } from '../domain/refusal';
import type { Day } from '../domain/time/calendar';
import { faultLines } from './file-faults';
import { refusalText } from './messages/refused';
import { wordsFor } from './words';

/** What a refusal says where there are no cards: in a terminal, or in the answer to a program. */
export function refusalLines(refusal: Refusal, locale: Locale, today: Day): string[] {
  const words = wordsFor(locale, today);
  return [refusalText(refusal, words), ...faultLines(refusal, words)];
}
