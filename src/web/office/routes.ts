import { SECTIONS } from './sections';

/** A route of the pages, and who may ask for it. */
export interface OfficeRoute {
  method: 'get' | 'post';
  path: string;
  /** `anyone`: without a session; `administrators`: what they alone may ask, others are refused. */
  who: 'anyone' | 'everybody' | 'administrators';
  page:
    | 'invite'
    | 'enter'
    | 'today'
    | 'week'
    | 'month'
    | 'trend'
    | 'csv'
    | 'excel'
    | 'all-teams'
    | 'change-teams'
    | 'departments-file'
    | 'people'
    | 'people-file'
    | 'feeds'
    | 'change-feeds'
    | 'tokens'
    | 'make-token'
    | 'revoke-token'
    | 'cards'
    | 'command'
    | 'press'
    | 'submit'
    | 'sign-out';
}

/** Every route of the pages: there is no other. */
export const OFFICE_ROUTES: readonly OfficeRoute[] = [
  { method: 'get', path: '/office/enter/:code', who: 'anyone', page: 'invite' },
  { method: 'post', path: '/office/enter/:code', who: 'anyone', page: 'enter' },
  { method: 'get', path: '/office', who: 'everybody', page: 'today' },
  { method: 'get', path: '/office/week', who: 'everybody', page: 'week' },
  { method: 'get', path: '/office/month', who: 'everybody', page: 'month' },
  { method: 'get', path: '/office/trend', who: 'everybody', page: 'trend' },
  { method: 'get', path: '/office/days.csv', who: 'everybody', page: 'csv' },
  { method: 'get', path: '/office/days.xlsx', who: 'everybody', page: 'excel' },
  { method: 'get', path: '/office/teams', who: 'administrators', page: 'all-teams' },
  { method: 'post', path: '/office/teams', who: 'administrators', page: 'change-teams' },
  { method: 'get', path: '/office/departments.csv', who: 'administrators', page: 'departments-file' },
  { method: 'get', path: '/office/people', who: 'administrators', page: 'people' },
  { method: 'get', path: '/office/people.csv', who: 'administrators', page: 'people-file' },
  { method: 'get', path: '/office/calendar', who: 'everybody', page: 'feeds' },
  { method: 'post', path: '/office/calendar', who: 'everybody', page: 'change-feeds' },
  { method: 'get', path: '/office/tokens', who: 'everybody', page: 'tokens' },
  { method: 'post', path: '/office/tokens', who: 'everybody', page: 'make-token' },
  { method: 'post', path: '/office/tokens/revoke', who: 'everybody', page: 'revoke-token' },
  ...SECTIONS.filter(({ asks }) => asks).map(
    ({ path, who }): OfficeRoute => ({ method: 'get', path, who, page: 'cards' }),
  ),
  { method: 'post', path: '/office/command', who: 'everybody', page: 'command' },
  { method: 'post', path: '/office/press', who: 'everybody', page: 'press' },
  { method: 'post', path: '/office/submit', who: 'everybody', page: 'submit' },
  { method: 'post', path: '/office/sign-out', who: 'everybody', page: 'sign-out' },
];
