import type { Day } from './calendar';
import type { OrgId } from './people';

export type CampaignId = string;

export interface CampaignDay {
  day: Day;
  core: boolean;
}

/** A named set of Telework Days of one organisation. */
export interface Campaign {
  org: OrgId;
  id: CampaignId;
  name: string;
  /** Ascending, each day once. */
  days: CampaignDay[];
  /** The share of members who should telework, 0 to 1; null: no target. */
  target: number | null;
  /** True once an administrator ended it: its remaining days are no Telework Days any more. */
  ended: boolean;
}
