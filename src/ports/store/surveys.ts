import type { OrgId, PersonId } from '../../domain/people/person';
import type { ChosenSurvey } from '../../domain/surveys/survey-tasks';
import type { Day } from '../../domain/time/calendar';

/** How many chose each option of each question. */
type SurveyCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One tap. `options`: all of the question's, so that each is written whichever was chosen. */
interface SurveyTap {
  org: OrgId;
  day: Day;
  person: PersonId;
  item: string;
  option: string;
  options: readonly string[];
}

/**
 * Surveys: counters, and apart from them who has answered which question, without the choice. Every method throws a
 * StoreError when the database fails.
 */
export interface SurveyStore {
  /** Null: none is chosen. */
  chosen(org: OrgId): Promise<(ChosenSurvey & { person: PersonId | null }) | null>;
  /** Chooses a survey in place of another, or none. */
  choose(org: OrgId, survey: (ChosenSurvey & { person: PersonId }) | null): Promise<void>;
  /** Counts a tap and marks the person in one transaction. False: they have answered this question before. */
  count(tap: SurveyTap): Promise<boolean>;
  /** The questions of the day that the person has answered. */
  answered(org: OrgId, day: Day, person: PersonId): Promise<string[]>;
  /** The days with counts, latest first. */
  days(org: OrgId): Promise<Day[]>;
  counts(org: OrgId, day: Day): Promise<SurveyCounts>;
  /** Deletes who has answered: the survey takes no more answers. */
  close(org: OrgId, day: Day): Promise<void>;
}
