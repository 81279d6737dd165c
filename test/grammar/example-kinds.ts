import type { IntentKind } from '../../src/app/intent';
import type { ExampleName } from '../../src/domain/examples';

/** The kind of intent that each example illustrates. */
export const KINDS: Record<ExampleName, IntentKind> = {
  home: 'answer',
  'home-part': 'answer',
  satellite: 'answer',
  mobile: 'answer',
  'off-peak': 'answer',
  leave: 'answer',
  trip: 'answer',
  office: 'answer',
  help: 'help',
  me: 'me',
  clear: 'clear',
  week: 'week',
  who: 'who',
  'who-group': 'who',
  tally: 'tally',
  days: 'days',
  holidays: 'holidays',
  'holidays-add': 'holidays-add',
  remind: 'remind',
  language: 'language',
  'forget-me': 'forget-me',
  setup: 'setup',
  poll: 'poll-now',
  drill: 'drill',
  bind: 'bind',
  unbind: 'unbind',
  deliveries: 'deliveries',
  resend: 'resend',
  audit: 'audit',
  campaign: 'campaign-list',
  use: 'campaign-use',
  new: 'campaign-new',
  'add-day': 'campaign-add-day',
  'remove-day': 'campaign-remove-day',
  end: 'campaign-end',
  figures: 'campaign-figures',
};

export const EXAMPLE_NAMES = Object.keys(KINDS) as ExampleName[];
