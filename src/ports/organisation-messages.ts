import type { Named } from '../domain/campaigns/terms';
import type { PublishedGroup } from '../domain/figures/disclosure';
import type { RollUpFigures } from '../domain/figures/roll-up';
import type { Refusal } from '../domain/refusal';
import type { SettingKey } from '../domain/teams/change-settings';
import type { TeamSettings } from '../domain/teams/settings';
import type { Day } from '../domain/time/calendar';
import type { FinalReport } from './final-report';

/* What is said of the organisation above its teams. */

/** A department with the names of its teams. */
export interface DepartmentView {
  name: string;
  teams: string[];
}

/** The tally of a day of the organisation, or of a department. */
export interface RollUpView {
  day: Day;
  /** Null: the whole organisation. */
  department: string | null;
  /** The campaign's name; null on a plain workday. */
  campaign: Named | null;
  isCore: boolean;
  /** Teams with a poll whose window is over, and teams that have not finished yet. */
  teams: number;
  waiting: number;
  /** The figures are those of the last window's end: the day is not over. */
  running: boolean;
  /** Null: teams have not finished yet. */
  figures: RollUpFigures | null;
  /** Groups of work styles, as far as they are told; `again`: how often they count one of the people besides. */
  groups: PublishedGroup[];
  again: number;
  /** Of the organisation: each department. */
  departments: { name: string; figures: RollUpFigures }[];
}

/** What a change of several teams makes of one; `refusal`: why it stays as it is. */
export interface TeamChange {
  name: string;
  before: TeamSettings;
  after: TeamSettings;
  changed: SettingKey[];
  refusal: Refusal | null;
}

export type OrganisationMessage =
  | { kind: 'final-report'; report: FinalReport }
  | { kind: 'departments'; departments: DepartmentView[]; without: string[]; channel: string | null }
  /** `changed`: the departments as they are now; `version` null: nothing was changed. */
  | {
      kind: 'departments-changed';
      change: 'set' | 'renamed' | 'removed' | 'imported' | 'undone';
      /** Of the department; of an import, how many teams it names. */
      name: string;
      departments: DepartmentView[];
      version: number | null;
    }
  | { kind: 'departments-form' }
  /** `teamName` null: the organisation's tally is posted nowhere. */
  | { kind: 'organisation-channel'; teamName: string | null }
  /** What new teams begin with; `own`: what differs from the defaults; `changed`: by what was asked for just now. */
  | {
      kind: 'template';
      settings: TeamSettings;
      own: SettingKey[];
      changed: SettingKey[];
      asked: boolean;
    }
  /** `preview`: nothing is changed yet. */
  | { kind: 'teams-changed'; preview: boolean; teams: TeamChange[] }
  /** Whether administrators are listed who has not answered for long. */
  | { kind: 'silent-list'; on: boolean }
  | ({ kind: 'roll-up' } & RollUpView);
