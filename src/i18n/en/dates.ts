/** Days, weekdays, times and durations. */
export const dates = {
  'date.short':
    '{weekday} {day} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} other {December}}',
  'date.full':
    '{weekday} {day} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} other {December}} {year}',
  'date.typed':
    '{day} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} other {December}}',
  'date.span': '{from} – {until}',

  'time.span': '{from}–{until}',
  'time.zoned': '{span} ({zone})',

  'weekday.mon': 'Mon',
  'weekday.tue': 'Tue',
  'weekday.wed': 'Wed',
  'weekday.thu': 'Thu',
  'weekday.fri': 'Fri',
  'weekday.sat': 'Sat',
  'weekday.sun': 'Sun',
  'weekday.long.mon': 'Monday',
  'weekday.long.tue': 'Tuesday',
  'weekday.long.wed': 'Wednesday',
  'weekday.long.thu': 'Thursday',
  'weekday.long.fri': 'Friday',
  'weekday.long.sat': 'Saturday',
  'weekday.long.sun': 'Sunday',

  'duration.minutes': '{minutes, number} min',
  'duration.hours': '{hours, number} h',
  'duration.both': '{hours, number} h {minutes, number} min',
} as const;
