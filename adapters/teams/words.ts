import type { Translate } from '../../src/ports/translate';

/** The texts that only Teams needs; everything else comes with the cards. */
export type TeamsTranslate = Translate<
  | 'teams-adapter.chat'
  | 'teams-adapter.working'
  | 'teams-adapter.cut'
  | 'teams-adapter.needed'
  | 'teams-adapter.confided'
  | 'teams-adapter.not-confided'
  | 'refusal.try-again'
>;
