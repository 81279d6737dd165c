import type { Named } from '../domain/campaigns/terms';
import type { PublishedGroup } from '../domain/figures/disclosure';
import type { RollUpFigures } from '../domain/figures/roll-up';
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
  | ({ kind: 'roll-up' } & RollUpView);
