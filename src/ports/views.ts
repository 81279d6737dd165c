import type { Phase, ShortNotice, Source } from '../domain/answers/poll';
import type { Tally } from '../domain/answers/tally';
import type { Choice, ShownStyle } from '../domain/answers/work-style';
import type { Progress } from '../domain/campaigns/conditions';
import type { Named, Names, Terms } from '../domain/campaigns/terms';
import type { CountedDay } from '../domain/figures/counted-days';
import type { Savings } from '../domain/figures/savings';
import type { Locale, ShownWeek, TeamId } from '../domain/people/person';
import type { Day, DayRange, Millis, Moment, Zone } from '../domain/time/calendar';
import type { SpecialDay } from '../domain/time/special-days';
import type { Window } from '../domain/time/window';
import type { RecordedKind } from './store/audit';

/* What messages show, as data: days, tallies, campaigns and deliveries. */

/** A Telework Day, or a plain workday with a poll, as messages show it. */
export interface DayView {
  day: Day;
  window: Window;
  zone: Zone;
  /** The campaign's name; null on a plain workday or for a drill. */
  campaign: string | null;
  /** The campaign's name by language. */
  campaignNames?: Names;
  core: boolean;
  drill: ShortNotice | null;
  /** Whether its poll shows answers by name. */
  names: boolean;
  /** Its campaign has ended or lost the day, though it was polled. */
  withdrawn?: true;
  note?: DayNote;
}

/** A day of a campaign that is announced. */
export interface AnnouncedDay {
  day: DayView;
  state: 'coming' | 'polled' | 'over';
  /** Of those who work on a coming day, absent: it is not asked about now. */
  planned?: number;
  members?: number;
}

/** What is special about a working day to come. */
export interface DayNote {
  /** It is worked in the place of a day off, by the government or the organisation. */
  makeUp: boolean;
  /** The regions of the team's country in which it is a public holiday; empty where the team has named its region. */
  resting: string[];
  /** ISO 3166. */
  country: string;
}

/** When the bot was not running, in the team's zone. */
export interface AwayView {
  from: Moment;
  until: Moment;
}

/** What a change of a team's settings makes of the days at hand. */
export interface HoursChanged {
  /** The window that a poll of today keeps although the settings have another one now. */
  kept?: DayHours;
  /** A day that was to be polled, and whose window has ended by the new settings; `isToday`: by the new zone. */
  ended?: DayHours & { isToday: boolean };
  /** A poll that is there and stays, although its day is off now. */
  stays?: DayHours;
  /** Days that are not polled any more, or are now: today, and Telework Days. */
  dropped?: Day[];
  added?: Day[];
  /** Today, which is still to be polled; `isNow`: at once. */
  opens?: DayHours & { isNow: boolean };
}

/** A day and its window. */
export type DayHours = Pick<DayView, 'day' | 'window' | 'zone'>;

/** The days off and make-up days of the coming year. */
export interface HolidayList {
  /** Null: of the deployment's country, outside a team. */
  teamName: string | null;
  /** ISO 3166. */
  country: string;
  rows: SpecialDay[];
  /** Rows left out. */
  more: number;
}

/** A change of the organisation's calendar. */
export interface HolidayChange {
  change: 'added' | 'working' | 'removed';
  days: DayRange[];
  /** '' where the days have none. */
  name: string;
  /** Telework Days of any team which are none any more, and which are again. */
  lost: Day[];
  gained: Day[];
  /** A poll of today is open: it stays. */
  polled: boolean;
}

/** The phase of any day; `none`: it has no poll, and none will open. */
export type DayPhase = Phase | 'none';

/** A coming day as one member sees it. */
export interface MyDay extends DayView {
  /** The team whose poll the person answers; its window and zone are the day's. */
  team: TeamId;
  /** The teams that ask on the day, in order of their names. */
  asking: AskingTeam[];
  phase: Phase;
  answer: (Choice & { source: Source; late: boolean }) | null;
  /** What the default week says of this day while there is no answer. */
  usual: Choice | 'off' | null;
}

/** A team that asks on a day. */
export interface AskingTeam {
  team: TeamId;
  name: string;
  /** Whether it shows names with the answers. */
  names: boolean;
}

/** One of a member's teams as their panel shows it; without a poll today there is no tally. */
export interface MyTeam {
  team: TeamId;
  name: string;
  phase: Phase | null;
  tally: Tally | null;
  /** Whether the member may set it up. */
  manages: boolean;
}

/** A person's own panel. */
export interface PanelView extends ShownWeek {
  name: string;
  days: MyDay[];
  teams: MyTeam[];
  /** How many further days and teams there are. */
  more: { days: number; teams: number };
  /** Teams in which given answers do not count yet. */
  unheard: UnheardTeam[];
  language: Locale;
  remind: boolean;
  /** Whether their day is shown in their status; absent: they cannot choose it here. */
  status?: boolean;
  askPrivately: boolean;
  /** There are pages on the web. */
  pages?: true;
  /** Administrators are listed who has not answered for long. */
  silentListed?: true;
}

/** A team of the reader that asks on the day, and in which their answers do not count yet. */
export interface UnheardTeam {
  team: TeamId;
  name: string;
  day: Day;
  /** Whether its poll shows names. */
  names: boolean;
}

/** How many members have one work style, for `who`. */
export interface WhoGroup {
  style: ShownStyle | 'no-answer';
  count: number;
}

/** One page of the members' names, in order of their work styles, after the first `from` of `total`. */
export interface WhoNames {
  from: number;
  total: number;
  /** Members whose answers are not shown by name. */
  unnamed: number;
  shown: { name: string; style: WhoGroup['style'] }[];
}

export interface Comparison {
  day: Day;
  tally: Tally;
}

/** The team's drill or emergency before this one. */
export interface LastCall {
  day: Day;
  /** How long half of those who responded took; null: none did. */
  median: Millis | null;
}

export interface CampaignView {
  id: string;
  name: string;
  days: { day: Day; core: boolean }[];
  target: number | null;
  /** What it asks besides its days. */
  terms?: Terms;
  state: 'coming' | 'running' | 'over' | 'ended';
}

/** How the organisation stands in a campaign, over all teams. */
export interface ProgressView extends Progress {
  campaign: CampaignView;
  /** Distinct people who teleworked at least once. */
  people: number;
  /** Telework answers (延べ): never people. */
  personDays: number;
  /** People and person-days are those so far: a polled day is not over. */
  running: boolean;
}

export interface CampaignReport {
  campaign: CampaignView;
  /** One row a day already polled. */
  days: (CountedDay & { tally: Tally })[];
  /** Members who teleworked on at least one day: people, not days. */
  people: number;
  /** Telework answers over all days (延べ). */
  personDays: number;
  savings: Savings | null;
  /** Half of the answers that were given after the opening came within this time, in ms, in the middle one of these polls. */
  response?: { polls: number; median: Millis };
  /** The last campaign before this one in which the team was polled. */
  before?: Named & { days: number; people: number; personDays: number; scheduled: number };
}

export interface PresetView {
  id: string;
  name: string;
  names: Names;
  from: Day;
  until: Day;
  core: Day | null;
  days: number;
  /** Its first days are over: these are the others. */
  isRest: boolean;
  /** When it was held, of a past one that is rehearsed; else null. */
  heldOn: DayRange | null;
}

/** One deed of an administrator; `team` null: of the whole organisation. */
export interface AuditRow {
  at: Moment;
  who: string;
  team: string | null;
  intent: RecordedKind;
  changes: { key: string; from: string | null; to: string | null }[];
  /** False: it was begun, and may or may not have been done. */
  done: boolean;
}
