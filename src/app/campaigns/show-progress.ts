import { type Campaign, campaignShown } from '../../domain/campaigns/campaign';
import { judge } from '../../domain/campaigns/conditions';
import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { ProgressView } from '../../ports/views';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import { type CampaignNeeds, type CountedCampaign, campaignDays } from '../figures/campaign-days';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';

/** How the organisation stands in the campaign named, else in the current one, else in the last one. */
export async function showProgress(
  { core, actor, now, today }: RequestContext<CampaignNeeds | 'campaigns' | 'effects'>,
  { campaign: name }: IntentOf<'campaign-show'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaign = campaignShown(await core.campaigns.list(actor.org), name, today);
  if (isRefusal(campaign)) return campaign;
  const counted = await campaignDays(core, campaign, now);
  return { kind: 'campaign-progress', ...(await progressOf(core, campaign, counted, today)) };
}

/**
 * Conditions are judged by the books alone; people and person-days are told of running days too, so far. The books know
 * nothing of effects: how many metrics were entered is told with their condition.
 */
export async function progressOf(
  { books, effects }: Ports<'books' | 'effects'>,
  campaign: Campaign,
  { days }: Pick<CountedCampaign, 'days'>,
  today: Day,
): Promise<ProgressView> {
  const booked = new Map(days.flatMap(({ day, running, book }) => (running ? [] : [[day, book] as const])));
  const polled = days.map(({ day }) => day);
  const judged = judge(campaign, booked, today);
  const { length: metrics } = await effects.get(campaign.org, campaign.id);
  return {
    ...judged,
    conditions: judged.conditions.map((one) => (one.kind === 'effects' ? { ...one, have: metrics } : one)),
    campaign: viewOfCampaign(campaign, today),
    running: days.some(({ running }) => running),
    people: (await books.people(campaign.org, campaign.id, polled)).teleworked,
    personDays: days.reduce((sum, { figures }) => sum + figures.telework, 0),
  };
}
