import type { TermKey } from '../../domain/campaigns/change-terms';
import type { SettingKey } from '../../domain/teams/change-settings';

/** What people type to set a team up, and to see what was sent: a part of the lexicon. */
export const setupLexicon = {
  campaignTerms: {
    days: ['days', 'telework days'],
    core: ['core', 'core day', 'core days'],
    target: ['target', 'goal'],
    category: ['category', 'as'],
    supporting: ['supporting', 'support'],
    'minimum-days': ['minimum days', 'min days'],
    'minimum-core-people': ['minimum core people', 'minimum people', 'min people'],
    'measures-effects': ['measures effects', 'effects'],
    window: ['window', 'hours'],
    peak: ['peak', 'peak end', 'peak until'],
    baseline: ['baseline', 'compared with'],
    headcount: ['headcount', 'head count', 'staff'],
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
    'in-office': ['in office', 'people in office', 'office capacity'],
    digest: ['digest', 'weekly digest', 'week ahead'],
    names: ['names', 'name', 'show names'],
    safety: ['safety', 'safety check', 'safety question'],
    guests: ['guests', 'guest', 'count guests'],
    'commute-cost': ['commute cost', 'fare', 'travel cost'],
    commute: ['commute', 'commute minutes'],
    closed: ['closed', 'close', 'closed days', 'holidays'],
    open: ['open', 'open days', 'workdays', 'working days'],
  },
  surveys: {
    use: ['use'],
    off: ['off', 'stop', 'none'],
    results: ['results', 'result'],
    day: ['day', 'daily', 'each day'],
  },
  safety: { contacts: ['safety contacts', 'safety contact'] },
} satisfies Record<string, Readonly<Record<string, readonly string[]>>> & {
  campaignTerms: Record<TermKey, readonly string[]>;
  settings: Record<SettingKey, readonly string[]>;
};
