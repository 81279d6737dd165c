/** Counts, shares, lists, tallies and savings. */
export const figures = {
  'figure.people': '{count, plural, one {# person} other {# people}}',
  'figure.person-days': '{count, plural, one {# person-day} other {# person-days}}',
  'figure.days': '{count, plural, one {# day} other {# days}}',
  'figure.count': '{count, number} ({percent})',
  'figure.share': '{count, number} of {total, number} ({percent})',
  'figure.share-of-none': '{count, number} of {total, number}',
  'figure.so-far': '{figure}, so far',
  'figure.withheld': 'hidden, to protect groups of fewer than five',
  'figure.not-apart': 'Not shown separately',
  'figure.more-points': '+{points, plural, one {# point} other {# points}}',
  'figure.fewer-points': '−{points, plural, one {# point} other {# points}}',
  'figure.changed': '{before} → {now} ({difference})',
  'figure.no-difference': '±0 points',
  'figure.hours': '{hours, number} h',

  'list.more-days': '{list} and {count, plural, one {# more day} other {# more days}}',
  'list.and': '{list} and {last}',
  'list.fact': '{label}: {value}',

  'tally.telework': 'Telework',
  'tally.peak-avoided': 'Peak avoided',
  'tally.no-office-visit': 'No office visit',
  'tally.answered': 'Response rate',
  'tally.by-style': 'Answers by work style',
  'tally.late': '{count, plural, one {# late answer} other {# late answers}} (after {time})',
  'tally.nobody': 'No one answered.',
  'tally.nobody-yet': 'No answers yet.',
  'tally.planned': '{count, number} planned ahead',
  'tally.median':
    '{count, plural, one {the # answer after opening came within {duration}} other {half of the # answers after opening came within {duration}}}',
  'tally.heading': 'Tally: {day}',

  'savings.hours': 'Commute hours saved',
  'savings.formula': 'How we worked it out',
  'savings.cost': 'Fares saved',
  'savings.cost-inputs':
    '{currency} {amount, number}: ({fullDays, plural, one {# full day} other {# full days}} + {satelliteDays, plural, one {# satellite day} other {# satellite days}} ÷ 2) × {fare, number}',
  'savings.co2': 'CO2 saved',
  'savings.co2-inputs':
    '{kg, number} kg: ({fullDays, plural, one {# full day} other {# full days}} + {satelliteDays, plural, one {# satellite day} other {# satellite days}} ÷ 2) × {km, number} km × {gramsPerKm, number} g/km ÷ 1,000. Factor of {year}: {source}',
  'savings.source': 'Where the inputs come from',
  'savings.of-team':
    'person-days come from the answers; minutes, fares and distances from the team’s settings',
  'savings.rail': 'We don’t count CO2 for rail commutes, because the trains run anyway.',
  'savings.inputs':
    '({fullDays, plural, one {# full day} other {# full days}} + {satelliteDays, plural, one {# satellite day} other {# satellite days}} ÷ 2) × {commuteMinutes, number} min ÷ 60',

  'not-attendance': 'For planning only, not attendance tracking',
} as const;
