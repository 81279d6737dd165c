import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { SurveyMoment } from '../domain/surveys/survey';
import type { Day, Millis } from '../domain/time/calendar';

interface SurveyTable {
  org: OrgId;
  preset: string;
  moment: SurveyMoment;
  team: TeamId;
  since: Millis;
  /** Who chose it, and is told of the results; null: they were forgotten. */
  person: PersonId | null;
}

interface SurveyCountTable {
  org: OrgId;
  day: Day;
  item: string;
  choice: string;
  people: number;
}

/** Who has answered a question, never with what, and in no order. */
interface SurveyMarkTable {
  org: OrgId;
  day: Day;
  item: string;
  person: PersonId;
}

/** Tables of surveys. */
export interface SurveyTables {
  surveys: SurveyTable;
  survey_counts: SurveyCountTable;
  survey_marks: SurveyMarkTable;
}
