/** Setting a team up, binding two channels to one team, and trouble with posting. */
export const teams = {
  'names-shown.heading': 'Names will be shown in {team}',
  'names-shown.body':
    'From the next poll on, everybody in this channel sees who answered what: leave and business trips only as “Away”. Earlier polls stay as they are. Until you answer here again, you are neither named nor counted.',
  'welcome.heading': 'Telework Days for {team}',
  'welcome.body':
    'I announce Telework Days here, ask in the morning who works how, and post the tally. One tap is enough to answer.',
  'welcome.next':
    'Next, an administrator checks the settings and starts a campaign: use the buttons, or the commands “setup” and “campaign list”.',
  'welcome.label': 'For administrators of this channel: settings and campaigns. For everyone: help.',
  'welcome.campaigns': 'Campaigns',
  'welcome.help': 'Help',

  'bind.heading': 'A second channel for {team}',
  'bind.type':
    'In a channel on the other platform (Slack or Microsoft Teams), its administrator types this to me within one hour:',
  'bind.command': 'Type there',
  'bind.effect':
    'From then on both channels share one roster, one poll and one tally. The settings of this channel stand; those of the other one are dropped for good. Showing names is switched off. The command “unbind” parts the channels again.',

  'bound.heading': 'This channel belongs to {team} now',
  'bound.body':
    'The next poll, announcement and tally are posted in both channels and count everybody once where your organisation links accounts.',
  'bound.names-off':
    'Names are switched off: the people of the other channel agreed to be named there only, so all polls, past ones too, show counts only. To show names from now on, use the command “{command}”; that is announced in both channels.',
  'bound.dropped':
    'The settings this channel had of its own are dropped; “unbind” does not bring them back. Its past polls stay.',

  'unbound.heading': '{team} is in one channel again',
  'unbound.body':
    'Nothing more is posted or edited in its second channel, and the people there are no longer counted from the next poll on. Answers and tallies so far stay. The settings which the second channel once had do not come back: to make it a team of its own, an administrator types “setup” there.',

  'trouble.heading': 'I cannot post in {team}',
  'trouble.gone':
    'The channel no longer exists, or I was removed from it. Please add me to it again, or to another channel.',
  'trouble.forbidden':
    'I am not allowed to post there. Please add me to the channel, let apps post in it, and then write me any command there. If it goes on, install the app again.',

  'missed.heading': '{team} was not asked',
  'missed.body':
    'I was not running from {from} to {until}, and could not post the poll in time. What people had planned is kept, but it is in no result.',
  'missed.days': 'Without a poll',
  'missed.span': '{count, plural, one {# day} other {# days}}, {span}',
  'missed.next':
    'The command “{command}” with the day shows what was sent and what was not. Please tell the people who run the bot.',

  'shared-channel.heading': '{team} is shared with other organisations',
  'shared-channel.seen':
    'This channel is shared with other organisations. Their people see everything that is posted in it, including the counts of answers; names are never posted.',
  'shared-channel.off': 'I have posted nothing about that there, and polls are switched off in it.',
  'shared-channel.switch-on':
    'To switch polls on anyway, an administrator types “{command}” in the channel, or changes the settings here:',
} as const;
