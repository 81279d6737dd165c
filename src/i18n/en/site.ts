/** The page that the bot's web address shows to everyone. */
export const site = {
  'site.title': 'Telework Days bot',
  'site.what':
    'This bot announces Telework Days in Slack and Microsoft Teams, asks each team in the morning where they’re working, and posts the tally.',
  'site.languages': 'Languages',
  'site.privacy': 'Privacy',
  'site.stored':
    'It stores each person’s ID, name, language and time zone as the chat platform gives them, their answers with the work style and arrival time, their usual week and preferences, the teams they belong to, and what admins changed. It never asks why someone is on leave.',
  'site.kept':
    'Answers, their history and the record of what admins changed are deleted after {months, plural, one {# month} other {# months}}, and so is what’s kept about people who have left. Counts of past days stay, without names.',
  'site.forget':
    'To delete your own data right away, write “{command}” to the bot. Counts of past days stay, with nothing about you; changes you made as an admin stay on record under your ID for the same time.',
  'site.operator':
    'The people in your organisation who run the bot answer questions about it and about your data.',
  'site.terms': 'Terms of use',
  'site.purpose':
    'The bot is for planning and counting Telework Days, with answers that people give for themselves.',
  'site.no-record': 'Answers and tallies aren’t an attendance record and mustn’t be used as one.',

  'site.setup-title': 'Set up the bot',
  'site.setup-what':
    'What’s set and what’s missing, in the environment and the file {file} as they are now. Values are never shown. Restart the bot after a change.',
  'site.setup-setting': 'Setting',
  'site.setup-state': 'State',
  'site.setup-set': 'Set',
  'site.setup-missing': 'Missing',
  'site.setup-wrong': 'Wrong',
  'site.setup-slack': 'Next, copy what’s missing from the app’s settings in Slack into {file}.',
  'site.setup-teams': 'Next, copy what’s missing from the bot’s page in Azure into {file}.',
  'site.setup-ready': 'Everything is set. Next, restart the bot and add it to a channel.',
  'site.setup-open-slack': 'Open Slack’s app settings',
  'site.setup-open-teams': 'Open the Azure portal',
  'site.setup-doctor': 'What the check says',
  'site.setup-fine': 'Nothing is wrong here.',
  'site.setup-network':
    '“{command}” also checks what takes the network: tokens, permissions and the address.',
} as const;
