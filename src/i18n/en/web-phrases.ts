/** What people type to see the pages, and to sign out of them. */
export const webPhrases = {
  pages: {
    web: [
      'web',
      'web page',
      'web pages',
      'open web',
      'browser',
      'dashboard',
      'open dashboard',
      'office page',
      'website',
    ],
    'web-sign-out': [
      'web sign-out',
      'web sign out',
      'web logout',
      'web log out',
      'sign out',
      'log out',
      'logout',
    ],
    'web-sign-out-all': [
      'web sign-out all',
      'web sign out all',
      'web sign out everybody',
      'web sign out everyone',
      'sign out everybody',
      'sign out everyone',
    ],
  },
};
