import type { WorkStyle } from '../../domain/answers/work-style';
import type { SettingKey } from '../../domain/teams/change-settings';

type Table<Meaning extends string> = Record<Meaning, readonly string[]>;

/** What people type in commands, by its meaning. Every phrase is in its folded form (see `fold`). */
export const lexicon = {
  styles: {
    home: [
      'home',
      'at home',
      'home office',
      'wfh',
      'work from home',
      'working from home',
      'work at home',
      'remote',
      'remote work',
      'working remotely',
      'telework',
      'teleworking',
      'telecommute',
    ],
    'home-part': [
      'home part',
      'part home',
      'partly home',
      'home half',
      'half home',
      'home half day',
      'half day home',
      'home first',
      'home first, office later',
    ],
    satellite: ['satellite', 'satellite office', 'coworking', 'co working'],
    mobile: ['mobile', 'mobile work'],
    'off-peak': [
      'off peak',
      'off peak commute',
      'commute later',
      'late commute',
      'staggered',
      'staggered hours',
    ],
    leave: [
      'leave',
      'on leave',
      'annual leave',
      'pto',
      'vacation',
      'on vacation',
      'holiday',
      'on holiday',
      'day off',
    ],
    trip: ['trip', 'business trip', 'on a business trip', 'business travel', 'travel'],
    office: ['office', 'in office', 'in the office', 'at the office', 'to the office', 'on site'],
  },
  /** Words which make a sentence together with a date, before or after it. */
  verbs: {
    clear: ['clear', 'cancel'],
    who: ['who'],
    tally: ['tally', 'count', 'counts', 'result', 'results'],
  },
  /** Words which open a command of their own. */
  heads: {
    help: ['help', '?'],
    me: ['me', 'my days', 'status'],
    week: ['week', 'my week', 'default week', 'usual week'],
    days: ['days', 'telework days', 'calendar'],
    poll: ['poll'],
    remind: ['remind', 'remind me', 'reminder', 'reminders'],
    language: ['language', 'lang'],
    unbind: ['unbind'],
    audit: ['audit', 'audit log', 'audit trail', 'change log'],
    'forget-me': ['forget me', 'delete my data'],
  },
  /** Words after which a person’s own text may stand; a space follows them. */
  textHeads: {
    setup: ['setup', 'set', 'settings', 'config', 'configure'],
    campaign: ['campaign', 'campaigns'],
    drill: ['drill'],
    bind: ['bind'],
  },
  /** What the bot has sent, before or behind a date. */
  deliveries: {
    deliveries: ['deliveries', 'delivery', 'delivery report', 'show deliveries', 'what was sent'],
    resend: [
      'resend',
      'resend failed',
      'resend the failed ones',
      're send',
      're send failed',
      'send failed again',
      'send again',
      'retry failed',
    ],
  },
  /** What follows the word for a campaign. */
  campaigns: {
    list: ['list', 'ls', 'show'],
    use: ['use', 'preset'],
    new: ['new', 'create'],
    'add-day': ['add day', 'add'],
    'remove-day': ['remove day', 'remove', 'delete day'],
    end: ['end', 'stop', 'finish'],
    figures: ['figures', 'export'],
  },
  campaignOptions: {
    core: ['core', 'core day', 'core days'],
    target: ['target', 'goal'],
  },
  settings: {
    window: ['window', 'hours', 'time'],
    tz: ['tz', 'time zone', 'zone'],
    lang: ['lang', 'language', 'locale'],
    country: ['country'],
    weekend: ['weekend', 'weekends', 'rest days'],
    announce: ['announce', 'announcement', 'announcements'],
    'announce-at': ['announce at', 'announce time', 'announcement time', 'announcements at'],
    remind: ['remind', 'reminder', 'reminders', 'remind at'],
    polls: ['polls', 'poll', 'poll days', 'poll on'],
    names: ['names', 'name', 'show names'],
    guests: ['guests', 'guest', 'count guests'],
    commute: ['commute', 'commute minutes'],
    closed: ['closed', 'close', 'closed days', 'holidays'],
    open: ['open', 'open days', 'workdays', 'working days'],
  },
  /** Not scheduled on a weekday, in a default week. */
  dayOff: {
    off: ['off', 'none', 'not scheduled'],
  },
} satisfies Record<string, Table<string>> & { styles: Table<WorkStyle>; settings: Table<SettingKey> };
