/** What only Microsoft Teams needs. */
export const teamsAdapter = {
  'teams-adapter.chat': 'Group chat',
  'teams-adapter.working': 'This takes longer than usual. Please look again in a moment.',
  'teams-adapter.cut': 'There is more than fits here.',
  'teams-adapter.needed': 'Please fill this in.',
  'teams-adapter.confided': 'I have answered you in our personal chat.',
  'teams-adapter.not-confided':
    'The answer is for you alone, and I cannot write to you yet. Please add the app for yourself, then write “me” to me there.',
} as const;
