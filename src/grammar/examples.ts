import type { Refusal } from '../domain/refusal';
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../domain/time/calendar';

/** What a command is read against: the person's calendar date, and what opens a command on their platform. */
export interface ParseContext {
  today: Day;
  prefix: string;
}

/** One line a person can type, for each word a refusal may point to. `{mon}` is a date of the coming week. */
export const EXAMPLES = {
  help: 'help',
  me: 'me',
  home: 'home on friday',
  'home-part': 'home-part 13:00 on friday',
  satellite: 'satellite on friday',
  mobile: 'mobile on friday',
  'off-peak': 'off-peak 10:30 on friday',
  leave: 'leave on friday',
  trip: 'trip on friday',
  office: 'office on friday',
  clear: 'clear on friday',
  week: 'week mon=home wed=office',
  who: 'who today',
  'who-group': 'who @sales friday',
  tally: 'tally today',
  days: 'days',
  setup: 'setup window=07:00-10:30',
  campaign: 'campaign list',
  use: 'campaign use next-week',
  new: 'campaign new "Summer telework" {mon}..{fri} core={wed}',
  'add-day': 'campaign add-day {mon}',
  'remove-day': 'campaign remove-day {mon}',
  poll: 'poll now',
  drill: 'drill typhoon',
  bind: 'bind',
  unbind: 'unbind',
  deliveries: 'deliveries',
  resend: 'resend failed',
  remind: 'remind off',
  language: 'language ja',
  'forget-me': 'forget-me',
} as const;

export type ExampleOf = keyof typeof EXAMPLES;

export function isExampleOf(text: unknown): text is ExampleOf {
  return typeof text === 'string' && Object.hasOwn(EXAMPLES, text);
}

/** The refusal, with an example of the command that was meant. */
export function withExample(example: ExampleOf, { refusal, values }: Refusal): Refusal {
  return { refusal, values: { ...values, example } };
}

/** The whole line, with what opens a command: `/telework home on friday`. */
export function exampleFor(of: ExampleOf, { prefix, today }: ParseContext): string {
  const monday = 7 - WEEKDAYS.indexOf(weekdayOf(today));
  const line = WEEKDAYS.reduce<string>(
    (text, weekday, index) => text.replace(`{${weekday}}`, addDays(today, monday + index)),
    EXAMPLES[of],
  );
  return `${prefix} ${line}`.trim();
}
