import type { Campaign, CampaignId } from '../../domain/campaigns/campaign';
import type { OrgId } from '../../domain/people/person';
import type { Refusal } from '../../domain/refusal';

export interface CampaignStore {
  /** Inserts or replaces; every team of the organisation is looked at again. */
  save(campaign: Campaign): Promise<void>;
  /**
   * Changes the campaign as it is now, in one transaction, and resolves with what was saved. `apply` is pure; a
   * refusal from it writes nothing and is handed back. Null: no such campaign.
   */
  change(
    org: OrgId,
    campaign: CampaignId,
    apply: (campaign: Campaign) => Campaign | Refusal,
  ): Promise<Campaign | Refusal | null>;
  get(org: OrgId, campaign: CampaignId): Promise<Campaign | null>;
  list(org: OrgId): Promise<Campaign[]>;
}
