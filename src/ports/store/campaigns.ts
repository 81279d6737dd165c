import type { Campaign, CampaignId } from '../../domain/campaigns/campaign';
import type { OrgId } from '../../domain/people/person';
import type { Refusal } from '../../domain/refusal';

/** Campaigns of organisations. Every method throws a StoreError when the database fails. */
export interface CampaignStore {
  /** Inserts or replaces the campaign, and makes every team of the organisation due. */
  save(campaign: Campaign): Promise<void>;
  /**
   * Reads and saves the campaign in one transaction, so that no concurrent change is lost. `apply` must be pure, as it
   * may run more than once; if it returns a refusal, nothing is written. Resolves with what `apply` returned; null: the
   * campaign does not exist.
   */
  change(
    org: OrgId,
    campaign: CampaignId,
    apply: (campaign: Campaign) => Campaign | Refusal,
  ): Promise<Campaign | Refusal | null>;
  get(org: OrgId, campaign: CampaignId): Promise<Campaign | null>;
  /** All campaigns of the organisation, by their first day. */
  list(org: OrgId): Promise<Campaign[]>;
}
