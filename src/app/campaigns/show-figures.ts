import { campaignShown } from '../../domain/campaigns/campaign';
import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { RequestContext, RequestResult } from '../context';
import type { CampaignNeeds } from '../figures/campaign-days';
import { organiserFigures } from '../figures/organiser-figures';
import type { IntentOf } from '../intent';

/** The figures that may leave the organisation: of the campaign named, else the current one, else the last one. */
export async function showFigures(
  { core, actor, now, today }: RequestContext<CampaignNeeds | 'campaigns' | 'publications'>,
  { campaign: name }: IntentOf<'campaign-figures'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaign = campaignShown(await core.campaigns.list(actor.org), name, today);
  return isRefusal(campaign) ? campaign : organiserFigures(core, campaign, { now, today });
}
