import type { TermKey } from '../../domain/campaigns/change-terms';
import type { SettingKey } from '../../domain/teams/change-settings';

/** What people type to set a team up: a part of the lexicon. */
export const setupLexicon = {
  campaignTerms: {
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
    safety: ['safety', 'safety check', 'safety question'],
    guests: ['guests', 'guest', 'count guests'],
    'commute-cost': ['commute cost', 'fare', 'travel cost'],
    commute: ['commute', 'commute minutes'],
    closed: ['closed', 'close', 'closed days', 'holidays'],
    open: ['open', 'open days', 'workdays', 'working days'],
  },
  safety: { contacts: ['safety contacts', 'safety contact'] },
} satisfies {
  campaignTerms: Record<TermKey, readonly string[]>;
  settings: Record<SettingKey, readonly string[]>;
  safety: Record<'contacts', readonly string[]>;
};
