import type { WorkStyle } from '../domain/answers/work-style';
import type { Named, Terms } from '../domain/campaigns/terms';
import type { PublishedGroup } from '../domain/figures/disclosure';
import type { FigureRange } from '../domain/figures/published-tallies';
import type { RollUpFigures } from '../domain/figures/roll-up';
import type { Day } from '../domain/time/calendar';
import type { ActivityView, EffectsView } from './effect-views';
import type { SurveyItems } from './survey-messages';
import type { CampaignView, PeopleTold, ProgressView } from './views';

/** What to do better next time. */
export type Improvement = 'answers' | 'target' | 'core' | 'missing' | 'departments';

/** A campaign in a few figures. */
export interface CampaignSummary extends Named {
  days: number;
  /** The most teams that had a poll on one day. */
  teams: number;
  /** The most people on the rosters of one day. */
  people: number;
  /** Of telework. */
  personDays: FigureRange;
}

/**
 * The report on a campaign for administrators of the organisation, with the headings of the organisers' reports. It is
 * for inside the organisation; everything in it is computed from what was told of its days and departments. Sections that
 * are absent were not measured.
 */
export interface FinalReport {
  campaign: CampaignView;
  participation: Pick<Terms, 'category' | 'supporting' | 'headcount'>;
  summary: CampaignSummary;
  people: PeopleTold;
  /** The last campaign before this one. */
  before?: CampaignSummary;
  /** Forms of telework, in person-days, and those that surely were used. */
  forms: { groups: PublishedGroup[]; used: WorkStyle[] };
  departments: { name: string; people: number; personDays: FigureRange }[];
  days: { day: Day; core: boolean; figures: RollUpFigures }[];
  /** Of days that have not been told, and cannot be any more. */
  missing: Day[];
  /** The share that was aimed at on each day, and on how many days it was surely reached and surely missed. */
  target?: { target: number; reached: number; missed: number };
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
