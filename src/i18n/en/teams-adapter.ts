/** What only Microsoft Teams needs. */
export const teamsAdapter = {
  'teams-adapter.chat': 'Group chat',
  'teams-adapter.working': 'This is taking longer than usual. Check back in a moment.',
  'teams-adapter.cut': 'There’s more that doesn’t fit here.',
  'teams-adapter.needed': 'Please fill this in.',
  'teams-adapter.confided': 'I’ve answered you in our personal chat.',
  'teams-adapter.not-confided':
    'The answer is just for you, and I can’t message you yet. Add the app for yourself, then write “me” to me there.',
} as const;
