import type { Intent } from '../../app/intent';
import type { Office, Visit } from '../../app/office';
import type { OfficeText } from './words';

/** A part of the pages that the head of each page leads to. */
export interface Section {
  path: string;
  title: OfficeText;
  /** Whose it is. Others are not shown the way, and each question of it is judged again. */
  who: 'everybody' | 'administrators';
  /** What is asked of the bot, as in the chat, and shown one below the other; absent: a page of its own. */
  asks?: readonly Intent[];
  /** Said below; it may name `months`, for which answers are kept. */
  note?: OfficeText;
}

/** The sections in order. */
export const SECTIONS: readonly Section[] = [
  { path: '/office', title: 'office.today', who: 'everybody' },
  { path: '/office/week', title: 'office.week', who: 'everybody' },
  { path: '/office/month', title: 'office.month', who: 'everybody' },
  { path: '/office/trend', title: 'office.trend', who: 'everybody' },
  {
    path: '/office/campaign',
    title: 'office.campaign',
    who: 'administrators',
    asks: [
      { kind: 'campaign-show', campaign: null },
      { kind: 'campaign-report', campaign: null },
      { kind: 'effects', campaign: null },
      { kind: 'survey-results' },
      { kind: 'activity', of: null, baseline: null },
    ],
  },
  { path: '/office/people', title: 'office.persons', who: 'administrators' },
  { path: '/office/teams', title: 'office.all-teams', who: 'administrators' },
  {
    path: '/office/settings',
    title: 'office.settings',
    who: 'administrators',
    asks: [{ kind: 'campaign-list' }, { kind: 'departments' }, { kind: 'holidays' }, { kind: 'survey' }],
    note: 'office.retention',
  },
  { path: '/office/calendar', title: 'office.calendar', who: 'everybody' },
  { path: '/office/tokens', title: 'office.tokens', who: 'everybody' },
  { path: '/office/trail', title: 'office.trail', who: 'administrators', asks: [{ kind: 'audit' }] },
];

/** The sections that are a visitor's. */
export async function sectionsOf(office: Office, visit: Visit): Promise<Section[]> {
  const isAdministrator = await office.administersAll(visit);
  return SECTIONS.filter(({ who }) => who === 'everybody' || isAdministrator);
}
