/** What is wrong in a file that was sent, and what would be right. */
export const files = {
  'refusal.file-faults':
    '{count, plural, one {The file has a fault} other {The file has # faults}}, so nothing was taken from it. Please correct it and send it again.',
  'refusal.bad-number': 'I could not take that number, so nothing was changed.',
  'refusal.no-effect': 'Nothing is entered for “{text}”. The command “effects” shows what is.',
  'refusal.effect-people':
    'Some values of this metric are averages over a number of people and others are sums, which have no common mean. Please give the number of people for all of them, or for none.',
  'refusal.too-many-effects': 'That is too much: at most {max, number}. Please enter fewer.',
  'refusal.too-many-series':
    'That would make more than {max, number} series of one source. Please leave out columns that tell single rows apart.',
  'refusal.nothing-to-compare': '“{name}” begins on {day}. There is nothing to compare before that day.',
  'refusal.no-activity':
    'No activity has been imported yet. Please enter the counts of a platform, a door or a network first.',
  'fault.at-line': 'Line {line}: {fault}',
  'fault.at-value': 'Line {line}, column “{column}”: {fault}',
  'fault.more': '{count, plural, one {There is one more fault.} other {There are # more faults.}}',
  'fault.encoding': 'The file is in an encoding that I cannot read. Please save it as “CSV UTF-8”.',
  'fault.utf-16': 'The file is in UTF-16 (“Unicode text”), or is no text. Please save it as “CSV UTF-8”.',
  'fault.empty':
    'There are no rows. The first line names the columns, and the values stand below it, for example: {right}',
  'fault.too-large': 'The file is too large: at most {right, number} bytes. Please split it.',
  'fault.too-many-rows':
    'The file has too many rows: at most {right, plural, one {# row} other {# rows}}. Please split it.',
  'fault.too-many-series':
    'The columns “{found}” tell more than {right, number} series apart. Please leave out those that number or describe single rows.',
  'fault.quote':
    'A quotation mark is not closed, or stands within a value. Such a value is written like this: {right}',
  'fault.no-column': 'A column is missing: the header reads “{found}”. A file that would do: {right}',
  'fault.column-twice': 'Two columns mean the same: “{found}” is there already. Please leave one out.',
  'fault.cells':
    'The line has {found} values, and the header has {right, number}. A value with a comma in it needs quotation marks.',
  'fault.no-value': 'The value is missing. For example: {right}',
  'fault.text': '“{found}” contains characters that cannot be shown. Please type it again without them.',
  'fault.too-long': '“{found}” is too long: at most {right, plural, one {# character} other {# characters}}.',
  'fault.number': '“{found}” is no number. For example: {right}',
  'fault.ambiguous-number':
    '“{found}” can be read in two ways. Please leave out the separator of thousands, as in: {right}',
  'fault.share': '“{found}” is a share. Please give the value itself, for example: {right}',
  'fault.negative': '“{found}” is below zero. Please give zero or more, for example: {right}',
  'fault.too-great': '“{found}” is too great: at most {right, number}. Please check the unit.',
  'fault.time': '“{found}” is no date or time that exists. For example: {right}',
  'fault.twice': '“{found}” stands in line {right} already. Please leave one out.',
  'fault.syntax': 'This is not written as YAML or JSON. A campaign that would do: {right}',
  'fault.calendar-line': '“{found}” is not a line of a calendar. A line that would do: {right}',
  'fault.calendar-end': 'The calendar is not finished. Its last line is: {right}',
  'fault.event-day': 'This event has no day. Please add a line such as: {right}',
  'fault.event-repeats':
    '“{found}” repeats in another way than once a year, which I do not read from a calendar. Please give each day, or a file such as: {right}',
  'fault.event-long':
    'This event lasts more than {right, plural, one {# day} other {# days}}. Please check its last day, “{found}”.',
  'fault.too-many-days':
    'A campaign has at most {right, plural, one {# day} other {# days}}. Please take days out, or make two campaigns.',
  'fault.key-twice': 'This key stands there twice. Please leave one out.',
  'fault.alias': 'Aliases and tags are not taken. Please write the value itself.',
  'fault.deep': 'The values are nested too deeply. A campaign that would do: {right}',
  'fault.value': '“{found}” does not fit. For example: {right}',
  'fault.unknown-name': '“{found}” is not known. Known are: {right}',
} as const;
