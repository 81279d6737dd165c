import type { Phase, Source } from '../domain/answers/poll';
import type { ResponseCurve, Tally } from '../domain/answers/tally';
import type { Choice, WorkStyle } from '../domain/answers/work-style';
import type { Savings } from '../domain/figures/savings';
import type { DefaultWeek, Locale, TeamId } from '../domain/people/person';
import type { NotWorking, Refusal } from '../domain/refusal';
import type { AnnounceLead, TeamSettings } from '../domain/teams/settings';
import type { Day, Millis, Time, Zone } from '../domain/time/calendar';
import type { Window } from '../domain/time/window';
import type { Reason } from './reasons';

export type { Savings };

/** A Telework Day, or a plain workday the team polls, as messages speak of it. */
export interface DayView {
  day: Day;
  window: Window;
  zone: Zone;
  /** The campaign's name; null on a plain workday or for a drill. */
  campaign: string | null;
  core: boolean;
  drill: { reason: string } | null;
}

/** Of any day one may ask about; `none`: there is no poll, and none will open. */
export type DayPhase = Phase | 'none';

/** A coming day as one member sees it. */
export interface MyDay extends DayView {
  team: TeamId;
  phase: Phase;
  answer: (Choice & { source: Source; late: boolean }) | null;
  /** What the default week says of this day while there is no answer. */
  usual: Choice | 'off' | null;
}

/** One of a member's teams as their panel shows it; without a poll today there is no tally. */
export interface MyTeam {
  team: TeamId;
  name: string;
  phase: Phase | null;
  tally: Tally | null;
  /** Whether they may set it up. */
  manages: boolean;
}

/** How many members have one work style, for `who`. */
export interface WhoGroup {
  style: WorkStyle | 'no-answer';
  count: number;
}

/** Some of the members' names in order of their work styles: those after the first `from` of `total`. */
export interface WhoNames {
  from: number;
  total: number;
  shown: { name: string; style: WhoGroup['style'] }[];
}

export interface Comparison {
  day: Day;
  tally: Tally;
}

export interface CampaignView {
  id: string;
  name: string;
  days: { day: Day; core: boolean }[];
  target: number | null;
  state: 'coming' | 'running' | 'over' | 'ended';
}

export interface CampaignReport {
  campaign: CampaignView;
  /** One row a day already polled. */
  days: { day: Day; core: boolean; tally: Tally }[];
  /** Members who teleworked on at least one day: people, not days. */
  people: number;
  /** Telework answers over all days (延べ). */
  personDays: number;
  savings: Savings | null;
}

export interface PresetView {
  id: string;
  name: string;
  from: Day;
  until: Day;
  core: Day | null;
  days: number;
}

export type DeliveryKind = 'announce' | 'open' | 'remind' | 'close' | 'report';

/**
 * What became of a message. `planned`: not due yet; `waiting`: to be tried again; `missed`: begun, and not sent while
 * it made sense; `unknown`: it may or may not have arrived.
 */
export type DeliveryState =
  | 'planned'
  | 'sending'
  | 'waiting'
  | 'missed'
  | 'done'
  | 'failed'
  | 'unknown'
  | 'skipped';

export interface DeliveryView {
  kind: DeliveryKind;
  /** Of an announcement; else null. */
  lead: AnnounceLead | 'drill' | null;
  /** To the team's second channel. */
  second: boolean;
  state: DeliveryState;
  reason: Reason | 'other' | null;
  /** When it was sent, last tried, or is planned, where the team is; null while it is under way. */
  at: { day: Day; time: Time } | null;
  /** How long until the next attempt; null: none waits. */
  retryInMs: Millis | null;
  /** How often it was tried so far. */
  attempt: number;
}

/** Reminders of one outcome. `names`: whom they did not reach, where that matters; some of them when they are many. */
export interface ReminderGroup {
  state: DeliveryState;
  reason: Reason | 'other' | null;
  count: number;
  names: string[] | null;
}

/** Why something was not sent again: it was answered, its time is over, reminders are off, or it is being sent. */
export interface NotResent {
  why: 'answered' | 'too-late' | 'opted-out' | 'running';
  count: number;
}

/**
 * Everything the bot can say, as data without words. `present` writes each kind once; the gallery draws them all.
 * `today` is the reader's calendar date, so that dates of other years name their year.
 */
export type Message = { today: Day } & MessageBody;

