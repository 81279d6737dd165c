import type { Campaign } from '../../domain/campaigns/campaign';
import { judge } from '../../domain/campaigns/conditions';
import { summedRange } from '../../domain/figures/published-tallies';
import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { ProgressView, ToldCondition } from '../../ports/views';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import { type CampaignNeeds, campaignDays, type ToldCampaign, type ToldDay } from '../figures/campaign-days';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';
import { campaignShown } from './campaign-shown';

/** How the organisation stands in the campaign named, else in the current one, else in the last one. */
export async function showProgress(
  { core, actor, now, today }: RequestContext<CampaignNeeds>,
  { campaign: name }: IntentOf<'campaign-show'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaign = campaignShown(await core.campaigns.list(actor.org), name, today);
  if (isRefusal(campaign)) return campaign;
  const told = await campaignDays(core, campaign, now, { report: false });
  return { kind: 'campaign-progress', ...(await progressOf(core, campaign, told, today)) };
}

/** Judged by the books alone; the figures are those that are told. */
export async function progressOf(
  { books }: Ports<'books'>,
  campaign: Campaign,
  { days, final }: Pick<ToldCampaign, 'days' | 'final'>,
  today: Day,
): Promise<ProgressView> {
  const booked = await books.days(
    campaign.org,
    campaign.days.map(({ day }) => day),
  );
  const { conditions, ...judged } = judge(campaign, booked, today);
  return {
    ...judged,
    campaign: viewOfCampaign(campaign, today),
    conditions: conditions.map((one) => ({ ...one, told: toldOf(one.kind, days) })),
    people: peopleOf({ days, final }),
    personDays: summedRange(days.map(({ figures }) => figures.telework)),
  };
}

/** The people who teleworked at least once: the band that was published, or how many they are at least. */
export function peopleOf({ days, final }: Pick<ToldCampaign, 'days' | 'final'>): ProgressView['people'] {
  return {
    atLeast: Math.max(0, ...days.map(({ figures }) => figures.telework.from)),
    band: final?.people ?? null,
    days: days.length,
  };
}

/** Of the core days: the most that one of them has. */
function toldOf(kind: ToldCondition['kind'], days: readonly ToldDay[]): ToldCondition['told'] {
  if (kind !== 'core-people') return null;
  const cores = days.flatMap(({ core, figures }) => (core ? [figures.telework] : []));
  return {
    from: Math.max(0, ...cores.map(({ from }) => from)),
    until: Math.max(0, ...cores.map(({ until }) => until)),
  };
}
