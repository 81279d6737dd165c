import type { Campaign } from '../../domain/campaigns/campaign';
import type { Day } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import { viewOfCampaign } from '../figures/views';

export type CampaignChanged = Extract<MessageBody, { kind: 'campaign-changed' }>;
export type Change = CampaignChanged['change'];

/** What an administrator reads after a change; `skipped` and `day` are added where there are any. */
export function changed(change: Change, campaign: Campaign, today: Day): CampaignChanged {
  const view = viewOfCampaign(campaign, today);
  return {
    kind: 'campaign-changed',
    change,
    campaign: view,
    skipped: [],
    day: null,
    lost: null,
    isTodayOpen: false,
    overlaps: [],
  };
}
