/** Setting a team up, binding two channels to one team, and trouble with posting. */
export const teams = {
  'names-shown.heading': 'Names will be shown in {team}',
  'names-shown.body':
    'From the next poll on, everyone in this channel sees who answered what. Leave and business trips show only as “Away”. Earlier polls stay as they are. You’re named and counted once you answer here again.',
  'welcome.heading': 'Hi, I’m Telework Days for {team}',
  'welcome.body':
    'I announce Telework Days, ask in the morning where everyone’s working, and share the tally. One tap to answer.',
  'welcome.next': 'Admins: open today’s poll right away, or choose the days on which I ask.',
  'welcome.label': 'Polls, days and settings are for this channel’s admins. Help is for everyone.',
  'welcome.help': 'Help',

  'first.what':
    'I ask people in the morning where they’re working today, and post the counts. One tap to answer.',
  'first.label': 'First steps',
  'first.poll-now': 'Poll now',
  'first.days': 'Choose days',
  'first.add':
    'Next, add me to a channel or group chat. I’ll say hello there and send you the buttons for the first poll.',
  'invited.heading': 'Thanks for adding me to {team}',
  'invited.next':
    'Next, I ask there by myself on Telework Days. Choose the days, or open today’s first poll right away.',
  'invited.waits':
    'Next, an admin of {team} chooses the days or opens the first poll, with the buttons below my hello in the channel.',
  'installed.heading': 'Hi, I’m Telework Days',

  'bind.heading': 'Link a second channel to {team}',
  'bind.type':
    'In the other platform’s channel (Slack or Microsoft Teams), an admin types this to me within an hour:',
  'bind.command': 'Type there',
  'bind.effect':
    'From then on, both channels share one roster, one poll and one tally. This channel’s settings apply; the other channel’s settings are deleted. Names are turned off. “unbind” unlinks the channels again.',

  'bound.heading': 'This channel is now linked to {team}',
  'bound.body':
    'I’ll post the next poll, announcement and tally in both channels. People with an account on both count once where your organisation links accounts.',
  'bound.names-off':
    'Names are now off: people in the other channel agreed to be named there only. All polls, past ones too, show counts only. Type “{command}” to show names from now on; I’ll announce that in both channels.',
  'bound.dropped':
    'This channel’s own settings are deleted, and “unbind” won’t bring them back. Its past polls stay.',

  'unbound.heading': '{team} is in one channel again',
  'unbound.body':
    'I won’t post or edit anything in its second channel, and from the next poll on the people there aren’t counted. Answers and tallies so far stay. The second channel’s old settings don’t come back. To make it a team of its own, an admin types “setup” there.',

  'trouble.heading': 'I can’t post in {team}',
  'trouble.gone':
    'The channel is gone, or I was removed from it. Please add me back, or add me to another channel.',
  'trouble.forbidden':
    'I’m not allowed to post there. Please add me to the channel, let apps post in it, then type any command there. Still stuck? Reinstall the app.',

  'missed.heading': '{team} wasn’t asked',
  'missed.body':
    'I was down from {from} to {until} and couldn’t post the poll in time. People’s plans are kept, but they aren’t in any result.',
  'missed.days': 'Days without a poll',
  'missed.span': '{count, plural, one {# day} other {# days}}, {span}',
  'missed.next':
    'Type “{command}” with the day to see what was sent and what wasn’t. Please let the people who run the bot know.',

  'shared-channel.heading': '{team} is shared with other organisations',
  'shared-channel.seen':
    'This channel is shared with other organisations. Their people see everything posted in it, including counts. I never post names here.',
  'shared-channel.off': 'I haven’t posted about this in the channel, and polls there are off.',
  'shared-channel.switch-on':
    'Want polls anyway? An admin can type “{command}” in the channel, or change the settings here:',
} as const;
