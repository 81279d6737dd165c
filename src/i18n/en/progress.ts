/** How far a campaign has come, and what it asks. */
export const progress = {
  'progress.heading': 'Progress: {name}',
  'progress.standing.registered':
    'Registered. “{name}” counts you as participating once you’ve met the conditions.',
  'progress.standing.registered-plain':
    'Registered. “{name}” counts you as participating once your first answers are counted.',
  'progress.standing.registered-missed': 'Registered only: a condition of “{name}” can’t be met any more.',
  'progress.standing.registered-over': 'Registered only: “{name}” is over, and I didn’t count any answers.',
  'progress.step': 'Step {step, number} of 3: registered → participating → teleworking',
  'progress.standing.participating': 'Participating. You’ve met the conditions of “{name}”.',
  'progress.standing.teleworking':
    'Teleworking. You’ve met the conditions of “{name}”, and people teleworked.',
  'progress.days': 'Days',
  'progress.days-value':
    '{done, number} done, {left, number} to go{missed, plural, =0 {} other {, # not counted}}, {all, number} in all',
  'progress.of-days':
    '{have, number} of {need, plural, one {# day} other {# days}}{left, plural, =0 {} other {, # to go}}',
  'progress.of-people':
    '{have, number} of {need, plural, one {# person} other {# people}}{left, plural, =0 {} other {, # to go}}',
  'progress.effects':
    '{count, plural, =0 {not counted here: please measure them yourselves} one {# metric entered} other {# metrics entered}}',
  'progress.condition.days': 'Days with telework',
  'progress.condition.core-people': 'People on a core day',
  'progress.condition.effects': 'Measured effects',
  'progress.state.met': 'met',
  'progress.state.open': 'open',
  'progress.state.missed': 'missed',
  'progress.todo': 'To do',
  'progress.todo-days': 'All teams: telework on {count, plural, one {one more day} other {# more days}}.',
  'progress.todo-core':
    'All teams: get {count, plural, one {one person} other {# people}} to telework on the core day, {day}.',
  'progress.todo-effects': 'Admins: measure the effects and compare them with the usual.',
  'progress.enter-effects': 'Enter effects',
  'progress.todo-headcount': 'Admins: confirm your headcount under “{button}”.',
  'terms.peak': 'Peak ends at',
  'terms.category': 'Takes part as',
  'terms.category.implementing': 'implementing organisation',
  'terms.category.special': 'special cooperation',
  'terms.category.supporting': 'supporting organisation',
  'terms.conditions': 'Conditions',
  'terms.days': '{count, plural, one {telework on # day} other {telework on # days}} or more',
  'terms.core-people': '{count, plural, one {# person} other {# people}} or more teleworking on a core day',
  'terms.effects': 'effects measured',
  'terms.baseline': 'Compared with',
  'terms.headcount': 'Headcount',
} as const;
