import type { Locale } from '../people/person';
import { type Day, dayAt, type Millis, type Time, type Weekday, type Zone } from '../time/calendar';
import { DEFAULT_WINDOW, type Window } from '../time/window';

/** When a Telework Day is announced: a number of days before (1 to 60), or on the previous working day. */
export type AnnounceLead = number | 'prev';

/** When members without an answer are reminded: at a share of the window (0 to 1), at a local time, or never. */
export type RemindAt = { share: number } | { time: Time } | null;

/** The days on which the team is polled. */
export type PollDays = 'telework-days' | 'workdays' | 'off';

/** Where the digest of the next week is sent: to the team's channel, or privately to its contact. */
export type Digest = 'channel' | 'lead';

/** How many people a team wants in the office on a working day; null: no such bound, one of both is set. 0 to 10,000. */
export interface OfficeBounds {
  least: number | null;
  most: number | null;
}

/** Of a usual return commute. */
export interface CommuteCost {
  /** The fare; currency: ISO 4217. */
  fare: { amount: number; currency: string } | null;
  travel: { mode: 'car' | 'rail'; km: number } | null;
}

export interface TeamSettings {
  window: Window;
  zone: Zone;
  /** Until that instant (epoch ms) the team's today is that of a poll which ran as the zone was changed, in its zone. */
  zoneBefore?: { zone: Zone; until: Millis };
  language: Locale;
  /** ISO 3166-1 alpha-2, or ISO 3166-2 with its region, for public holidays: `JP`, `GB-ENG`. */
  country: string;
  /** The days of the week on which the team does not work; null, or left out before it could be set: by its country. */
  weekend?: Weekday[] | null;
  /** Days off and working days of the team's own, ascending; no day is in both. */
  closed: Day[];
  open: Day[];
  announce: AnnounceLead[];
  /** The local time of announcements and of the campaign's report. */
  announceAt: Time;
  remind: RemindAt;
  polls: PollDays;
  /** Null, or left out before it could be set: there is none. */
  digest?: Digest | null;
  /** Null, or left out before it could be set: there are none. */
  inOffice?: OfficeBounds | null;
  /** Whether members see each other's names in `who`. */
  names: boolean;
  guests: boolean;
  /** Whether drills and emergencies also ask if people are safe; absent: no. */
  safety?: boolean;
  /** Minutes of a usual return commute; null: savings are not shown. */
  commuteMinutes: number | null;
  /** What a usual return commute costs, and how people travel; null, or left out before it could be set: not shown. */
  commuteCost?: CommuteCost | null;
}

export interface SettingDefaults {
  zone: Zone;
  language: Locale;
  country: string;
}

export function defaultSettings({ zone, language, country }: SettingDefaults): TeamSettings {
  return {
    window: DEFAULT_WINDOW,
    zone,
    language,
    country,
    weekend: null,
    closed: [],
    open: [],
    announce: [7, 'prev'],
    announceAt: '09:00',
    remind: { share: 0.8 },
    polls: 'telework-days',
    digest: null,
    inOffice: null,
    names: false,
    guests: false,
    safety: false,
    commuteMinutes: null,
    commuteCost: null,
  };
}

/** The calendar date of which a team speaks as today. */
export function todayOf({ zone, zoneBefore }: Pick<TeamSettings, 'zone' | 'zoneBefore'>, now: Millis): Day {
  return dayAt(now, zoneBefore && now < zoneBefore.until ? zoneBefore.zone : zone);
}
