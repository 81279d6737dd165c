import type { Insertable, Selectable } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Answer, Poll } from '../domain/answers/poll';
import type { Visibility } from '../domain/answers/visibility';
import type { Campaign } from '../domain/campaigns/campaign';
import {
  DEFAULT_PREFERENCES,
  type DefaultWeek,
  type Member,
  type Person,
  type Preferences,
} from '../domain/people/person';
import type { TeamSettings } from '../domain/teams/settings';
import type { Team } from '../domain/teams/team';
import type { OwnCalendar } from '../domain/time/own-calendar';
import type {
  AnswerTable,
  CampaignTable,
  PersonTable,
  PollTable,
  PreferenceTable,
  TeamTable,
} from './schema';
import { flag } from './schema';

/* Maps rows to data of the domain and back. JSON in a column was written by this program. */

/** A team with the calendar of its organisation, which is null while none is set. */
export type TeamRow = Omit<TeamTable, 'wake_at' | 'wakes' | 'woken_at' | 'looked_until'> & {
  calendar: string | null;
};

/** Parsed calendars by their text: every request reads its team, and calendars change a few times a year. */
const calendars = new LRUCache<string, OwnCalendar>({ max: 100 });

export function calendarOf(text: string): OwnCalendar {
  const known = calendars.get(text);
  if (known) return known;
  const calendar: OwnCalendar = JSON.parse(text);
  calendars.set(text, calendar);
  return calendar;
}

export function teamOf(row: TeamRow): Team {
  const settings: TeamSettings = JSON.parse(row.settings);
  const { org, id, place, name, trouble } = row;
  const secondChannel = row.also_at === null ? null : { place: row.also_at, trouble: row.also_trouble };
  const { sharing: state, shared_since: since } = row;
  const sharing = state === null || since === null ? null : { since, state };
  const team = { org, id, place, name, settings, trouble, secondChannel, sharing };
  return row.calendar === null ? team : { ...team, calendar: calendarOf(row.calendar) };
}

/** A day of a campaign as its row holds it; `withdrawn`: its end took the day away. */
type StoredDay = Campaign['days'][number] & { withdrawn?: true };

export function campaignOf({ org, id, name, days, target, ended, terms, earlier }: CampaignTable): Campaign {
  const parsed: StoredDay[] = JSON.parse(days);
  const held = parsed.filter(({ withdrawn }) => !withdrawn);
  const gone = parsed.filter(({ withdrawn }) => withdrawn).map(({ day, core }) => ({ day, core }));
  const campaign: Campaign = { org, id, name, days: held, target, ended: ended === 1 };
  if (terms !== null) campaign.terms = JSON.parse(terms);
  if (gone.length > 0) campaign.withdrawn = gone;
  if (earlier !== null) campaign.earlier = JSON.parse(earlier);
  return campaign;
}

export function campaignRow(campaign: Campaign): CampaignTable {
  const { org, id, name, days, target, ended, withdrawn = [], terms, earlier } = campaign;
  const stored: StoredDay[] = [...days, ...withdrawn.map((day) => ({ ...day, withdrawn: true as const }))];
  return {
    org,
    id,
    name,
    days: JSON.stringify(stored),
    target,
    ended: flag(ended),
    terms: terms ? JSON.stringify(terms) : null,
    earlier: earlier ? JSON.stringify(earlier) : null,
  };
}

export function pollOf(row: Selectable<PollTable>): Poll {
  const { org, team, day, zone, campaign } = row;
  return {
    org,
    team,
    day,
    zone,
    window: { from: row.window_from, until: row.window_until },
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    endsAt: row.ends_at,
    remindAt: row.remind_at,
    ...(row.remind_now_at !== null && { remindNowAt: row.remind_now_at }),
    campaign,
    core: row.core === 1,
    drill: shortNoticeOf(row),
    names: row.names === 1,
    openedAt: row.opened_at,
    awaySince: row.away_since,
    peakUntil: row.peak_until,
    round: row.round,
  };
}

function shortNoticeOf({ drill, emergency, safety_since }: Selectable<PollTable>): Poll['drill'] {
  if (drill === null) return null;
  return {
    reason: drill,
    ...(emergency === 1 && { real: true }),
    ...(safety_since !== null && { safetySince: safety_since }),
  };
}

/** Levels of agreement, so that one covers a poll if it is greater than its `names`: 0 none, 1 to counts, 2 to names. */
export function levelOf(agrees: Visibility | null): number {
  if (agrees === null) return 0;
  return agrees === 'names' ? 2 : 1;
}

export function pollRow(poll: Poll): Insertable<PollTable> {
  const { org, team, day, zone, window, campaign, drill } = poll;
  return {
    org,
    team,
    day,
    zone,
    window_from: window.from,
    window_until: window.until,
    opens_at: poll.opensAt,
    closes_at: poll.closesAt,
    ends_at: poll.endsAt,
    remind_at: poll.remindAt,
    remind_now_at: poll.remindNowAt ?? null,
    campaign,
    core: flag(poll.core),
    drill: drill === null ? null : drill.reason,
    names: flag(poll.names),
    opened_at: poll.openedAt,
    away_since: poll.awaySince,
    round: poll.round,
    emergency: flag(drill?.real === true),
    safety_since: drill?.safetySince ?? null,
    peak_until: poll.peakUntil,
  };
}

export function answerOf({ person, day, style, arrival, at, first_at, source }: AnswerTable): Answer {
  return { person, day, style, arrival, at, firstAt: first_at, source };
}

export function personRow(org: string, { id, name, locale, timeZone, kind, handle }: Person, seenAt: number) {
  return { org, id, name, locale, time_zone: timeZone, kind, handle: handle ?? null, seen_at: seenAt };
}

/** A person with their preferences, which are all null if they never chose any. */
export type MemberRow = Omit<PersonTable, 'org' | 'seen_at'> & Nullable<PreferenceRow>;

type PreferenceRow = Pick<Selectable<PreferenceTable>, 'language' | 'remind' | 'ask_privately' | 'week'>;

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

export function memberOf(row: MemberRow): Member {
  const { id, name, locale, time_zone, kind, handle, language, remind, ask_privately, week } = row;
  const person: Person = { id, name, locale, timeZone: time_zone, kind, ...(handle !== null && { handle }) };
  const chosen = week !== null && remind !== null && ask_privately !== null;
  return {
    ...person,
    preferences: chosen ? preferencesIn({ language, remind, ask_privately, week }) : DEFAULT_PREFERENCES,
  };
}

export function preferencesRow({ language, remind, askPrivately, week }: Preferences) {
  return { language, remind: flag(remind), ask_privately: flag(askPrivately), week: JSON.stringify(week) };
}

export function preferencesIn({ language, remind, ask_privately, week }: PreferenceRow): Preferences {
  const parsed: DefaultWeek = JSON.parse(week);
  return { language, remind: remind === 1, askPrivately: ask_privately === 1, week: parsed };
}
