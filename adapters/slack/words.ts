import type { Translate } from '../../src/ports/translate';

/** The texts that only Slack's windows need; everything else comes with the cards. */
type SlackText =
  | 'slack.title'
  | 'slack.close'
  | 'slack.previous'
  | 'slack.next'
  | 'slack.yes'
  | 'slack.open'
  | 'slack.more'
  | 'slack.wait'
  | 'slack.failed'
  | 'slack.outdated';

export type SlackTranslate = Translate<SlackText>;

/** The same in one language. */
export type Say = (key: SlackText) => string;
