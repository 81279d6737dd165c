/** Surveys after a Telework Day or a campaign. */
export const surveys = {
  'survey.heading': 'Question {number} of {of}',
  'survey.stop': 'Stop here',
  'survey.anonymous':
    'Answers are counted without names, cannot be changed afterwards, and are shown from five people on.',
  'survey.thanks': 'Thank you',
  'survey.done': 'That was the last question.',
  'survey.stopped': 'You will be asked nothing more about this day.',
  'survey.status': 'Survey',
  'survey.off': 'No survey is chosen: nobody is asked.',
  'survey.chosen-campaign': '{name}: asked after the last day of each campaign.',
  'survey.chosen-day': '{name}: asked after each Telework Day.',
  'survey.questions': '{count, plural, one {# question} other {# questions}}',
  'survey.how':
    'Those who teleworked are asked in private. “{day}” asks after each day, “{off}” ends it, “{results}” shows what came of it.',
  'survey.results': 'Survey after {day}',
  'survey.too-few': 'Fewer than five people answered: not shown.',
  'survey.disclosed': 'Answers are counted together where fewer than five people could be told apart.',
  'refusal.unknown-survey': 'There is no survey “{text}”. There are: {known}.',
  'refusal.no-survey-results': 'No survey has ended yet. Results are shown once it takes no more answers.',
  'refusal.survey-over': 'This survey takes no more answers.',
  'audit.survey-use': 'Chose a survey',
  'audit.survey-off': 'Ended the survey',
  'help.survey': 'asks those who teleworked, in private and without names; “survey off” ends it',
  'help.survey-results': 'what was answered, once it has ended',
} as const;
