import type { Card } from '../domain/card';
import type { Locale } from '../domain/people/person';
import type { Message } from './messages';

/** Turns a message into a card in a language. Pure. */
export type Present = (message: Message, locale: Locale) => Card;
