/** What only Slack needs: its windows, and the page a browser shows after an install. */
export const slack = {
  'slack.title': 'Telework Days',
  'slack.close': 'Close',
  'slack.previous': 'Back',
  'slack.next': 'More',
  'slack.yes': 'Yes',
  'slack.open': 'Open',
  'slack.more': '… and more that doesn’t fit here.',
  'slack.wait': 'Just a moment …',
  'slack.failed': 'Something went wrong. Please try again.',
  'slack.outdated': 'This window is out of date. Please open it again.',
  'slack.install.installed.title': 'Telework Days is installed',
  'slack.install.installed.text': 'Invite it to a channel with /invite, then type /telework setup there.',
  'slack.install.cancelled.title': 'Nothing was installed',
  'slack.install.cancelled.text': 'You cancelled, so nothing changed.',
  'slack.install.refused.title': 'This link doesn’t work any more',
  'slack.install.refused.text':
    'It was used already, is over ten minutes old, or belongs to another browser. Nothing changed.',
  'slack.install.not-allowed.title': 'Your workspace can’t use this bot',
  'slack.install.not-allowed.text':
    'The people who run this bot decide which workspaces may use it, and yours isn’t one of them. Nothing was kept. You can ask them to add it.',
  'slack.install.failed.title': 'The install didn’t work',
  'slack.install.failed.text':
    'Slack didn’t confirm it. Please try again. Still stuck? Ask the people who run this bot.',
  'slack.install.again': 'Install again',
  'slack.install.open': 'Open Slack',
  'slack.status.connected.title': 'You’re all set',
  'slack.status.connected.text':
    'From now on your answer of the day shows in your Slack status. “status off” in Slack ends it.',
  'slack.status.cancelled.title': 'Nothing was changed',
  'slack.status.cancelled.text': 'You cancelled, so your status stays as it is.',
  'slack.status.refused.title': 'This link doesn’t work any more',
  'slack.status.refused.text':
    'It was used already, or is over ten minutes old. Ask for a new one in Slack: type “status on”.',
  'slack.status.other.title': 'This link belongs to somebody else',
  'slack.status.other.text':
    'It was made for another person or another workspace. Nothing was kept. Ask for your own in Slack: type “status on”.',
  'slack.status.failed.title': 'That didn’t work',
  'slack.status.failed.text':
    'Slack didn’t confirm it. Please ask for a new link in Slack: type “status on”.',
} as const;
