/** The page that the bot's web address shows to everyone. */
export const site = {
  'site.title': 'Telework Days bot',
  'site.what':
    'This bot announces Telework Days in Slack and Microsoft Teams, asks each team in the morning who works how, and posts the tally.',
  'site.languages': 'Languages',
  'site.privacy': 'Privacy',
  'site.stored':
    'It stores the id, name, language and time zone of each person as the chat platform gives them, their answers with the work style and the time of arrival, their default week and settings, the teams they belong to, and what administrators changed. It never asks for the reason for leave.',
  'site.kept':
    'Answers, their history and the record of what administrators changed are deleted after {months, plural, one {# month} other {# months}}, and so is what is kept of people who have left. Counts of past days stay, without names.',
  'site.forget':
    'To delete your own data at once, write “{command}” to the bot. Counts of past days keep their numbers, with nothing about you; what you changed as an administrator stays on record under your id for the same time.',
  'site.operator':
    'Your organisation’s operator of the bot runs it, and answers questions about it and about your data.',
  'site.terms': 'Terms of use',
  'site.purpose':
    'The bot is there to plan and count Telework Days, with answers that people give for themselves.',
  'site.no-record': 'Answers and tallies are not an attendance record, and must not be used as one.',
} as const;
