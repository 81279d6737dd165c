import type { lexicon as en } from './en/lexicon';

/** What people type in commands in one language, by its meaning; a meaning may have no phrase. English defines the meanings. */
export type Phrases = {
  readonly [Table in keyof typeof en]: Readonly<Record<keyof (typeof en)[Table], readonly string[]>>;
};
