import type { Card } from '../domain/card';
import type { Locale } from '../domain/people/person';
import type { Message } from './messages';

/** Domain data to a card in a language: pure. */
export type Present = (message: Message, locale: Locale) => Card;
