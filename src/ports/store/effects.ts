import type { CampaignId } from '../../domain/campaigns/campaign';
import type { SeriesCounts } from '../../domain/effects/activity-file';
import type { Effect } from '../../domain/effects/effect';
import type { OrgId } from '../../domain/people/person';
import type { Refusal } from '../../domain/refusal';

/** The effects that were entered for campaigns. Every method throws a StoreError when the database fails. */
export interface EffectStore {
  /** Empty where nothing was entered. */
  get(org: OrgId, campaign: CampaignId): Promise<readonly Effect[]>;
  /**
   * Reads and saves the effects of a campaign in one transaction, so that no concurrent change is lost. `apply` must be
   * pure, as it may run more than once; if it returns a refusal, nothing is written. Resolves with what it returned.
   */
  change(
    org: OrgId,
    campaign: CampaignId,
    apply: (effects: readonly Effect[]) => readonly Effect[] | Refusal,
  ): Promise<readonly Effect[] | Refusal>;
}

/** What platforms, doors and networks counted. Every method throws a StoreError when the database fails. */
export interface ActivityStore {
  /** In order of their names. */
  sources(org: OrgId): Promise<string[]>;
  /** All series of a source, in order of their names; their days ascend. */
  get(org: OrgId, source: string): Promise<SeriesCounts[]>;
  /** As `EffectStore.change`, for one source; series that `apply` leaves out are deleted. */
  change(
    org: OrgId,
    source: string,
    apply: (series: readonly SeriesCounts[]) => readonly SeriesCounts[] | Refusal,
  ): Promise<readonly SeriesCounts[] | Refusal>;
}
