/** A day from its announcement over the poll and the reminder to the closing tally. */
export const polls = {
  'day.heading.telework': 'Telework Day: {day}',
  'day.heading.core': 'Telework Day (core day): {day}',
  'day.heading.drill': 'Telework drill: {day}',
  'day.heading.workday': 'Work styles: {day}',
  'day.type': 'Type of day',
  'day.type.telework': 'Telework Day (not the core day)',
  'day.type.core': 'Core day',
  'day.type.drill': 'Telework drill',
  'day.type.workday': 'Workday',
  'day.campaign': 'Campaign',
  'day.reason': 'Reason',
  'day.window': 'When to answer',
  'day.core-mark': '{day} (core day)',
  'day.drill-mark': '{day} (drill)',

  'days.heading': 'Telework Days',
  'days.none':
    'No Telework Days are planned. An administrator can start a campaign with the command “campaign list”.',
  'days.row': '{answer} ({window})',

  'announcement.today': 'Today, {day}, is a Telework Day. Please say how you are working.',
  'announcement.tomorrow': 'Tomorrow, {day}, is a Telework Day. Please say how you plan to work.',
  'announcement.coming': '{day} is a Telework Day. Please say how you plan to work.',
  'announcement.core': 'It is the core day: please telework if you can.',
  'announcement.planned': 'Already planned',
  'announcement.withdrawn-heading': 'No longer a Telework Day: {day}',
  'announcement.withdrawn': '{day} is no longer a Telework Day. No answer is needed.',

  'poll.planned': 'The poll opens at {from}. You can already answer.',
  'poll.open': 'Please say how you are working today by {until}.',
  'poll.late': 'The time to answer ended at {until}. Answers are taken until midnight and shown as late.',
  'poll.over': 'This day is over. Answers are no longer taken.',
  'poll.none': 'There is no poll on this day. The command “{days}” lists the coming Telework Days.',
  'poll.empty': 'No answers yet. Be the first.',
  'poll.opened': 'The poll is open: {day}',
  'poll.opened-next': 'It has been posted in the channel. The time to answer is {window}.',
  'poll.opened-coming':
    'It will be posted in the channel as soon as the chat platform takes it; the command “{command}” shows when it was. The time to answer is {window}.',
  'poll.moved': 'Posted again: {day}',
  'poll.moved-next': 'This poll was posted again. Please answer in the new message below.',

  'closing.heading': 'Result: {day}',
  'closing.compared': 'Compared with the last Telework Day, {day}',
  'closing.figure': 'Figure',
  'closing.difference': 'Difference',
  'closing.target': 'Target',
  'closing.target-reached': '{target} teleworking: reached',
  'closing.target-missed': '{target} teleworking: not reached',
  'closing.late': 'Late answers are counted until midnight.',
  'closing.over': 'This is the final result.',

  'reminder.heading': 'Reminder: {day}',
  'reminder.body':
    'We have no answer from you for today yet. Please answer by {until}. If you have just done so, please ignore this.',
  'reminder.stop': 'No reminders wanted? Press the button, or use the command “{command}”.',
  'reminder.stop-button': 'Stop reminders',
} as const;
