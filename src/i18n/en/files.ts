/** What is wrong in a file that was sent, and what would be right. */
export const files = {
  'refusal.file-faults':
    '{count, plural, one {There’s a mistake} other {There are # mistakes}} in the file, so I didn’t import anything. Correct it and send it again.',
  'refusal.bad-number': 'I couldn’t use that number, so nothing changed.',
  'refusal.no-effect': 'There’s nothing entered for “{text}”. Type “effects” to see what is.',
  'refusal.effect-people':
    'Some values of this metric are averages per person and others are totals, so they can’t be averaged together. Give the number of people for all of them, or for none.',
  'refusal.too-many-effects': 'That’s too many: up to {max, number}, please.',
  'refusal.too-many-series':
    'That would make more than {max, number} series from one source. Leave out columns that differ in every row.',
  'refusal.nothing-to-compare': '“{name}” begins on {day}. There is nothing to compare before that day.',
  'refusal.no-activity':
    'You haven’t imported any activity yet. Enter the counts of a platform, a door or a network first.',
  'fault.at-line': 'Line {line}: {fault}',
  'fault.at-value': 'Line {line}, column “{column}”: {fault}',
  'fault.more': '{count, plural, one {There’s one more mistake.} other {There are # more mistakes.}}',
  'fault.encoding': 'I can’t read the file’s encoding. Save it as “CSV UTF-8”.',
  'fault.utf-16': 'The file is in UTF-16 (“Unicode text”), or isn’t text. Save it as “CSV UTF-8”.',
  'fault.empty':
    'There aren’t any rows. Put the column names on the first line and the values below, for example: {right}',
  'fault.too-large': 'The file is too large: up to {right, number} bytes. Split it.',
  'fault.too-many-rows':
    'The file has too many rows: up to {right, plural, one {# row} other {# rows}}. Split it.',
  'fault.too-many-series':
    'The columns “{found}” make more than {right, number} series. Leave out the ones that differ in every row.',
  'fault.quote': 'A quotation mark isn’t closed, or is in the middle of a value. Write it like this: {right}',
  'fault.no-column': 'A column is missing. The header says “{found}”. For example: {right}',
  'fault.column-twice': 'Two columns mean the same: “{found}” is already there. Leave one out.',
  'fault.cells':
    'The line has {found} values, but the header has {right, number}. Put quotation marks around a value with a comma.',
  'fault.no-value': 'A value is missing. For example: {right}',
  'fault.text': 'Some characters in “{found}” can’t be shown. Type it again without them.',
  'fault.too-long': '“{found}” is too long: up to {right, plural, one {# character} other {# characters}}.',
  'fault.number': '“{found}” isn’t a number. For example: {right}',
  'fault.ambiguous-number': '“{found}” can be read in two ways. Leave out the thousands separator: {right}',
  'fault.share': '“{found}” is a percentage. Give the value itself, for example: {right}',
  'fault.negative': '“{found}” is below zero. Give zero or more, for example: {right}',
  'fault.too-great': '“{found}” is too big: up to {right, number}. Check the unit.',
  'fault.time': '“{found}” isn’t a date or time. For example: {right}',
  'fault.twice': '“{found}” is already on line {right}. Leave one out.',
  'fault.syntax': 'I can’t read this as YAML or JSON. For example: {right}',
  'fault.calendar-line': '“{found}” isn’t a line of a calendar. For example: {right}',
  'fault.calendar-end': 'The calendar isn’t complete. Its last line should be: {right}',
  'fault.event-day': 'This event doesn’t have a day. Add a line such as: {right}',
  'fault.event-repeats':
    '“{found}” repeats other than once a year, which I can’t read from a calendar. Give each day, or a file such as: {right}',
  'fault.event-long':
    'This event lasts more than {right, plural, one {# day} other {# days}}. Check its last day, “{found}”.',
  'fault.too-many-days':
    'A campaign can have up to {right, plural, one {# day} other {# days}}. Take days out, or make two campaigns.',
  'fault.key-twice': 'This key is there twice. Leave one out.',
  'fault.alias': 'I can’t read aliases and tags. Write the value itself.',
  'fault.deep': 'The values are nested too deeply. For example: {right}',
  'fault.value': '“{found}” doesn’t work. For example: {right}',
  'fault.unknown-name': 'I don’t know “{found}”. There are: {right}',
  'file-example.activity': 'date, count / 2018-07-24, 1200',
  'file-example.effects': 'metric, unit, baseline, core / overtime, Sales, 120, 66',
  'file-example.metric-effects': 'unit, baseline, core / Sales, 120, 66',
  'file-example.departments': 'team, department / #sales, Sales',
  'file-example.campaign': "'{'name: Summer Telework Days, days: 2027-07-19..2027-07-23'}'",
  'file-example.campaign-repeats':
    "'{'name: Telework Wednesdays, days: 2027-07-01..2027-09-30, repeats: FREQ=WEEKLY;BYDAY=WE'}'",
  'file-example.campaign-name': 'Summer Telework Days',
  'file-example.campaign-names': 'ja: 夏のテレワーク・デイズ',
  'file-example.event-name': 'SUMMARY:Telework',
  'file-example.metric': 'overtime',
  'file-example.unit': 'Sales',
  'file-example.channel': '#sales',
} as const;
