import type { WorkStyle } from '../domain/answers/work-style';
import type { Named, Terms } from '../domain/campaigns/terms';
import type { DayFigures } from '../domain/figures/day-figures';
import type { Day } from '../domain/time/calendar';
import type { ActivityView, EffectsView } from './effect-views';
import type { SurveyItems } from './survey-messages';
import type { CampaignView, ProgressView } from './views';

/** What to do better next time. */
export type Improvement = 'answers' | 'target' | 'core' | 'departments';

/** A campaign in a few figures. */
export interface CampaignSummary extends Named {
  days: number;
  /** The most teams that had a poll on one day. */
  teams: number;
  /** The most people on the rosters of one day. */
  roster: number;
  /** Distinct people who teleworked at least once. */
  people: number;
  /** Of telework. */
  personDays: number;
  /** Of those who were scheduled: the denominator of its person-days. */
  scheduled: number;
}

/**
 * The report on a campaign for administrators of the organisation, with the headings of the organisers' reports. It is
 * for inside the organisation, and exact: its figures are those of the books, and of a day that is not over those so far.
 * Sections that are absent were not measured.
 */
export interface FinalReport {
  campaign: CampaignView;
  participation: Pick<Terms, 'category' | 'supporting' | 'headcount'>;
  summary: CampaignSummary;
  /** A polled day is not over. */
  running: boolean;
  /** The last campaign before this one. */
  before?: CampaignSummary;
  /** Forms of telework that were used, in person-days. */
  forms: { style: WorkStyle; personDays: number }[];
  /** The most people on the rosters of one day, and their person-days of telework. */
  departments: { name: string; people: number; personDays: number }[];
  days: { day: Day; core: boolean; running: boolean; figures: DayFigures }[];
  /** Days that are over, of which nothing is known any more. */
  missing: Day[];
  /** The share that was aimed at on each day, and on how many of the days that are over it was reached. */
  target?: { target: number; reached: number; all: number };
  /** How the organisation stands, where the campaign sets conditions. */
  conditions?: ProgressView;
  /** Half of the answers that were given after the opening came within this time, in the middle one of these polls. */
  response?: { polls: number; median: number };
  /** Effects that were measured. */
  effects?: Pick<EffectsView, 'periods' | 'effects'>;
  /** Counts of other systems against the usual, on the days that are over. */
  activity?: Pick<ActivityView, 'rows' | 'more' | 'baseline'>;
  /** Results of surveys that take no more answers, each of one day. */
  surveys?: { day: Day; items: SurveyItems }[];
  improve: Improvement[];
}
