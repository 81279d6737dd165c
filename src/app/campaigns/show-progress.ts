import { type Campaign, currentCampaigns, findCampaign } from '../../domain/campaigns/campaign';
import { judge } from '../../domain/campaigns/conditions';
import type { Right } from '../../domain/permissions';
import { refuse } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { ProgressView } from '../../ports/views';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';

/** How the organisation stands in the campaign named, else in the current one, else in the last one. */
export async function showProgress(
  { core, actor, today }: RequestContext<'books' | 'campaigns'>,
  { campaign: name }: IntentOf<'campaign-show'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaigns = await core.campaigns.list(actor.org);
  const named = name === null ? null : findCampaign(campaigns, name);
  if (name !== null && !named) return refuse('unknown-campaign', { text: name });
  const campaign = named ?? currentCampaigns(campaigns, today)[0] ?? campaigns.at(-1);
  if (!campaign) return refuse('no-campaign');
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
