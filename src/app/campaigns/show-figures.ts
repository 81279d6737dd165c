import { currentCampaigns, findCampaign } from '../../domain/campaigns/campaign';
import type { Right } from '../../domain/permissions';
import { refuse } from '../../domain/refusal';
import type { RequestContext, RequestResult } from '../context';
import { organiserFigures } from '../figures/organiser-figures';
import type { IntentOf } from '../intent';

/** The figures that may leave the organisation: of the campaign named, else the current one, else the last one. */
export async function showFigures(
  { core, actor, now, today }: RequestContext<'books' | 'campaigns' | 'teams' | 'polls' | 'publications'>,
  { campaign: name }: IntentOf<'campaign-figures'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaigns = await core.campaigns.list(actor.org);
  const named = name === null ? null : findCampaign(campaigns, name);
  if (name !== null && !named) return refuse('unknown-campaign', { text: name });
  const campaign = named ?? currentCampaigns(campaigns, today)[0] ?? campaigns.at(-1);
  return campaign ? organiserFigures(core, campaign, { now, today }) : refuse('no-campaign');
}
