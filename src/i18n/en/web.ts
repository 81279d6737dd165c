/** The link to the pages, and signing out of them. */
export const web = {
  'web.heading': 'Your pages',
  'web.body': 'This link is for you alone. It works once, within the next {minutes, number} minutes.',
  'web.open': 'Open the pages',
  'web.signed-out':
    '{sessions, plural, =0 {You were not signed in on the web.} one {You are signed out on the web.} other {You are signed out on the web, on # devices.}}',
  'web.all-signed-out':
    '{sessions, plural, =0 {Nobody was signed in on the web.} one {One session on the web has ended. Everybody signs in again from the chat.} other {# sessions on the web have ended. Everybody signs in again from the chat.}}',
  'help.web': 'your days and your teams in the browser; “web sign-out” ends it',
  'audit.web-sign-out-all': 'Everybody signed out on the web',
  'refusal.no-pages':
    'The pages have no address yet. Please ask the people who run this bot to set PUBLIC_URL to its https address.',
} as const;
