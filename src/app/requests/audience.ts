import type { MessageBody, MessageKind } from '../../ports/messages';

/** Who may read an answer: everybody in the place it was asked in, or only the person who asked. */
type Audience = 'place' | 'person';

/**
 * Every kind of answer says it, so that a new one is not posted where others read it by oversight. What tells of one
 * person, of several by their names, or of what administrators alone may ask is for the person who asked.
 */
const AUDIENCES: Record<MessageKind, Audience> = {
  announcement: 'place',
  'campaign-announcement': 'place',
  'day-before': 'place',
  poll: 'place',
  'poll-moved': 'place',
  'closing-tally': 'place',
  report: 'place',
  digest: 'person',
  'office-bounds': 'person',
  'names-shown': 'place',
  welcome: 'place',
  invited: 'person',
  installed: 'person',
  reminder: 'person',
  snoozed: 'person',
  'private-poll': 'person',
  'days-form': 'person',
  'days-undone': 'person',
  recorded: 'person',
  cleared: 'person',
  'counted-in': 'person',
  choose: 'person',
  panel: 'person',
  week: 'person',
  'week-form': 'person',
  who: 'person',
  'who-week': 'person',
  tally: 'place',
  days: 'person',
  holidays: 'place',
  'holidays-changed': 'place',
  departments: 'person',
  'departments-changed': 'person',
  'departments-form': 'person',
  // Others than the organisation may read the place.
  'roll-up': 'person',
  'organisation-channel': 'place',
  following: 'person',
  'follow-choose': 'person',
  'reminders-set': 'person',
  status: 'person',
  'status-lost': 'person',
  'asking-set': 'person',
  'language-set': 'person',
  'web-link': 'person',
  'web-signed-out': 'person',
  'forget-ask': 'person',
  forgotten: 'person',
  help: 'place',
  refused: 'place',
  settings: 'place',
  'settings-form': 'place',
  'which-team': 'person',
  campaigns: 'place',
  'campaign-progress': 'person',
  'campaign-changed': 'place',
  'campaign-preview': 'place',
  'campaign-form': 'place',
  'campaign-edit-form': 'person',
  'survey-form': 'person',
  'campaign-import-form': 'person',
  'organiser-figures': 'person',
  'final-report': 'person',
  effects: 'person',
  'effect-form': 'person',
  activity: 'person',
  'activity-form': 'person',
  'activity-imported': 'person',
  deliveries: 'person',
  audit: 'person',
  resent: 'person',
  reminded: 'person',
  'poll-opened': 'place',
  'bind-offer': 'person',
  bound: 'place',
  unbound: 'place',
  trouble: 'person',
  'missed-days': 'person',
  'shared-channel': 'place',
  'survey-question': 'person',
  'survey-thanks': 'person',
  'survey-status': 'place',
  'survey-results': 'person',
  'safety-recorded': 'person',
  'safety-call': 'person',
  'safety-list': 'person',
  'safety-contacts': 'place',
};

/** Whether others in the place must not see an answer. Counts without names are what the poll itself shows. */
export function isConfidential(body: MessageBody): boolean {
  // The button is for who administers the team.
  if (body.kind === 'who') return body.names !== null || body.remind === true;
  if (body.kind === 'who-week') return body.people !== null;
  if (body.kind === 'campaigns') return body.progress !== undefined;
  return AUDIENCES[body.kind] === 'person';
}
