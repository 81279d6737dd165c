/** What is wrong with a request and what to do next; why a day is not a working day. */
export const refusals = {
  'refused.example': 'For example: {example}',
  'refused.nearest': 'Did you mean “{nearest}”?',

  'refusal.unknown-command': 'Sorry, I didn’t get “{text}”. Type “{help}” to see what I understand.',
  'refusal.missing-argument': 'That command is missing something.',
  'refusal.unknown-style': 'I don’t know “{text}” as a work style. Choose one of: {styles}.',
  'refusal.unknown-date': 'I couldn’t read “{text}” as a date. Try a date, a weekday, “today” or “tomorrow”.',
  'refusal.unclear':
    'I’m not sure what you mean by “{text}”, so I didn’t save anything. Pick your answer, or try fewer words.',
  'refusal.unclear-question':
    'I’m not sure what you’re asking with “{text}”. I can show who’s where on one day.',
  'refusal.one-day': 'I can show one day at a time. Which one?',
  'refusal.one-week': 'I can show a week at a time. Name up to seven days.',
  'refusal.no-end': 'I don’t know how long “{text}” lasts. Add until when.',
  'refusal.use-week': 'For every week, use your usual week: it answers for you.',
  'refusal.date-or-time':
    '“{text}” could be a date or the time {time}, so I didn’t save anything. Write a date like 8/10, or a time with a colon.',
  'refusal.impossible-date': '“{text}” isn’t a date. Please check it.',
  'refusal.reversed-days': 'That ends ({until}) before it starts ({from}). Put the earlier day first.',
  'refusal.too-many-days':
    'That’s too long: I can take up to {max, plural, one {# day} other {# days}}. Try a shorter span.',
  'refusal.many-days':
    'That’s {count, plural, one {# day} other {# days}}, from {from} to {until}. I haven’t saved anything yet. Press the button if you mean all of them.',
  'refusal.past-day': '{day} has passed. Pick today or a later day.',
  'refusal.far-day': '{day} is too far ahead. Pick an earlier day.',
  'refusal.not-working-day': '{reason}, so it isn’t a working day. Pick another day.',
  'refusal.unknown-time': 'I couldn’t read “{text}” as a time. Write hours and minutes.',
  'refusal.arrival-not-taken': '“{style}” doesn’t take a time. Leave it out.',
  'refusal.unknown-weekday':
    'I couldn’t read “{text}” as a weekday. Use mon, tue, wed, thu, fri, sat or sun.',
  'refusal.unknown-setting': 'I don’t know a setting “{text}”. There are: {known}.',
  'refusal.bad-setting': '“{value}” doesn’t work for “{setting}”. {hint}',
  'refusal.window-order':
    'A poll has to close after it opens, so {from} to {until} doesn’t work. Put the earlier time first.',
  'refusal.unknown-zone': 'I don’t know the time zone “{text}”. Give a city, or a region and a city.',
  'refusal.which-zone': '“{text}” means several time zones: {known}. Which one?',
  'refusal.unknown-country': 'I don’t know the country “{text}”. Give its two letters.',
  'refusal.unknown-language': 'I can’t speak “{text}” yet. Choose one of {languages}.',
  'refusal.unknown-preset':
    'I don’t know a ready-made campaign “{text}”. Type “campaign list” to see them all.',
  'refusal.unknown-campaign': 'I don’t know a campaign “{text}”. Type “campaign list” to see them all.',
  'refusal.no-campaign': 'There’s no campaign running. Start one first.',
  'refusal.campaign-ended': '“{name}” was ended, so it can’t be changed. Start a new campaign.',
  'refusal.campaign-over':
    'All days of “{name}” are over, so there’s nothing left to change or undo. Start a new campaign.',
  'refusal.which-campaign': 'There are several campaigns: {known}. Which one?',
  'refusal.campaign-name': 'A campaign needs a name of up to {max, number} characters, in quotation marks.',
  'refusal.campaign-exists': 'There’s already a campaign “{name}”. Pick another name.',
  'refusal.core-outside':
    'The core day, {day}, is outside the campaign ({from} to {until}). Pick a day within it.',
  'refusal.no-core-day':
    'You asked for a minimum of people on the core day, but the campaign doesn’t have one. Pick one of its days, such as {day}.',
  'refusal.too-few-days':
    'You asked for telework on {need, plural, one {# day} other {# days}}, but the campaign has {have, plural, one {one day} other {# days}}. Ask for {have, number} at most.',
  'refusal.too-few-people':
    'You asked for {need, plural, one {# person} other {# people}} on a core day, but the headcount is {have, number}. Ask for {have, number} at most, or correct the headcount.',
  'refusal.baseline-inside':
    'The days to compare with ({from} to {until}) include days of the campaign. Pick other days, such as {rightFrom} to {rightUntil}.',
  'refusal.peak-before-window':
    'The peak has to end after the poll opens ({from}), so {peak} doesn’t work. Pick a later time, such as {right}.',
  'refusal.no-working-days': 'There aren’t any working days from {from} to {until}. Pick other days.',
  'refusal.day-exists': '{day} is already a Telework Day of this campaign.',
  'refusal.day-missing': '{day} isn’t a Telework Day of this campaign. Type “{days}” to see them.',
  'refusal.text-too-long':
    'That’s too long: up to {max, plural, one {# character} other {# characters}}, please.',
  'refusal.text-control': 'Some of those characters can’t be shown. Type it again without them.',
  'refusal.not-admin': 'Only admins of this channel can do that. Please ask one.',
  'refusal.not-org-admin':
    'Only admins of the organisation can change campaigns, days off for all teams and everything else that affects the whole organisation. Please ask one.',
  'refusal.not-channel-maker':
    'Only {name}, who created this channel, or an admin of the workspace can do that.',
  'refusal.not-workspace-admin': 'Only admins of the workspace can do that. Please ask one.',
  'refusal.not-installer': 'Only {name}, who added me here, or an admin of the organisation can do that.',
  'refusal.no-admin-set':
    'I don’t have an admin yet. Ask the people who run this bot to add your ID, {id}, to the setting {setting}.',
  'refusal.no-admin-set-no-id':
    'I don’t have an admin yet. Ask the people who run this bot to add your object ID from the directory (Microsoft Entra) to the setting {setting}. I wasn’t told that ID.',
  'refusal.not-operator':
    'I don’t know who added me here, so only an admin of the organisation can do that. Ask one, or remove me and add me again yourself.',
  'refusal.forget-not-yours':
    'This button may have been made for someone else, so I didn’t delete anything. If you want your own data deleted, tell me, and I’ll ask you in private.',
  'refusal.no-managed-team':
    'You’re not an admin of any of your teams, so I can’t do that for you here. Ask an admin of the team’s channel.',
  'refusal.roles-unknown':
    '{platform} isn’t answering, so I can’t tell whether you may do that. Try again in a minute.',
  'refusal.outsider':
    'Hello! I only ask people of the organisation that uses me here, so you don’t need to do anything.',
  'refusal.guest-not-counted':
    'This team doesn’t include guests, so I didn’t save anything. An admin of the channel can change that in the settings.',
  'refusal.names-not-announced':
    'I couldn’t tell the channel that names will be shown, so I didn’t change anything. Try again in a minute.',
  'refusal.no-team': 'That only works in a team’s channel. Try it there.',
  'refusal.no-team-here':
    'This channel isn’t set up yet, so I didn’t save anything. Ask an admin of the channel to set it up.',
  'refusal.unknown-group':
    'I can’t find a user group “@{text}”. Type its name as Slack shows it, after “who”.',
  'refusal.groups-unsupported': 'I can’t look up user groups here. Leave out “@{text}”.',
  'refusal.group-later': 'I can’t look up “@{text}” right now. Try again in a minute.',
  'refusal.groups-need-names':
    'This team shows counts only, so I can’t count groups: two groups that differ by one person would reveal that person’s answer. You can see the whole team instead.',
  'refusal.group-counts-only': 'For {day}, only the counts of the whole team are kept.',
  'refusal.bind-code':
    'That code doesn’t work. It may have a typo, or it was used, or it’s over an hour old. Type “bind” in the other channel to get a new one.',
  'refusal.bind-not-joined':
    'These two workspaces aren’t joined. Ask the people who run this bot to add them to the setting JOINED_ORGANISATIONS.',
  'refusal.bind-alone':
    'A channel can only be linked to one on the other platform, and your organisation uses this bot on one platform only. Ask the people who run it to set up both Slack and Microsoft Teams, and to add them to the setting JOINED_ORGANISATIONS.',
  'refusal.bind-same-platform':
    'Both channels are on the same platform. Type the code in a channel on the other one: Slack or Microsoft Teams.',
  'refusal.bind-already': 'One of the two channels is already linked. Unlink it first with “unbind”.',
  'refusal.bind-poll-open':
    'Today’s poll in this channel is still open. Link it tomorrow, before the next poll opens.',
  'refusal.not-bound': 'This channel isn’t linked to another one. Type “bind” to link it.',
  'refusal.poll-unknown': 'I don’t know this poll. Type your answer instead.',
  'refusal.poll-over': '{day} is over, so you can’t answer any more.',
  'refusal.book-closed': 'The counts of {day} are final, so its answers can’t be corrected any more.',
  'refusal.called-already':
    'I already posted this call at {since}, so I didn’t post it again. “poll now” brings it back down in the channel. Give another reason to post a new one.',
  'refusal.begins-today':
    '“{text}” is another day, and emergencies and drills begin today, at once. So nothing was started. To ask people on that day, please add it to a campaign. If it belongs to the reason, put the reason in quotation marks.',
  'refusal.emergency-running':
    'There’s an emergency running: {day}. A drill would replace it and look like an exercise, so I didn’t start one. You can start it once the emergency’s poll has closed.',
  'refusal.too-late-today':
    'It’s too late to start a poll today: it needs at least 15 minutes. From midnight on you can open tomorrow’s.',
  'refusal.no-open-poll': 'No poll is open right now, so there’s nobody to remind.',
  'refusal.too-many-follows': 'You can follow {max} people at most. Stop following someone first.',
  'refusal.window-too-short':
    'A short-notice poll is open for at least {minutes} minutes, and until {latest} at the latest. Add “for 2h” or “until 16:00”, for example.',
  'refusal.nothing-to-clear': 'You have no answer to remove. Type “{me}” to see your answers.',
  'refusal.changed-since': 'This has changed again since, so it can’t be undone.',
  'refusal.nothing-to-undo': 'This can’t be undone any more. Give the answer you want now.',
  'refusal.unknown-button': 'This button doesn’t work any more. Type a command instead.',
  'refusal.bad-form': '“{field}” doesn’t work like that. Correct it and send the form again.',
  'refusal.sending-now': 'Reminders are going out right now. Try again in a minute.',
  'refusal.try-again': 'I couldn’t save that. Try again in a moment.',

  'not-working.weekend': '{day} is a weekend',
  'not-working.holiday': '{day} is a public holiday ({holiday})',
  'not-working.holiday-unnamed': '{day} is a public holiday',
  'not-working.closed': '{day} is a company holiday',
  'not-working.closed-named': '{day} is a company holiday ({name})',

  'skipped.weekend': '{day} (weekend)',
  'skipped.holiday': '{day} ({holiday})',
  'skipped.holiday-unnamed': '{day} (public holiday)',
  'skipped.closed': '{day} (day off)',
  'skipped.closed-named': '{day} ({name})',
  'refusal.no-own-holiday': 'Your organisation’s calendar doesn’t have any of these days ({from} – {until}).',
} as const;
