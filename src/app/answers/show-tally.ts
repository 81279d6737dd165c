import { campaignShown } from '../../domain/campaigns/campaign';
import { isRefusal } from '../../domain/refusal';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import { campaignReport } from '../figures/campaign-report';
import { type PictureNeeds, pictureOf } from '../figures/day-overview';
import type { IntentOf } from '../intent';

/** The tally of a day, of today unless one is named, or the report of a campaign. */
export function showTally(
  context: RequestContext<PictureNeeds>,
  { of }: IntentOf<'tally'>,
): Promise<RequestResult> {
  if (of !== null && 'campaign' in of) return showCampaignTally(context, of.campaign);
  return inTeam(context, async (team) => {
    const { view, phase, tally, curve } = await pictureOf(
      context.core,
      team,
      of?.day ?? context.today,
      context.now,
    );
    return { kind: 'tally', teamName: team.name, day: view, phase, tally, curve };
  });
}

function showCampaignTally(
  context: RequestContext<'campaigns' | 'polls'>,
  named: string | null,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const campaign = campaignShown(await context.core.campaigns.list(team.org), named, context.today);
    if (isRefusal(campaign)) return campaign;
    const report = await campaignReport(context.core, team, campaign, context);
    return { kind: 'report', teamName: team.name, report, thanks: false };
  });
}
