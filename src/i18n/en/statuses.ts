/** A person's day in their status on Slack and Teams. */
export const statuses = {
  'status.heading': 'Your day in your status',
  'status.offer': 'I can show your answer of the day next to your name until the day ends.',
  'status.on': 'It’s on. When you’ve answered for a day, I show it next to your name until the day ends.',
  'status.privacy':
    'Everybody who sees your profile can read it, people of other companies in shared channels too. Leave, business trips and days off show as “{away}”. A status you set yourself stays as it is.',
  'status.now': 'Now it says “{icon} {text}”.',
  'status.none': 'Nothing shows right now.',
  'status.own': 'You’ve set a status yourself, so I’m leaving it alone.',
  'status.refused':
    'I’m not allowed to set yours: your admins, or the kind of your account, don’t permit it.',
  'status.failed': 'I couldn’t set it today. I’ll try again with your next answer.',
  'status.connect':
    'One step is left: allow it in your browser. The link is yours alone and works once, for ten minutes.',
  'status.waiting': 'I need your permission to set it.',
  'status.link': 'Allow it',
  'status.stopped': 'It’s off. What I showed is removed within a minute.',
  'status.unavailable': 'Statuses aren’t switched on here. You can ask the people who run this bot.',
  'status.no-address':
    'That doesn’t work here: the bot has no public web address to which your browser could come back. You can ask the people who run this bot.',
  'status.lost': 'I can’t set your status any more: the permission for it was taken back.',
  'status.choices': 'Your status',
  'status.start': 'Show my day',
  'status.again': 'Allow it again',
  'status.stop': 'Stop showing it',
  'panel.status': 'Day in status',
  'panel.status-on': 'Show day in status',
  'panel.status-off': 'Hide day in status',
  'help.status': 'shows your day in your Slack or Teams status, or stops that',
} as const;
