import type { ShownStyle } from '../domain/answers/work-style';
import type { Card } from '../domain/card';
import type { Locale } from '../domain/people/person';
import type { Status } from '../domain/people/status';
import type { Message } from './messages';

/** Turns a message into a card in a language. Pure. */
export type Present = (message: Message, locale: Locale) => Card;

/** The words of a status for a day that is spent so, as others may see it. Pure. */
export type StatusWords = (style: ShownStyle, locale: Locale) => Pick<Status, 'text' | 'icon'>;
