import { type Campaign, freeDay, isAhead } from '../../domain/campaigns/campaign';
import { contradictionsIn } from '../../domain/campaigns/impossible';
import type { Refusal } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { RequestContext } from '../context';
import { viewOfCampaign } from '../figures/views';
import { calendarOf } from './campaign-calendar';

export type CampaignChanged = Extract<MessageBody, { kind: 'campaign-changed' }>;
export type Change = CampaignChanged['change'];

/** What an administrator reads after a change; `skipped` and `day` are added where there are any. */
export function changed(
  change: Change,
  campaign: Campaign,
  context: Pick<RequestContext<'defaults'>, 'core' | 'team' | 'today'>,
): CampaignChanged {
  const { today } = context;
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
    free: freeDay(campaign, calendarOf(context), today),
  };
}

/** Conditions that nobody can meet: a campaign may lose days, or be begun late. */
export function unmetOf(campaign: Campaign, today: Day): Refusal[] {
  return contradictionsIn(campaign, today).map(({ refusal }) => refusal);
}
