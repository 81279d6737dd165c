/** Surveys after a Telework Day or a campaign. */
export const surveys = {
  'survey.heading': 'Question {number} of {of}',
  'survey.stop': 'Stop here',
  'survey.anonymous':
    'Answers are anonymous and can’t be changed. Results show only with five people or more.',
  'survey.thanks': 'Thank you',
  'survey.done': 'That was the last question.',
  'survey.stopped': 'I won’t ask you anything more about this day.',
  'survey.status': 'Survey',
  'survey.off': 'You haven’t chosen a survey, so I don’t ask anyone.',
  'survey.chosen-campaign': '{name}: asked after the last day of each campaign.',
  'survey.chosen-day': '{name}: asked after each Telework Day.',
  'survey.questions': '{count, plural, one {# question} other {# questions}}',
  'survey.how':
    'I ask people who teleworked, in private. “{day}” asks after each day, “{off}” turns it off, “{results}” shows the results.',
  'survey-form.heading': 'Choose a survey',
  'survey-form.button': 'Choose a survey',
  'survey-form.preset': 'Survey',
  'survey-form.none': 'None',
  'survey-form.moment': 'Asked',
  'survey-form.campaign': 'After the last day of each campaign',
  'survey-form.day': 'After each Telework Day',
  'survey.results': 'Survey after {day}',
  'survey.too-few': 'Fewer than five people answered, so results aren’t shown.',
  'survey.disclosed': 'Answers are combined where fewer than five people could be told apart.',
  'refusal.unknown-survey': 'I don’t know a survey “{text}”. There are: {known}.',
  'refusal.no-survey-results': 'No survey has ended yet. You’ll see results once it closes.',
  'survey.open':
    'The survey after {day} takes answers through {until}. You’ll see its results the day after.',
  'refusal.survey-open':
    'The survey after {day} takes answers through {until}. You’ll see its results the day after.',
  'refusal.survey-over': 'This survey is closed.',
  'audit.survey-use': 'Survey chosen',
  'audit.survey-off': 'Survey turned off',
  'help.survey': 'asks people who teleworked, in private and without names; “survey off” turns it off',
  'help.survey-results': 'what people answered, once the survey is closed',
} as const;