export type MessageBody =
  // --- in the team's channel
  | {
      kind: 'announcement';
      team: TeamId;
      day: DayView;
      /** How far ahead: 0 would be the day itself. */
      daysAhead: number;
      /** Answers already given for that day. */
      planned: number;
      members: number;
      /** The day was taken back after it had been announced. */
      withdrawn: boolean;
    }
  | { kind: 'poll'; team: TeamId; teamName: string; day: DayView; phase: Phase; tally: Tally }
  | {
      kind: 'closing-tally';
      team: TeamId;
      teamName: string;
      day: DayView;
      phase: 'late' | 'over';
      tally: Tally;
      previous: Comparison | null;
      target: number | null;
      curve: ResponseCurve;
      savings: Savings | null;
    }
  | {
      kind: 'report';
      teamName: string;
      report: CampaignReport;
      /** With thanks, once the campaign is over. */
      thanks: boolean;
    }
  | { kind: 'welcome'; team: TeamId; teamName: string; settings: TeamSettings }
  // --- to one person
  | { kind: 'reminder'; team: TeamId; teamName: string; day: DayView }
  | {
      kind: 'recorded';
      days: { day: Day; choice: Choice; late: boolean }[];
      /** Days of a span left out: weekends, holidays, and days which are over. */
      skipped: Day[];
      /** The team and day to offer a change, undo, and arrival times for; null after a span. */
      offer: { team: TeamId; day: Day; window: Window; seq: number } | null;
    }
  | {
      kind: 'cleared';
      days: Day[];
      /** What stands instead, from an undo or the default week. */
      now: Choice | 'off' | null;
      /** Days of a span whose answers stay: they are over. */
      skipped: Day[];
    }
  /** The work styles of one day to choose from again. */
  | { kind: 'choose'; team: TeamId; day: Day; answer: Choice | null }
  | {
      kind: 'panel';
      name: string;
      days: MyDay[];
      teams: MyTeam[];
      week: DefaultWeek;
      language: Locale;
      remind: boolean;
    }
  | { kind: 'week'; week: DefaultWeek; saved: boolean }
  /** `until`: the end of the window, which off-peak arrivals are offered from. */
  | { kind: 'week-form'; week: DefaultWeek; until: Time }
  | {
      kind: 'who';
      team: TeamId;
      /** Where no channel says which team it is, and the person has several: its name, and the others. */
      among: { name: string; others: { team: TeamId; name: string }[] } | null;
      day: DayView;
      phase: DayPhase;
      /** Null: the whole team; else only its members in this user group, `id` being what one types. */
      group: { id: string; name: string } | null;
      groups: WhoGroup[];
      /** Null where the team shows counts only. */
      names: WhoNames | null;
      tally: Tally;
    }
  | { kind: 'tally'; teamName: string; day: DayView; phase: DayPhase; tally: Tally; curve: ResponseCurve }
  | {
      kind: 'days';
      days: (DayView & { answer: Choice | null })[];
      team: TeamId | null;
      /** The team's name where no channel says which one it is, and the person has several; else null. */
      teamName: string | null;
    }
  | { kind: 'reminders-set'; on: boolean }
  | { kind: 'language-set'; language: Locale }
  | { kind: 'forget-ask' }
  | { kind: 'forgotten' }
  /** `prefix`: what opens a command here, `/telework`. */
  | { kind: 'help'; admin: boolean; prefix: string }
  | { kind: 'refused'; refusal: Refusal; prefix: string }
  // --- to an administrator
  | {
      kind: 'settings';
      team: TeamId;
      teamName: string;
      settings: TeamSettings;
      changed: string[];
      /** Members who could not be reached in private when the team was last reminded. */
      unreachable: number;
    }
  | { kind: 'settings-form'; team: TeamId; settings: TeamSettings }
  | { kind: 'campaigns'; campaigns: CampaignView[]; presets: PresetView[] }
  | {
      kind: 'campaign-changed';
      change: 'started' | 'already-running' | 'day-added' | 'day-removed' | 'ended';
      campaign: CampaignView;
      /** Days left out because they are not working days, with the reason. */
      skipped: NotWorking[];
      /** The one day added or removed. */
      day: Day | null;
    }
  | { kind: 'campaign-form' }
  | {
      kind: 'organiser-figures';
      campaign: CampaignView;
      /** Days polled so far. */
      polledDays: number;
      /** Null: fewer than five people, withheld. */
      people: number | null;
      /** Answers over all days (person-days); null: withheld. */
      answers: number | null;
      /** Person-days a work style; null: withheld, so that it reveals no person. */
      byStyle: Record<WorkStyle, number | null>;
    }
  | {
      kind: 'deliveries';
      team: TeamId;
      teamName: string;
      day: Day;
      zone: Zone;
      rows: DeliveryView[];
      /** Rows left out. */
      more: number;
      reminders: ReminderGroup[];
    }
  | {
      kind: 'resent';
      team: TeamId;
      teamName: string;
      day: Day;
      /** What the next tick sends. */
      queued: { posts: number; reminders: number };
      left: NotResent[];
      /** How many may or may not have arrived and were not sent again. */
      unknown: number;
    }
  | { kind: 'poll-opened'; day: DayView }
  /** What to type in a channel of the other platform, to make it the second channel of this team. */
  | { kind: 'bind-offer'; teamName: string; code: string }
  /** This channel is the team's second one now; `dropped`: it had settings of its own. */
  | { kind: 'bound'; teamName: string; dropped: boolean }
  | { kind: 'unbound'; teamName: string }
  | { kind: 'trouble'; teamName: string; trouble: 'gone' | 'forbidden' };

export type MessageKind = MessageBody['kind'];
