import type { Campaign } from '../../domain/campaigns/campaign';
import type { Day, Millis } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Ports } from '../core';
import { type CampaignNeeds, campaignDays } from './campaign-days';
import { viewOfCampaign } from './views';

/** What of a campaign may leave the organisation; what leaves for the first time is recorded as published. */
export async function organiserFigures(
  core: Ports<CampaignNeeds>,
  campaign: Campaign,
  { now, today }: { now: Millis; today: Day },
): Promise<MessageBody> {
  const { published, final } = await campaignDays(core, campaign, now, { report: true });
  return {
    kind: 'organiser-figures',
    campaign: viewOfCampaign(campaign, today),
    days: published.days.flatMap(({ day, disclosures }) => {
      const groups = disclosures.at(-1);
      const isCore = campaign.days.some((other) => other.day === day && other.core);
      return groups ? [{ day, core: isCore, groups }] : [];
    }),
    people: final ? { band: final.people, days: final.days.length } : null,
  };
}
