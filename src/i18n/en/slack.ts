/** What only Slack needs: its windows, and the page a browser shows after an install. */
export const slack = {
  'slack.title': 'Telework Days',
  'slack.close': 'Close',
  'slack.previous': 'Back',
  'slack.next': 'More',
  'slack.open': 'Open',
  'slack.more': '… there is more than fits here.',
  'slack.wait': 'One moment, please …',
  'slack.failed': 'That did not work just now. Please try again.',
  'slack.outdated': 'This window is out of date. Please open it again.',
  'slack.install.installed.title': 'Telework Days is installed',
  'slack.install.installed.text': 'Invite it to a channel with /invite, then type /telework setup there.',
  'slack.install.cancelled.title': 'Nothing was installed',
  'slack.install.cancelled.text': 'You have cancelled. Nothing was changed.',
  'slack.install.refused.title': 'This link is no longer valid',
  'slack.install.refused.text':
    'It was used already, is older than ten minutes, or belongs to another browser. Nothing was changed.',
  'slack.install.not-allowed.title': 'This workspace is not served',
  'slack.install.not-allowed.text':
    'The people who run this bot have named the workspaces that may use it, and yours is not one of them. Nothing was kept. If it should be, ask them to add it.',
  'slack.install.failed.title': 'The install did not work',
  'slack.install.failed.text':
    'Slack did not confirm it. Please try again; if it fails again, ask the person who runs this bot.',
  'slack.install.again': 'Install again',
  'slack.install.open': 'Open Slack',
} as const;
