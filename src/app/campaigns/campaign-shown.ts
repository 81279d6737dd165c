import { type Campaign, currentCampaigns, findCampaign } from '../../domain/campaigns/campaign';
import { type Refusal, refuse } from '../../domain/refusal';
import { repeated } from '../../domain/text';
import type { Day } from '../../domain/time/calendar';

/** Of the organisation's campaigns the one named, whose figures are asked for, else the current one, else the last one. */
export function campaignShown(
  campaigns: readonly Campaign[],
  name: string | null,
  today: Day,
): Campaign | Refusal {
  if (name !== null)
    return findCampaign(campaigns, name) ?? refuse('unknown-campaign', { text: repeated(name) });
  return currentCampaigns(campaigns, today)[0] ?? campaigns.at(-1) ?? refuse('no-campaign');
}
