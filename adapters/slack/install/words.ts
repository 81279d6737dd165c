import type { Translate } from '../../../src/ports/translate';

/** How an install ended. */
export type Ending = 'installed' | 'cancelled' | 'refused' | 'not-allowed' | 'failed';

/** What a browser shows after an install. */
export type InstallTranslate = Translate<
  `slack.install.${Ending}.${'title' | 'text'}` | 'slack.install.again' | 'slack.install.open'
>;

/** How a person's permission to set their status ended; `other`: another person gave it. */
export type StatusEnding = 'connected' | 'cancelled' | 'refused' | 'other' | 'failed';

/** What a browser shows after it. */
export type StatusTranslate = Translate<
  `slack.status.${StatusEnding}.${'title' | 'text'}` | 'slack.install.open'
>;
