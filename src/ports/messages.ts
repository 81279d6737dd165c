import type { Phase, UsualToday } from '../domain/answers/poll';
import type { ResponseCurve, Tally } from '../domain/answers/tally';
import type { Choice } from '../domain/answers/work-style';
import type { Names } from '../domain/campaigns/terms';
import type { Savings } from '../domain/figures/savings';
import type { Locale, PersonId, ShownWeek, TeamId } from '../domain/people/person';
import type { Status, StatusAccess, StatusState } from '../domain/people/status';
import type { NotWorking, Refusal } from '../domain/refusal';
import type { TeamSettings } from '../domain/teams/settings';
import type { Day, Time } from '../domain/time/calendar';
import type { Window } from '../domain/time/window';
import type { AdministratorMessage } from './administrator-messages';
import type { AskingMessage, NextDay } from './asking-messages';
import type { FollowMessage } from './follow-messages';
import type { OfferedAnswers } from './offered-answers';
import type { OrganisationMessage } from './organisation-messages';
import type { SafetyMessage } from './safety-messages';
import type { SurveyMessage } from './survey-messages';
import type {
  AnnouncedDay,
  AskingTeam,
  AwayView,
  CampaignReport,
  Comparison,
  DayPhase,
  DayView,
  HolidayList,
  LastCall,
  PanelView,
  UnheardTeam,
  WhoGroup,
  WhoNames,
} from './views';
import type { WeekMessage } from './week-messages';
import type { FollowedDays, NamedWeek, WeekDay } from './week-views';

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
      /** How many days ahead; 0 is the day itself. */
      daysAhead: number;
      planned: number;
      members: number;
      /** `quiet`: another message of the channel asks; `polled`: the day's poll is there; `withdrawn`: the day was taken back, `why`: it is not a working day. */
      stands: 'asking' | 'quiet' | 'polled' | 'over' | 'withdrawn';
      why?: NotWorking;
    }
  /** Of a campaign of several days: all of them, or of a long one the coming week. */
  | {
      kind: 'campaign-announcement';
      team: TeamId;
      campaign: { name: string; names?: Names };
      from: Day;
      until: Day;
      /** How many days it has. */
      total: number;
      days: AnnouncedDay[];
      /** Its days among them on which the team does not work, and why. */
      off: NotWorking[];
      stands: 'asking' | 'quiet' | 'over';
    }
  /** The line on a day which its campaign has announced. */
  | {
      kind: 'day-before';
      team: TeamId;
      day: DayView;
      daysAhead: number;
      planned: number;
      members: number;
      stands: 'coming' | 'polled' | 'over';
    }
  | {
      kind: 'poll';
      team: TeamId;
      teamName: string;
      day: DayView;
      phase: Phase;
      tally: Tally;
      /** How many have said whether they are safe; absent: it does not ask. */
      safety?: number;
      /** Why it opened late; null: it did not, or for no reason that concerns the team. */
      away: AwayView | null;
    }
  /** Of a poll that was posted again, or was `replaced` by a later one of the day. */
  | { kind: 'poll-moved'; day: Day; replaced: boolean }
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
      /** As in the poll. */
      safety?: number;
      /** Of a drill or an emergency; absent: there was none before. */
      lastCall?: LastCall;
      savings: Savings | null;
      /** It has taken the place of the poll's message; `next`: the campaign's next day. */
      inPlace?: { next: DayView | null };
    }
  | {
      kind: 'report';
      teamName: string;
      report: CampaignReport;
      /** With thanks, once the campaign is over. */
      thanks: boolean;
    }
  | { kind: 'names-shown'; teamName: string }
  | { kind: 'welcome'; team: TeamId; teamName: string; settings: TeamSettings }
  | {
      kind: 'recorded';
      days: { day: Day; choice: Choice; late: boolean }[];
      /** Days of a span left out: weekends, holidays, and days which are over. */
      skipped: Day[];
      /** The team and day whose answer can be changed or undone, or get an arrival time; null after a span. */
      offer: { team: TeamId; day: Day; window: Window; seq: number } | null;
      /** Where these answers do not count yet. */
      unheard: UnheardTeam[];
      next?: NextDay;
      undo?: { day: Day; seq: number }[];
    }
  /** The person's answers count in the team from now on; not yet, where `unheard` names it. */
  | { kind: 'counted-in'; teamName: string; names: boolean; unheard: UnheardTeam[] }
  | {
      kind: 'cleared';
      days: Day[];
      /** An undo put this answer back, and nothing was cleared; null: the answers are gone. */
      restored: Choice | null;
      /** What stands instead, from the default week. */
      now: Choice | 'off' | null;
      /** Days of a span whose answers stay: they are over. */
      skipped: Day[];
    }
  /**
   * The work styles of one day to choose from again. `asking`: in private, the team that asks and what it shows; null:
   * the question stands in the team's channel.
   */
  | { kind: 'choose'; team: TeamId; day: Day; answer: Choice | null; asking: AskingTeam | null }
  /** `introduces`: it was not asked for, and so says what the bot is. */
  | ({ kind: 'panel'; introduces: boolean; following?: FollowedDays } & PanelView)
  /** `already`: what the change makes of a poll that is open; null: nothing. */
  | ({ kind: 'week'; saved: boolean; already: UsualToday | null; unheard: UnheardTeam[] } & ShownWeek)
  /** `until`: the end of the window, which off-peak arrivals are offered from. */
  | ({ kind: 'week-form'; until: Time } & ShownWeek)
  | {
      kind: 'who';
      team: TeamId;
      /** The reader may have the silent reminded. */
      remind?: true;
      /** In private, for a person of several teams: this team's name, and the others. */
      among: { name: string; others: { team: TeamId; name: string }[] } | null;
      day: DayView;
      phase: DayPhase;
      /** Null: the whole team; else only its members in this user group. `id` is how the group is typed. */
      group: { id: string; name: string } | null;
      groups: WhoGroup[];
      /** Null where the team, or the day, shows counts only. */
      names: WhoNames | null;
      tally: Tally;
    }
  | {
      kind: 'who-week';
      team: TeamId;
      /** As in `who`. */
      among: { name: string; others: { team: TeamId; name: string }[] } | null;
      /** The days that were asked for, of which `days` are those with a poll or plans. */
      asked: Day[];
      days: WeekDay[];
      /** Null where all of the days show counts only. */
      people: NamedWeek | null;
    }
  | { kind: 'tally'; teamName: string; day: DayView; phase: DayPhase; tally: Tally; curve: ResponseCurve }
  | {
      kind: 'days';
      /** `usual`: what the person’s default week says of the day; absent: nothing. */
      days: (DayView & { answer: (Choice & { late?: boolean }) | null; usual?: Choice | 'off' | null })[];
      team: TeamId | null;
      /** In private, for a person of several teams, the team's name; else null. */
      teamName: string | null;
    }
  | ({ kind: 'holidays' } & HolidayList)
  | FollowMessage
  | { kind: 'reminders-set'; on: boolean }
  | {
      kind: 'status';
      /** Whether the person wants it. */
      on: boolean;
      access: StatusAccess;
      /** Where the person gives their permission; null: nowhere now. */
      link: string | null;
      state: StatusState;
      /** What the bot shows there now. */
      shown: Pick<Status, 'text' | 'icon'> | null;
      /** Whether they have just switched it. */
      changed: boolean;
    }
  /** The platform takes no more statuses of the person: their permission is gone. */
  | { kind: 'status-lost' }
  | { kind: 'language-set'; language: Locale }
  /**
   * Asks the person of this name and id whether to forget them; `again`: for the second time. `months`: how long the
   * trail of administrators is kept.
   */
  | { kind: 'forget-ask'; person: PersonId; name: string; months: number; again: boolean }
  | { kind: 'forgotten'; months: number }
  /** `url`: signs the person in once, within so many minutes. */
  | { kind: 'web-link'; url: string; minutes: number }
  /** How many sessions on the pages have ended. */
  | { kind: 'web-signed-out'; sessions: number; everybody: boolean }
  /** `prefix`: what opens a command here, `/telework`. */
  | { kind: 'help'; admin: boolean; prefix: string }
  /**
   * `offer`: answers to press instead, for a day which takes answers; no style: all of them. `panel`: else the person's
   * own panel is offered.
   */
  | {
      kind: 'refused';
      refusal: Refusal;
      prefix: string;
      offer?: OfferedAnswers;
      panel?: true;
    }
  | AskingMessage
  | WeekMessage
  | SafetyMessage
  | SurveyMessage
  | AdministratorMessage
  | OrganisationMessage;

export type MessageKind = MessageBody['kind'];
