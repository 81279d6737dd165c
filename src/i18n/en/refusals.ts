/** What is wrong with a request and what to do next; why a day is not a working day. */
export const refusals = {
  'refused.example': 'For example: {example}',
  'refused.nearest': 'Did you mean “{nearest}”?',

  'refusal.unknown-command': 'I do not understand “{text}”. The command “{help}” shows what you can type.',
  'refusal.missing-argument': 'Something is missing in that command. Please add it.',
  'refusal.unknown-style': '“{text}” is no work style. Please choose one of: {styles}.',
  'refusal.unknown-date':
    '“{text}” is no date I understand. Please give a date, a weekday, “today” or “tomorrow”.',
  'refusal.unclear':
    'I am not sure what you mean by “{text}”, so I recorded nothing. Please choose your answer, or type it in fewer words.',
  'refusal.unclear-question': 'I am not sure what “{text}” asks. I can show who works how on one day.',
  'refusal.one-day': 'I can show one day at a time. Please name a single day.',
  'refusal.one-week': 'I can show a week at a time. Please name at most seven days.',
  'refusal.no-end': '“{text}” has no last day. Please add until when.',
  'refusal.use-week': 'For every week, please use your default week: it answers for you.',
  'refusal.date-or-time':
    '“{text}” could be a date or the time {time}, so I recorded nothing. Please write a date like 8/10, or a time with a colon.',
  'refusal.impossible-date': 'The date “{text}” does not exist. Please check it.',
  'refusal.reversed-days':
    'The span ends ({until}) before it begins ({from}). Please give the earlier day first.',
  'refusal.too-many-days':
    'A span may have at most {max, plural, one {# day} other {# days}}. Please give a shorter one.',
  'refusal.many-days':
    'That is {count, plural, one {# day} other {# days}}, from {from} to {until}. Nothing is recorded yet: press the button if you mean all of them.',
  'refusal.past-day': '{day} is over. Please choose today or a later day.',
  'refusal.far-day': '{day} is too far ahead. Please give an earlier day.',
  'refusal.not-working-day': '{reason}, so it is no working day. Please choose another day.',
  'refusal.unknown-time': '“{text}” is no time I understand. Please write hours and minutes.',
  'refusal.arrival-not-taken': 'No arrival time goes with “{style}”. Please leave the time out.',
  'refusal.unknown-weekday': '“{text}” is no weekday. Please use mon, tue, wed, thu, fri, sat or sun.',
  'refusal.unknown-setting': 'There is no setting “{text}”. There are: {known}.',
  'refusal.bad-setting': '“{value}” does not fit “{setting}”. {hint}',
  'refusal.window-order':
    'The time to answer must end after it begins: {from} to {until} does not. Please give the earlier time first.',
  'refusal.unknown-zone': '“{text}” is no time zone I know. Please give a city, or a region and a city.',
  'refusal.which-zone': '“{text}” is used in several time zones: {known}. Please write the one you mean.',
  'refusal.unknown-country': '“{text}” is no country I know. Please give its two letters.',
  'refusal.unknown-language': 'I do not speak “{text}”. Please choose one of {languages}.',
  'refusal.unknown-preset':
    'There is no ready-made campaign “{text}”. The command “campaign list” shows them all.',
  'refusal.unknown-campaign': 'There is no campaign “{text}”. The command “campaign list” shows them all.',
  'refusal.no-campaign': 'No campaign is running. Please start one first.',
  'refusal.campaign-ended':
    'The campaign “{name}” was ended, and takes no changes. Please start another one.',
  'refusal.campaign-over':
    'All days of the campaign “{name}” are over: nothing of it is left to change or to take back. Please start another one.',
  'refusal.which-campaign': 'Several campaigns are running or coming: {known}. Please name the one you mean.',
  'refusal.campaign-name':
    'The campaign needs a name of at most {max, number} characters. Please put it in quotation marks.',
  'refusal.campaign-exists': 'There is already a campaign “{name}”. Please choose another name.',
  'refusal.core-outside':
    'The core day {day} is outside the campaign ({from} to {until}). Please choose a day within it.',
  'refusal.no-core-day':
    'A minimum of people on the core day needs a core day, and the campaign has none. Please name one of its days, for example {day}.',
  'refusal.too-few-days':
    'Telework on {need, plural, one {# day} other {# days}} is asked for, and the campaign has {have, plural, one {one day} other {# days}}. Please ask for {have, number} at most.',
  'refusal.too-few-people':
    '{need, plural, one {# person} other {# people}} are asked for on a core day, and the head count is {have, number}. Please ask for {have, number} at most, or correct the head count.',
  'refusal.baseline-inside':
    'The period to compare with ({from} to {until}) has days of the campaign itself. Please choose other days, for example {rightFrom} to {rightUntil}.',
  'refusal.peak-before-window':
    'The peak must end after the time to answer begins ({from}): {peak} does not. Please give a later time, for example {right}.',
  'refusal.no-working-days': 'There is no working day from {from} to {until}. Please give another span.',
  'refusal.day-exists': '{day} is already a Telework Day of this campaign. Nothing needs to be done.',
  'refusal.day-missing': '{day} is no Telework Day of this campaign. The command “{days}” shows them.',
  'refusal.text-too-long':
    'That text is too long: at most {max, plural, one {# character} other {# characters}}. Please shorten it.',
  'refusal.text-control':
    'That text contains characters that cannot be shown. Please type it again without them.',
  'refusal.not-admin': 'Only an administrator of this channel can do that. Please ask one.',
  'refusal.not-org-admin':
    'Campaigns, days off for all teams and all else that concerns the whole organisation are for its administrators only. Please ask one.',
  'refusal.not-channel-maker':
    'Only {name}, who made this channel, or an administrator of the workspace can do that.',
  'refusal.not-workspace-admin': 'Only an administrator of the workspace can do that. Please ask one.',
  'refusal.not-installer':
    'Only {name}, who added me here, or an administrator of the organisation can do that.',
  'refusal.no-admin-set':
    'Nobody is set as an administrator yet. Please ask the people who run this bot to add your id, {id}, to the setting {setting}.',
  'refusal.no-admin-set-no-id':
    'Nobody is set as an administrator yet. Please ask the people who run this bot to add your object id of the directory (Microsoft Entra), which was not told to me, to the setting {setting}.',
  'refusal.not-operator':
    'I do not know who added me here, so only an administrator of the organisation can do that. Please ask one, or remove me and add me again yourself.',
  'refusal.forget-not-yours':
    'This button may have been made for another person, so nothing was deleted. If you want your own data deleted, tell me, and I will ask you in private.',
  'refusal.no-managed-team':
    'You do not administer any of your teams, so I cannot do that for you here. Please ask an administrator of the team’s channel.',
  'refusal.roles-unknown':
    '{platform} does not answer just now, so I cannot tell whether you may do that. Please try again in a minute.',
  'refusal.outsider':
    'Hello! I ask only the people of the organisation that uses me here, and you belong to another one. There is nothing you need to do.',
  'refusal.guest-not-counted':
    'Guests are not counted in this team, so nothing was recorded. An administrator of the channel can change that in the settings.',
  'refusal.names-not-announced':
    'I could not tell the channel that names will be shown, so nothing was changed. Please try again in a minute.',
  'refusal.no-team': 'This only works in a team’s channel. Please use it there.',
  'refusal.no-team-here':
    'This channel is not set up yet, so nothing was recorded. Please ask an administrator of the channel to set it up.',
  'refusal.unknown-group':
    'There is no user group “@{text}” here. Please type a group’s name as Slack shows it, after “who”.',
  'refusal.groups-unsupported': 'User groups cannot be looked up here. Please leave “@{text}” out.',
  'refusal.group-later': 'The group “@{text}” cannot be looked up right now. Please try again in a minute.',
  'refusal.groups-need-names':
    'This team shows counts only, so groups are not counted on their own: two groups that differ by one person would tell that person’s answer. Please look at the whole team.',
  'refusal.group-counts-only': 'Only the counts of the whole team are kept for {day}, not those of a group.',
  'refusal.bind-code':
    'This code is not valid: it may be mistyped, used already, or older than an hour. Please have a new one made with the command “bind” in the other channel.',
  'refusal.bind-not-joined':
    'These two workspaces are not joined. Please ask the operator of the bot to name them in the setting JOINED_ORGANISATIONS.',
  'refusal.bind-alone':
    'A channel can only be bound to one on the other platform, and this bot serves no second platform for your organisation. Please ask the operator of the bot to set up both Slack and Microsoft Teams, and to name them in the setting JOINED_ORGANISATIONS.',
  'refusal.bind-same-platform':
    'The two channels must be on different platforms: one on Slack, one on Microsoft Teams. Please type the code there.',
  'refusal.bind-already':
    'One of the two channels is already bound to another. Please part them first with the command “unbind”.',
  'refusal.bind-poll-open':
    'Today’s poll of this channel still takes answers. Please bind it tomorrow, before the next poll opens.',
  'refusal.not-bound': 'This channel is not bound to another one. To bind it, use the command “bind”.',
  'refusal.poll-unknown': 'I do not know this poll. Please answer with a command.',
  'refusal.poll-over': '{day} is over. Answers are no longer taken.',
  'refusal.book-closed': '{day} is over, and its counts are final. Answers can no longer be corrected.',
  'refusal.called-already':
    'This call was posted at {since} already, and it was not posted a second time. “poll now” brings it down again in the channel; a call with another reason is posted as a new one.',
  'refusal.begins-today':
    '“{text}” is another day, and emergencies and drills begin today, at once. So nothing was started. To ask people on that day, please add it to a campaign. If it belongs to the reason, put the reason in quotation marks.',
  'refusal.emergency-running':
    'An emergency is running: {day}. A drill would take its place and read as an exercise, so it was not started. You can start it once the time to answer of the emergency is over.',
  'refusal.too-late-today':
    'It is too late for a poll today: a poll is open for at least 15 minutes. From midnight on you can open tomorrow’s.',
  'refusal.window-too-short':
    'A poll at short notice is open for at least {minutes} minutes, and until {latest} at the latest. Please add for example “for 2h” or “until 16:00”.',
  'refusal.nothing-to-clear': 'There is no answer to clear. The command “{me}” shows your answers.',
  'refusal.changed-since': 'This has been changed again since, so it can no longer be undone.',
  'refusal.nothing-to-undo': 'This can no longer be undone. Please give the answer you want now.',
  'refusal.unknown-button': 'This button no longer works. Please use a command instead.',
  'refusal.bad-form': 'The entry in “{field}” does not fit. Please correct it and send the form again.',
  'refusal.sending-now': 'The reminders are being sent at this moment. Please try again in a minute.',
  'refusal.try-again': 'Your entry could not be saved. Please try again in a moment.',

  'not-working.weekend': '{day} is at the weekend',
  'not-working.holiday': '{day} is a public holiday ({holiday})',
  'not-working.holiday-unnamed': '{day} is a public holiday',
  'not-working.closed': '{day} is a day off of your organisation',
  'not-working.closed-named': '{day} is a day off of your organisation ({name})',

  'skipped.weekend': '{day} (weekend)',
  'skipped.holiday': '{day} ({holiday})',
  'skipped.holiday-unnamed': '{day} (public holiday)',
  'skipped.closed': '{day} (day off)',
  'skipped.closed-named': '{day} ({name})',
  'refusal.no-own-holiday': 'Your organisation’s calendar has none of these days ({from} – {until}).',
} as const;
