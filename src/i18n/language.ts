import type { en } from './en';
import type { Phrases } from './phrases';

/** The name of one text. English defines them; every language has each. */
export type MessageKey = keyof typeof en.texts;

/** Everything the bot knows of one language. */
export interface Language {
  /** The tag `Intl` formats by. */
  tag: string;
  /** Stands between names in a list that may be cut, where no "and" fits. */
  separator: string;
  texts: Record<MessageKey, string>;
  lexicon: Phrases;
}
