/** How people write dates, switches and languages, by their meaning. Every phrase is in its folded form (see `fold`). */
export const typed = {
  switch: {
    on: ['on', 'yes', 'true', '1'],
    off: ['off', 'no', 'false', '0', 'stop'],
  },
  /** A value that is absent. */
  none: {
    none: ['none', 'never'],
  },
  /** A value that follows from the team's country. */
  byCountry: {
    auto: ['auto', 'automatic', 'country', 'by country', 'default'],
  },
  languages: {
    en: ['en', 'english'],
    ja: ['ja', 'jp', 'japanese', 'nihongo'],
    'zh-CN': ['zh', 'zh cn', 'zh hans', 'cn', 'chinese', 'simplified chinese', 'chinese simplified'],
    'zh-TW': ['zh tw', 'zh hant', 'tw', 'traditional chinese', 'chinese traditional'],
  },
  weekdays: {
    mon: ['mon', 'monday'],
    tue: ['tue', 'tues', 'tuesday'],
    wed: ['wed', 'weds', 'wednesday'],
    thu: ['thu', 'thur', 'thurs', 'thursday'],
    fri: ['fri', 'friday'],
    sat: ['sat', 'saturday'],
    sun: ['sun', 'sunday'],
  },
  /** Weekdays by one character: in brackets after a date, and in a default week. */
  weekdayCharacters: {
    mon: [],
    tue: [],
    wed: [],
    thu: [],
    fri: [],
    sat: [],
    sun: [],
  },
  /** Which ISO week a weekday is meant of, counted from the present one. */
  weekShifts: {
    '0': ['this', 'this week', 'this week on'],
    '1': ['next', 'next week', 'next week on'],
    '2': [],
    '-1': ['last', 'last week'],
  },
  relativeDays: {
    '0': ['today'],
    '1': ['tomorrow', 'tmr', 'tmrw', 'tomorow', 'tommorow', 'tommorrow', '2morrow'],
    '2': ['day after tomorrow', 'the day after tomorrow'],
    '-1': ['yesterday'],
    '-2': ['day before yesterday', 'the day before yesterday'],
    '3': [],
  },
  dayPairs: {
    '0': [],
    '1': [],
  },
  daysAhead: {
    '1': ['day', 'days'],
    '7': ['week', 'weeks'],
  },
  numberWords: {
    '1': ['a', 'one'],
    '2': ['two', 'a couple of'],
    '3': ['three'],
    '4': ['four'],
    '5': ['five'],
    '6': ['six'],
  },
  monthEnds: {
    '0': [
      'end of the month',
      'the end of the month',
      'end of month',
      'end of this month',
      'the end of this month',
      'month end',
      'eom',
    ],
    '1': ['end of next month', 'the end of next month'],
  },
  wholeMonths: {
    '0': ['this month', 'all month', 'the whole month', 'all of this month'],
    '1': ['next month', 'all next month', 'the whole of next month', 'all of next month'],
    rest: ['rest of the month', 'the rest of the month', 'rest of this month', 'the rest of this month'],
  },
  /** Whole weeks, counted from the present one. `rest`: what is left of it. */
  weeks: {
    '0': ['this week', 'all week', 'the whole week', 'all this week', 'the whole of this week'],
    '1': ['next week', 'all next week', 'the whole of next week', 'the coming week'],
    '2': ['week after next', 'the week after next'],
    '-1': ['last week'],
    rest: ['rest of the week', 'the rest of the week', 'rest of this week', 'the rest of this week'],
  },
  /** Stand before a weekday that is meant of every week. */
  every: {
    every: ['every', 'each'],
  },
  /** Weekdays of every week, in a word. */
  everyWeekday: {
    mon: ['mondays'],
    tue: ['tuesdays'],
    wed: ['wednesdays'],
    thu: ['thursdays'],
    fri: ['fridays'],
    sat: ['saturdays'],
    sun: ['sundays'],
  },
  /** Monday to Friday, and the whole week. */
  weekdaySpans: {
    'mon-fri': ['weekdays', 'workdays', 'working days', 'every weekday', 'every workday'],
    'mon-sun': ['every day', 'daily'],
  },
  months: {
    '1': ['jan', 'january'],
    '2': ['feb', 'february'],
    '3': ['mar', 'march'],
    '4': ['apr', 'april'],
    '5': ['may'],
    '6': ['jun', 'june'],
    '7': ['jul', 'july'],
    '8': ['aug', 'august'],
    '9': ['sep', 'sept', 'september'],
    '10': ['oct', 'october'],
    '11': ['nov', 'november'],
    '12': ['dec', 'december'],
  },
  /** What headers of files with effects call their columns. */
  effectColumns: {
    metric: ['metric', 'indicator', 'effect'],
    unit: [
      'unit',
      'department',
      'dept',
      'division',
      'section',
      'site',
      'office',
      'company',
      'organisation',
      'organization',
      'team',
      'branch',
      'name',
    ],
    baseline: ['baseline', 'baseline value', 'base', 'before', 'usual', 'reference'],
    core: ['core', 'core value', 'core period', 'value', 'after', 'during', 'campaign'],
    people: ['people', 'headcount', 'head count', 'heads', 'employees', 'staff', 'weight'],
    measure: ['measure', 'unit of measure', 'measurement unit', 'uom'],
  },
  /** What headers of files with counts by time call their columns. */
  activityColumns: {
    time: ['time', 'date', 'date time', 'timestamp', 'time stamp', 'day', 'start', 'start time'],
    hour: ['hour', 'hour of day'],
    count: [
      'count',
      'counts',
      'value',
      'number',
      'visitors',
      'sessions',
      'connections',
      'logins',
      'users',
      'people',
      'accesses',
      'access',
      'total',
      'events',
      'entries',
      'requests',
    ],
  },
  /** The metrics that are ready. */
  metrics: {
    paper: ['paper', 'sheets', 'printing', 'printed pages'],
    overtime: ['overtime', 'overtime hours'],
    power: ['power', 'electricity', 'energy'],
    gas: ['gas'],
    commuters: ['commuters', 'commuting'],
    deliveries: ['deliveries', 'parcels'],
    'remote-access': ['remote access', 'remote access sessions', 'vpn', 'vpn sessions'],
  },
} as const;
