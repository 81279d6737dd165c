/** Days, weekdays, times and durations. */
export const dates = {
  'date.short': '{day, date, ::EEE} {day, date, ::dMMMM}',
  'date.full': '{day, date, ::EEE} {day, date, ::dMMMMy}',
  'date.typed': '{day, date, ::dMMMM}',
  'date.weekday': '{day, date, ::EEEE}',
  'date.weekday-letter': '{day, date, ::EEEEE}',
  'date.month': '{day, date, ::yMMMM}',
  'date.span': '{from} – {until}',

  'time.span': '{from}–{until}',
  'time.zoned': '{span} ({zone})',

  'duration.minutes': '{minutes, number} min',
  'duration.hours': '{hours, number} h',
  'duration.both': '{hours, number} h {minutes, number} min',
  'country.whole': '{country} ({code})',
  'country.region': '{country}, {region} ({code})',
} as const;
