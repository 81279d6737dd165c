import { isWorkStyle, type WorkStyle } from './answers/work-style';

/** Commands that an answer can quote as an example, besides the work styles. Each language has the words of each. */
const COMMAND_EXAMPLES = [
  'help',
  'me',
  'clear',
  'week',
  'who',
  'who-week',
  'who-group',
  'tally',
  'days',
  'holidays',
  'holidays-add',
  'department',
  'department-rename',
  'roll-up',
  'remind',
  'status',
  'language',
  'forget-me',
  'setup',
  'poll',
  'remind-now',
  'follow',
  'following',
  'drill',
  'emergency',
  'safety',
  'safe',
  'need-help',
  'safety-contacts',
  'survey',
  'survey-results',
  'bind',
  'unbind',
  'deliveries',
  'resend',
  'audit',
  'campaign',
  'use',
  'new',
  'add-day',
  'remove-day',
  'end',
  'figures',
  'report',
  'campaign-show',
  'campaign-set',
  'effects',
  'effect',
  'effect-remove',
  'activity',
  'activity-import',
  'campaign-import',
] as const;

/** The name of an example: a work style stands for answering with it. */
export type ExampleName = WorkStyle | (typeof COMMAND_EXAMPLES)[number];

export function isExampleName(value: unknown): value is ExampleName {
  return typeof value === 'string' && (isWorkStyle(value) || COMMAND_EXAMPLES.some((name) => name === value));
}
