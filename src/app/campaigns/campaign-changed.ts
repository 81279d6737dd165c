import { type Campaign, isAhead } from '../../domain/campaigns/campaign';
import { contradictionsIn } from '../../domain/campaigns/impossible';
import type { Refusal } from '../../domain/refusal';
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
    gone: 0,
    dropped: [],
    staying: [],
    hours: false,
    unmet: isAhead(campaign, today) ? unmetOf(campaign, today) : [],
    undo: null,
  };
}

/** Conditions that nobody can meet: a campaign may lose days, or be begun late. */
export function unmetOf(campaign: Campaign, today: Day): Refusal[] {
  return contradictionsIn(campaign, today).map(({ refusal }) => refusal);
}
