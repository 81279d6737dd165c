import type { lexicon as en } from './en/lexicon';

/** The phrases that people type in commands in one language, by their meaning. English defines the meanings. */
export type Phrases = {
  readonly [Table in keyof typeof en]: Readonly<Record<keyof (typeof en)[Table], readonly string[]>>;
};
