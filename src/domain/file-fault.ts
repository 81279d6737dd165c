/** What can be wrong in a file of rows. Every catalogue has its words, `fault.<kind>`. */
export const FILE_FAULTS = [
  'encoding', // neither UTF-8 nor another encoding of the bot's languages
  'utf-16',
  'empty', // no row below the header; right: a file that would do
  'too-large', // right: the most bytes
  'too-many-rows', // right: the most rows
  'too-many-series', // found: the columns that tell series apart; right: the most series
  'quote', // a quotation mark is not closed, or stands within a value
  'no-column', // found: the columns there are; right: a file that would do
  'column-twice', // found: the column
  'cells', // found: how many values the row has; right: how many columns there are
  'no-value', // right: a value that would do
  'text', // characters that cannot be shown
  'too-long', // right: the most characters
  'number', // found: the text; right: a number that would do
  'ambiguous-number', // `1,234` where a comma may stand before decimals
  'share', // a percentage where a value is expected
  'negative',
  'too-great', // right: the greatest number
  'time', // found: the text; right: a date or time that would do
  'twice', // found: what the row is about; right: the line that has it already
  'syntax', // the column is a number; right: a campaign that would do
  'calendar-line', // of an iCalendar file; right: a line that would do
  'calendar-end', // it is not finished; right: its last line
  'event-day', // an event without a day; right: a line that would do
  'event-repeats', // in another way than yearly; right: a campaign that would do
  'event-long', // right: the most days
  'too-many-days', // right: the most days of a campaign
  'key-twice',
  'alias', // an alias or a tag
  'deep', // right: a campaign that would do
  'value', // found: the text; right: a value that would do
  'unknown-name', // found: the name; right: names that are known
] as const;
export type FileFaultKind = (typeof FILE_FAULTS)[number];

/** What would be right, where a person would write it in their language. Every catalogue has it, `file-example.<name>`. */
export const FILE_EXAMPLES = [
  'activity', // a file of counts by time
  'effects', // a file of effects
  'metric-effects', // a file of effects of one metric
  'departments', // a file of departments
  'campaign', // a campaign file
  'campaign-repeats', // a campaign file with a rule
  'campaign-name',
  'campaign-names',
  'event-name', // a line of an iCalendar file
  'metric',
  'unit', // a part of the organisation
  'channel',
] as const;
export type FileExample = (typeof FILE_EXAMPLES)[number];

/** One fault of a file: where, what is wrong, and what would be right. */
export interface FileFault {
  /** Counted from 1; null: the whole file. */
  line: number | null;
  /** The column as its header calls it; null: the whole line. */
  column: string | null;
  what: FileFaultKind;
  /** As it stands in the file; '' where there is nothing. */
  found: string;
  right: string | number | { example: FileExample };
}
