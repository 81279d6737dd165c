import type { Overlap } from '../domain/campaigns/campaign';
import type { Disclosure } from '../domain/figures/disclosure';
import type { SizeBand } from '../domain/figures/size-band';
import type { TeamId } from '../domain/people/person';
import type { NotWorking, Refusal } from '../domain/refusal';
import type { TeamSettings } from '../domain/teams/settings';
import type { Day, DayRange, Time, Zone } from '../domain/time/calendar';
import type {
  DeliveryView,
  NotResent,
  RemindedCounts,
  ReminderGroup,
  StoppedChannel,
} from './delivery-views';
import type { ActivityImport, ActivityView, EffectsView } from './effect-views';
import type {
  AuditRow,
  AwayView,
  CampaignView,
  DayView,
  HolidayChange,
  HoursChanged,
  PresetView,
  ProgressView,
} from './views';

/** Messages to an administrator, as data without words. */
export type AdministratorMessage =
  | ({
      kind: 'settings';
      team: TeamId;
      teamName: string;
      settings: TeamSettings;
      changed: string[];
      /** Whether a change was asked for. */
      asked: boolean;
      /** Members who could not be reached in private when the team was last reminded. */
      unreachable: number;
      /** Whether other organisations see what is posted in the team's channel. */
      shared: boolean;
    } & HoursChanged)
  /** `teamName` '': the place has no team yet, and its name is not known. */
  | { kind: 'settings-form'; team: TeamId; teamName: string; settings: TeamSettings; shared: boolean }
  /** In private, for a person who administers several teams: `more` are left out. */
  | { kind: 'which-team'; teams: { team: TeamId; name: string }[]; more: number }
  /**
   * `locked`: why the reader cannot change campaigns; null: they can. `setsUp`: the team that a reader who cannot may set
   * up themselves. `progress`: of the current campaign, for an administrator of the organisation.
   */
  | {
      kind: 'campaigns';
      campaigns: CampaignView[];
      presets: PresetView[];
      locked: Refusal | null;
      setsUp?: TeamId;
      progress?: ProgressView;
    }
  | ({ kind: 'campaign-progress' } & ProgressView)
  | {
      kind: 'campaign-changed';
      change:
        | 'started'
        | 'already-running'
        | 'day-added'
        | 'day-removed'
        | 'ended'
        | 'restored'
        | 'undone'
        | 'set'
        | 'unchanged';
      campaign: CampaignView;
      /** Days left out because they are not working days, with the reason. */
      skipped: NotWorking[];
      /** The one day added or removed. */
      day: Day | null;
      /** A coming working day that could be added. */
      free: Day | null;
      /** With the day that was removed it lost its only core day, or its last day and has ended. */
      lost: 'core' | 'all' | null;
      /** It lost today while today's poll was open, which stays open. */
      isTodayOpen: boolean;
      /** Other campaigns on the same days. */
      overlaps: Overlap[];
      /** So many of a ready-made campaign's days were over already. */
      gone: number;
      /** Coming days that the campaign has lost. */
      dropped: Day[];
      /** Other campaigns whose Telework Days these stay. */
      staying: Overlap[];
      /** Whether its coming days have other hours now. */
      hours: boolean;
      /** Conditions that nobody can meet as the campaign stands. */
      unmet: Refusal[];
      /** The mark of the state that can be taken back; null: there is nothing to take back. */
      undo: string | null;
    }
  | ({ kind: 'holidays-changed' } & HolidayChange)
  /** What a ready-made campaign would be; `gone`: so many of its days are over, `lost`: its core day was one off then. */
  | {
      kind: 'campaign-preview';
      preset: string;
      campaign: CampaignView;
      skipped: NotWorking[];
      overlaps: Overlap[];
      gone: number;
      heldOn: DayRange | null;
      lost: NotWorking | null;
      unmet: Refusal[];
    }
  | { kind: 'campaign-form' }
  | { kind: 'campaign-edit-form'; campaign: CampaignView }
  | ({ kind: 'effects' } & EffectsView)
  | { kind: 'effect-form' }
  | ({ kind: 'activity' } & ActivityView)
  | { kind: 'activity-form' }
  | ({ kind: 'activity-imported' } & ActivityImport)
  | { kind: 'campaign-import-form' }
  | {
      kind: 'organiser-figures';
      campaign: CampaignView;
      /** The days that are over in every team, as they were published; no groups: a roster under five took part. */
      days: { day: Day; core: boolean; groups: Disclosure }[];
      /** Of so many days, in the campaign's final report; null: it is not over. `band` null: none can be told. */
      people: { band: SizeBand | null; days: number } | null;
    }
  | {
      kind: 'deliveries';
      team: TeamId;
      teamName: string;
      day: Day;
      zone: Zone;
      /** Channels that take no messages now. */
      stopped: StoppedChannel[];
      rows: DeliveryView[];
      /** Rows left out. */
      more: number;
      reminders: ReminderGroup[];
      /** Of the second reminder in a drill or an emergency. */
      again: ReminderGroup[];
      /** Members of whose reminders nothing is said, as they have not answered in the team yet. */
      unheard: number;
    }
  | {
      kind: 'resent';
      team: TeamId;
      teamName: string;
      day: Day;
      /** How many the next tick sends. */
      queued: { posts: number; reminders: number };
      left: NotResent[];
      /** How many may or may not have arrived and were not sent again. */
      unknown: number;
    }
  /**
   * The silent of an open poll were reminded. `before`: that was asked for earlier, at this local time; null: now.
   * `unheard`: members of whom it is not told, as they never answered in the team.
   */
  | {
      kind: 'reminded';
      teamName: string;
      day: Day;
      before: Time | null;
      counts: RemindedCounts;
      unheard: number;
    }
  /** `older`: the number before which the next page begins; null: there is none. */
  | { kind: 'audit'; rows: AuditRow[]; older: number | null; zone: Zone }
  /** `posted`: the channel has the poll; else it follows as soon as the platform takes it. */
  /** `again`: a poll that was open already was to be posted again. */
  | { kind: 'poll-opened'; day: DayView; posted: boolean; again: boolean }
  /** What to type in a channel of the other platform, to make it the second channel of this team. */
  | { kind: 'bind-offer'; teamName: string; code: string }
  /** This channel is the team's second one now; `dropped`: it had settings of its own, `namesOff`: the team showed names. */
  | { kind: 'bound'; teamName: string; dropped: boolean; namesOff: boolean }
  | { kind: 'unbound'; teamName: string }
  | { kind: 'trouble'; teamName: string; trouble: 'gone' | 'forbidden' }
  /** These days passed without a poll while the bot was not running; ascending. */
  | { kind: 'missed-days'; teamName: string; days: Day[]; away: AwayView }
  /** Other organisations see what is posted in the team's channel, and its polls are off. */
  | { kind: 'shared-channel'; team: TeamId; teamName: string }
  /** To the person who added the bot to the team's channel. `manages`: whether they may set the team up. */
  | { kind: 'invited'; team: TeamId; teamName: string; manages: boolean }
  /** To the person who installed the bot in the organisation. */
  | { kind: 'installed' };
