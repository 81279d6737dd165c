import type { SurveyCell, SurveyMoment } from '../domain/surveys/survey';
import type { Day } from '../domain/time/calendar';

/** The results by question; `cells` null: fewer than five people answered. */
export type SurveyItems = readonly { item: string; cells: readonly SurveyCell[] | null }[];

/** Messages of surveys, as data without words. */
export type SurveyMessage =
  /** To a participant: the question numbered `item`, from 0. */
  | { kind: 'survey-question'; day: Day; preset: string; item: number }
  /** `all`: every question was answered; else the person stopped. */
  | { kind: 'survey-thanks'; all: boolean }
  | { kind: 'survey-form'; chosen: { preset: string; moment: SurveyMoment } | null }
  | { kind: 'survey-status'; chosen: { preset: string; moment: SurveyMoment } | null }
  /** `open`: a later survey, and the last day on which it takes answers. */
  | { kind: 'survey-results'; day: Day; items: SurveyItems; open?: { day: Day; until: Day } };
