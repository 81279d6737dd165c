/** What one person sees of their own: the panel, the default week, preferences and the deletion of data. */
export const people = {
  'panel.heading': 'Hi {name}',
  'panel.intro':
    'On the morning of each Telework Day I ask where you’re working, then post your team’s tally. One tap is all it takes.',
  'panel.none': 'Nothing coming up.',
  'panel.no-team': 'I don’t know your team yet. Write to me once in your team’s channel.',
  'panel.more-days':
    '{count, plural, one {# more day} other {# more days}} coming up. Type “{command}” to see them all.',
  'panel.asked-by': '{answer} ({teams})',
  'panel.days': 'Coming up',
  'panel.unanswered': 'No answer yet',
  'panel.usual': 'No answer yet (usually {choice})',
  'panel.late': '{choice} (late)',
  'panel.change': 'Other days and changes',
  'panel.teams': 'Your teams today',
  'panel.no-poll': 'No poll today',
  'which-team.heading': 'Which team?',
  'which-team.body':
    'You’re an admin of several teams. Pick one to see its settings. For everything else, write to me in its channel.',
  'which-team.more':
    '{count, plural, one {One more team isn’t} other {# more teams aren’t}} shown. Write to me in the channel there.',
  'panel.manage': 'Team settings',
  'panel.week': 'Usual week',
  'panel.week-empty': 'Not set',
  'panel.reminders': 'Reminders',
  'panel.on': 'On',
  'panel.off': 'Off',
  'panel.settings': 'Preferences',
  'panel.edit-week': 'Edit usual week',
  'panel.remind-on': 'Turn reminders on',
  'panel.remind-off': 'Turn reminders off',
  'panel.help': 'Help',
  'panel.languages': 'Language',

  'week.heading': 'Your usual week',
  'week.saved': 'Your usual week is saved',
  'week.today': 'It already applies today. {day}: {choice}.',
  'week.today-answered': 'You’d already answered for today, so that stays. {day}: {choice}.',
  'week.today-none': 'It no longer answers for today ({day}).',
  'week.deleted': 'Your usual week is deleted',
  'week.empty': 'You haven’t set a usual week.',
  'week.body': 'I’ll answer for you when a poll opens. You can change your answer any day.',
  'week.deleted-body': 'I won’t answer for you any more when a poll opens.',
  'week.none': 'Not set',
  'week.form': 'Your usual week',

  'form.save': 'Save',

  'reminders.on': 'Reminders are on. You’ll only get one when you haven’t answered.',
  'reminders.off': 'Reminders are off. Type “{command}” to turn them back on.',

  'language.set': 'OK, English it is.',

  'forget.heading': '{name}: delete your data?',
  'forget.body':
    'This deletes your profile, your settings, your history and all your answers. It can’t be undone. After that, I won’t count, remind or name you until you press a button or type a command again. Past totals stay, with nothing about you. Changes you made as an admin stay on record under your ID for {months, plural, one {# month} other {# months}}.',
  'forget.again': 'This deletes the data of {name} only. Press once more if that’s what you want.',
  'forget.label': 'Delete everything about you? This can’t be undone.',
  'forget.button': 'Delete my data',
  'forget.done': 'Your data is deleted',
  'forget.done-body':
    'I won’t count, remind or name you until you press a button or type a command again. Past totals stay, with nothing about you. Changes you made as an admin stay on record under your ID for {months, plural, one {# month} other {# months}}.',
} as const;
