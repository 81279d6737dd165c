import type { CampaignId } from '../domain/campaigns/campaign';
import type { OrgId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';

/* What administrators enter besides people's answers. */

interface EffectTable {
  org: OrgId;
  campaign: CampaignId;
  /** JSON. */
  effects: string;
}

interface ActivityTable {
  org: OrgId;
  /** What counted: a platform, a door, a network. */
  source: string;
  series: string;
  /** JSON: a row of day, total and readings for each day, ascending. */
  days: string;
  oldest: Day;
}

export interface MeasuredTables {
  effects: EffectTable;
  activity: ActivityTable;
}
