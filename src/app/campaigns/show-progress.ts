import type { Campaign } from '../../domain/campaigns/campaign';
import { judge } from '../../domain/campaigns/conditions';
import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { ProgressView } from '../../ports/views';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';
import { campaignShown } from './campaign-shown';

/** How the organisation stands in the campaign named, else in the current one, else in the last one. */
export async function showProgress(
  { core, actor, today }: RequestContext<'books' | 'campaigns'>,
  { campaign: name }: IntentOf<'campaign-show'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaign = campaignShown(await core.campaigns.list(actor.org), name, today);
  if (isRefusal(campaign)) return campaign;
  return { kind: 'campaign-progress', ...(await progressOf(core, campaign, today)) };
}

/** By the books alone. */
export async function progressOf(
  { books }: Ports<'books'>,
  campaign: Campaign,
  today: Day,
): Promise<ProgressView> {
  const { org, id } = campaign;
  const booked = await books.days(
    org,
    campaign.days.map(({ day }) => day),
  );
  const days = [...booked.keys()].sort();
  const { teleworked } = await books.people(org, id, days);
  return {
    ...judge(campaign, booked, today),
    campaign: viewOfCampaign(campaign, today),
    people: teleworked,
  };
}
