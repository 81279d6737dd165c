/** What people choose for the opening of a poll, and for a reminder that comes at a bad moment. */
export const asking = {
  'command.ask-privately': 'ask me in private',
  'help.ask-privately': 'asks you in a private message, too, when a poll opens',
  'panel.asking': 'When a poll opens',
  'panel.asking-both': 'Asked in private, too',
  'panel.asking-channel': 'Asked in the channel',
  'panel.ask-on': 'Ask me in private',
  'panel.ask-off': 'Only in the channel',
  'asking.on':
    'OK. When a poll opens, I’ll ask you in a private message, too, unless you’ve already answered.',
  'asking.off': 'OK. I’ll only ask in the channel.',
  'asking.reminder': 'If you haven’t answered, you’ll still get a reminder.',
  'asking.change': 'Change this',
  'private-poll.stop': 'Rather not be asked in private?',
  'private-poll.late-button': 'Answer late',
  'reminder.later': 'Remind me later, or never',
  'reminder.snooze': 'In 30 minutes',
  'snooze.at': 'OK, I’ll remind you again at {at}.',
  'snooze.answered': 'No need: you’ve already answered.',
  'snooze.too-late': 'That’s too close to {until}. Please answer now.',
  'snooze.once': 'I can only put a reminder off once. Please answer by {until}.',
} as const;
