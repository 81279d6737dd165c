import type { CampaignId } from '../domain/campaigns/campaign';
import type { OrgId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';

/* The tables of what has left an organisation. */

interface PublishedDayTable {
  org: OrgId;
  day: Day;
  /** 1 for the first publication; corrections follow. */
  number: number;
  /** JSON. */
  groups: string;
  at: Millis;
}

interface PublishedCampaignTable {
  org: OrgId;
  campaign: CampaignId;
  /** JSON, as `people`. */
  days: string;
  people: string | null;
  at: Millis;
}

/** What was told of an organisation's day: the entry with the highest number holds. */
interface RollUpTable {
  org: OrgId;
  day: Day;
  /** From 1. */
  number: number;
  /** JSON. */
  figures: string;
  at: Millis;
}

export interface PublishedTables {
  published_days: PublishedDayTable;
  published_campaigns: PublishedCampaignTable;
  roll_ups: RollUpTable;
}
