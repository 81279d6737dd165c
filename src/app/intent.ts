import type { OpenFor } from '../domain/answers/short-notice';
import type { Visibility } from '../domain/answers/visibility';
import type { Choice, DayState, WorkStyle } from '../domain/answers/work-style';
import type { CampaignId } from '../domain/campaigns/campaign';
import type { DefaultWeek, Locale, PersonId, TeamId } from '../domain/people/person';
import type { Refusal } from '../domain/refusal';
import type { SafetyState } from '../domain/safety/safety';
import type { SurveyMoment } from '../domain/surveys/survey';
import type { Day, DayRange, Time, Weekday } from '../domain/time/calendar';
import type { Today } from '../domain/typed/which-day';

/**
 * One thing a person can ask for, whatever the door: text is parsed to it, a button and a form are encodings of it.
 * Plain data. `team`: the team that a button or form names; absent, the team of the place, in private the person's own.
 */
export type Intent =
  | { kind: 'help' }
  /** The person's own panel. */
  | { kind: 'me' }
  /** Records a work style for today (null), a day, or the working days among several. `days`: ascending, each once. */
  | {
      kind: 'answer';
      team?: TeamId;
      style: DayState;
      arrival: Time | null;
      days: Day[] | null;
      /** What the private message said that the team shows, where a button of it names the team as asking. */
      asked?: Visibility;
      /** The private question is to show it. */
      inPlace?: true;
    }
  /** Records several work styles, each for its days; no day is in two of them. */
  | { kind: 'answers'; plans: { style: DayState; arrival: Time | null; days: Day[] }[] }
  /** Counts the person's answers in a team where they never answered; `shows`: what they were told that it shows. */
  | { kind: 'count-in'; team: TeamId; day: Day; shows: Visibility }
  /** Takes answers back. `days`: as above. */
  | { kind: 'clear'; team?: TeamId; days: Day[] | null }
  /** Takes back what the person answered last: one day, or all days of one sentence. */
  | { kind: 'undo-last' }
  /** Takes back the answer numbered `seq`, as long as it is the last one. */
  | { kind: 'undo'; team: TeamId; day: Day; seq: number; inPlace?: true }
  /** The person's coming days in one form; what was changed in it; and all of that taken back. */
  | { kind: 'days-form' }
  | { kind: 'save-days'; days: { day: Day; choice: Choice }[] }
  | { kind: 'undo-days'; answers: { day: Day; seq: number }[] }
  /** Shows the work styles of one day to choose from again. */
  | { kind: 'change'; team: TeamId; day: Day }
  /** Who works how: all members, or those of a user group by its name or id; names from the one numbered `from`. */
  | { kind: 'who'; team?: TeamId; day: Day | null; group: string | null; from?: number }
  /** Who works how on each of several days, `MOST_WEEK_DAYS` at most; people from the one numbered `from`. */
  | { kind: 'who-week'; team?: TeamId; days: Day[]; from?: number }
  /** `campaign` null: the current one. */
  | { kind: 'tally'; of: { day: Day } | { campaign: string | null } | null }
  | { kind: 'days' }
  /** Shows the default week, changes some weekdays of it, or clears it. */
  | { kind: 'week'; change: WeekChange | 'clear' | null }
  | { kind: 'week-form' }
  /** Replaces the whole default week. */
  | { kind: 'save-week'; week: DefaultWeek }
  | { kind: 'remind'; on: boolean }
  /** Whether the person's day is shown in their status on the platform. */
  | { kind: 'status' }
  /** Shows a colleague's days in the person's own panel, or no more. Names as typed. */
  | { kind: 'follow'; who: { name: string } | { person: PersonId } }
  | { kind: 'unfollow'; who: { name: string } | { person: PersonId } }
  | { kind: 'following' }
  | { kind: 'status-set'; on: boolean }
  /** Whether polls are asked in private, too, when they open. */
  | { kind: 'ask-privately'; on: boolean }
  /** Reminds of the team's poll of the day once more in a while; `day`: of the poll whose button it was, else today's. */
  | { kind: 'snooze'; team?: TeamId; day?: Day }
  /** Reminds the silent of the open poll at once; `day`: of the poll whose button it was. */
  | { kind: 'remind-now'; team?: TeamId; day?: Day }
  | { kind: 'language'; language: Locale }
  /** A link to the pages, for the person alone. */
  | { kind: 'web' }
  /** Ends the person's sessions on the pages. */
  | { kind: 'web-sign-out' }
  /** Ends the sessions of everybody in the organisation. */
  | { kind: 'web-sign-out-all' }
  /** Asks whether to forget the person, which cannot be undone. */
  | { kind: 'forget-me' }
  /** Forgets the person, if it is the one to whom the question was put. `sure`: it was put twice, in a place of several. */
  | { kind: 'forget'; person: PersonId; sure?: true }
  /** Shows the team's settings, or changes those named. Values as typed; the domain judges them. */
  | { kind: 'setup'; team?: TeamId; changes: Record<string, string> }
  /** `values`: of the settings form, as far as they are to change; `preview`: says what would become of it. */
  | { kind: 'setup-teams'; teams: TeamId[]; values: Record<string, string>; preview: boolean }
  /** What new teams begin with. */
  | { kind: 'template' }
  | { kind: 'template-set'; changes: Record<string, string> }
  | { kind: 'template-reset' }
  /** Whether administrators are listed who has not answered for long. */
  | { kind: 'silent-list'; on: boolean }
  | { kind: 'settings-form'; team?: TeamId }
  /** The days off and make-up days of the coming year. */
  | { kind: 'holidays' }
  /** Days off of the whole organisation; `works`: working days. */
  | { kind: 'holidays-add'; days: DayRange[]; name: string; works: boolean }
  | { kind: 'holidays-remove'; days: DayRange[] }
  /** The departments and their teams. */
  | { kind: 'departments' }
  | { kind: 'departments-form' }
  /** Makes a department of these teams, named as typed, or gives it these teams. */
  | { kind: 'department-set'; name: string; teams: string[] }
  | { kind: 'department-rename'; name: string; to: string }
  | { kind: 'department-remove'; name: string }
  /** The text of a CSV file with the department of each team. */
  | { kind: 'departments-import'; text: string }
  /** Takes back the change of the departments with this number, as long as it is the last one. */
  | { kind: 'departments-undo'; version: number }
  /** The tally of a department, or of the organisation. */
  | { kind: 'roll-up'; department: string | null; day: Day | null }
  /** Posts the organisation's tally in this channel from now on, or nowhere. */
  | { kind: 'organisation-channel'; on: boolean }
  | { kind: 'campaign-list' }
  /** How the organisation stands in a campaign, by its name or id; null: the current one. */
  | { kind: 'campaign-show'; campaign: string | null }
  /** Changes what a campaign asks. Values as typed; the domain judges them. */
  | { kind: 'campaign-set'; changes: Record<string, string>; campaign: string | null }
  /** Starts a ready-made campaign; with `preview` it is only shown, to start it then. */
  | { kind: 'campaign-use'; preset: string; preview?: true }
  | { kind: 'campaign-new'; title: string; days: DayRange; core: Day[]; target: string | null }
  | { kind: 'campaign-form' }
  /** The fields of a campaign, to change them; null: the current one. */
  | { kind: 'campaign-edit-form'; campaign: string | null }
  | { kind: 'campaign-import-form' }
  /** A campaign from a file: YAML, JSON or iCalendar. */
  | { kind: 'campaign-import'; text: string }
  | { kind: 'campaign-add-day'; day: Day; core: boolean; campaign: string | null }
  | { kind: 'campaign-remove-day'; day: Day; campaign: string | null }
  | { kind: 'campaign-end'; campaign: string | null }
  /** Takes the end of a campaign back. */
  | { kind: 'campaign-restore'; campaign: CampaignId }
  /** Takes the last change of a campaign back, or its start, as long as it is in the state with this mark. */
  | { kind: 'campaign-undo'; campaign: CampaignId; mark: string }
  /** What may leave the organisation: figures for the campaign's organisers. */
  | { kind: 'campaign-figures'; campaign: string | null }
  /** The final report, for inside the organisation. */
  | { kind: 'campaign-report'; campaign: string | null }
  /** Effects that were measured; `campaign` null: the one that runs, or ran last. */
  | { kind: 'effects'; campaign: string | null }
  /** Enters what one unit of the organisation measured. Numbers as typed; the use case judges them. */
  | {
      kind: 'effect-set';
      metric: string;
      unit: string;
      baseline: string;
      core: string;
      people: string | null;
      measure: string | null;
      periods: { baseline: DayRange | null; core: DayRange | null };
      campaign: string | null;
    }
  /** `unit` null: the whole metric. */
  | { kind: 'effect-remove'; metric: string; unit: string | null; campaign: string | null }
  | { kind: 'effect-form' }
  /** The text of a CSV file; `metric` null: each row names its own. */
  | { kind: 'effect-import'; metric: string | null; text: string; campaign: string | null }
  /** Counts of platforms against their usual; `of` null: the campaign as above. `baseline` null: that of the campaign. */
  | { kind: 'activity'; of: { day: Day } | { campaign: string } | null; baseline: DayRange | null }
  | { kind: 'activity-form' }
  /** The text of a CSV file with counts by time. */
  | { kind: 'activity-import'; source: string; text: string }
  /** `openFor`: until when; null: as usual. */
  | { kind: 'poll-now'; team?: TeamId; openFor: OpenFor | null }
  /** Declares today a Telework Day: as an exercise, or for real. */
  | { kind: 'drill' | 'emergency'; reason: string; openFor: OpenFor | null }
  /** Whether the person is safe, in the poll of the team and day; without them in the one that asked last. */
  | { kind: 'safety-answer'; team?: TeamId; day: Day | null; state: SafetyState }
  /** Who needs help and who is silent, for safety contacts. */
  | { kind: 'safety' }
  /** Whom the team tells of safety answers: names as typed. */
  | { kind: 'safety-contacts'; names: string }
  /** The survey of the organisation: shows, chooses, ends it, shows results. */
  | { kind: 'survey' | 'survey-off' | 'survey-results' }
  | { kind: 'survey-form' }
  | { kind: 'survey-use'; preset: string; moment: SurveyMoment }
  /** One tap of a participant; `survey-stop`: no more questions. */
  | { kind: 'survey-answer'; day: Day; item: string; option: string }
  | { kind: 'survey-stop' }
  /** Offers a code; with one, makes this place the second channel of the team that offered it. */
  | { kind: 'bind'; code: string | null }
  | { kind: 'unbind' }
  /** What was sent to the team, and with which outcome. */
  | { kind: 'deliveries'; day: Day | null }
  /** What administrators did, newest first; `before`: only entries with a lower number. */
  | { kind: 'audit'; before?: number }
  /** Sends again what failed, or what may or may not have arrived. */
  | { kind: 'resend'; team?: TeamId; day: Day | null; which: 'failed' | 'unknown' };

export type IntentKind = Intent['kind'];
export type IntentOf<Kind extends IntentKind> = Extract<Intent, { kind: Kind }>;

type WeekChange = Partial<Record<Weekday, { style: WorkStyle; arrival: Time | null } | 'off'>>;

/** A week at most is shown at once. */
export const MOST_WEEK_DAYS = 7;

/** Which door an intent came through; the history of answers keeps it. */
export type Door = 'button' | 'command' | 'form' | 'page';

/** What a text is read against: the person's calendar date and week, and what opens a command on their platform. */
export interface ParseContext extends Today {
  prefix: string;
}

/** Understands what a person typed: pure. */
export type Parse = (text: string, context: ParseContext) => Intent | Refusal;
