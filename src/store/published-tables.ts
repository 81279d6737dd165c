import type { CampaignId } from '../domain/campaigns/campaign';
import type { OrgId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';

/* The tables of what has left an organisation. */

export interface PublishedDayTable {
  org: OrgId;
  day: Day;
  /** 1 for the first publication; corrections follow. */
  number: number;
  /** JSON. */
  groups: string;
  at: Millis;
}

export interface PublishedCampaignTable {
  org: OrgId;
  campaign: CampaignId;
  /** JSON, as `people`. */
  days: string;
  people: string | null;
  at: Millis;
}
