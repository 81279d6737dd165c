/** What one person sees of their own: the panel, the default week, preferences and the deletion of data. */
export const people = {
  'panel.heading': 'Hi {name}',
  'panel.intro':
    'I ask on the morning of each Telework Day how you work, and post your team’s tally. One tap is enough to answer.',
  'panel.none': 'Nothing coming up.',
  'panel.no-team': 'I know of no team of yours yet. Please write to me once in your team’s channel.',
  'panel.more-days':
    '{count, plural, one {One more day is} other {# more days are}} coming: “{command}” lists them.',
  'panel.asked-by': '{answer} ({teams})',
  'panel.days': 'Coming up',
  'panel.unanswered': 'No answer yet',
  'panel.usual': 'No answer yet (usually {choice})',
  'panel.late': '{choice} (late)',
  'panel.change': 'Another day, or a change',
  'panel.teams': 'Your teams today',
  'panel.no-poll': 'No poll today',
  'which-team.heading': 'For which team?',
  'which-team.body':
    'You administer several teams. Choose one to see its settings; for anything else, please write to me in its channel.',
  'which-team.more':
    '{count, plural, one {One more team is} other {# more teams are}} not shown: please use the channel there.',
  'panel.manage': 'Team settings',
  'panel.week': 'Usual week',
  'panel.week-empty': 'Not set',
  'panel.language': 'Language',
  'panel.reminders': 'Reminders',
  'panel.on': 'On',
  'panel.off': 'Off',
  'panel.settings': 'Preferences',
  'panel.edit-week': 'Edit usual week',
  'panel.remind-on': 'Turn reminders on',
  'panel.remind-off': 'Turn reminders off',
  'panel.help': 'Help',
  'panel.languages': 'Language',

  'week.heading': 'Your default week',
  'week.saved': 'Your default week has been saved',
  'week.today': 'It holds for today already: {day}: {choice}.',
  'week.today-answered': 'You have answered for today, and that stays: {day}: {choice}.',
  'week.today-none': 'Your default answer for today, {day}, has been taken back.',
  'week.deleted': 'Your default week has been deleted',
  'week.empty': 'No default week is set.',
  'week.body': 'It answers for you when a poll opens. You can still change the day’s answer.',
  'week.deleted-body': 'From now on nothing is answered for you when a poll opens.',
  'week.none': 'Nothing set',
  'week.edit': 'To change it, press the button, or use a command such as “{example}” or “{clear}”.',
  'week.form': 'How do you usually work?',

  'form.save': 'Save',

  'reminders.on': 'Reminders are on. You get one only when you have not answered.',
  'reminders.off': 'Reminders are off. The command “{command}” turns them on again.',

  'language.set': 'The bot now speaks English to you.',

  'forget.heading': '{name}: delete your data?',
  'forget.body':
    'This deletes your profile, your settings, your history and all your answers. It cannot be undone. You are then not counted, reminded or named, until you press a button or use a command again. Tallies of past days keep their numbers, with nothing about you. What you changed as an administrator stays on record under your id for {months, plural, one {# month} other {# months}}.',
  'forget.again':
    'This deletes the data of {name}, and of nobody else. Please press once more if that is what you want.',
  'forget.label': 'Delete everything about you? This cannot be undone.',
  'forget.button': 'Delete my data',
  'forget.done': 'Your data has been deleted.',
  'forget.done-body':
    'You are not counted, reminded or named, until you press a button or use a command again. Tallies of past days keep their numbers, with nothing about you. What you changed as an administrator stays on record under your id for {months, plural, one {# month} other {# months}}.',
} as const;
