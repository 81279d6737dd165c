import type { Translate } from '../../../src/ports/translate';

/** How an install ended. */
export type Ending = 'installed' | 'cancelled' | 'refused' | 'not-allowed' | 'failed';

/** What a browser shows after an install. */
export type InstallTranslate = Translate<
  `slack.install.${Ending}.${'title' | 'text'}` | 'slack.install.again' | 'slack.install.open'
>;
