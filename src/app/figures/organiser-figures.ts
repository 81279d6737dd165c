import type { Campaign } from '../../domain/campaigns/campaign';
import { isReported, type Publications, planPublications } from '../../domain/figures/publication';
import type { Day, Millis } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Ports } from '../core';
import { type CampaignNeeds, type CountedCampaign, campaignDays } from './campaign-days';
import { viewOfCampaign } from './views';

/** What of a campaign may leave the organisation; what leaves for the first time is recorded as published. */
export async function organiserFigures(
  core: Ports<CampaignNeeds | 'publications'>,
  campaign: Campaign,
  { now, today }: { now: Millis; today: Day },
): Promise<MessageBody> {
  const published = await publish(core, campaign, await campaignDays(core, campaign, now), now);
  const report = published.campaigns.find((other) => other.campaign === campaign.id);
  return {
    kind: 'organiser-figures',
    campaign: viewOfCampaign(campaign, today),
    days: published.days.flatMap(({ day, disclosures }) => {
      const groups = disclosures.at(-1);
      const isCore = campaign.days.some((other) => other.day === day && other.core);
      return groups ? [{ day, core: isCore, groups }] : [];
    }),
    people: report ? { band: report.people, days: report.days.length } : null,
  };
}

/** Of days that are over, by their books, until the final report: they may have been corrected. */
async function publish(
  { books, publications }: Ports<'books' | 'publications'>,
  { org, id }: Campaign,
  { days, over, complete }: CountedCampaign,
  now: Millis,
): Promise<Publications> {
  const known = await publications.read(org, over);
  if (isReported(known, id, over)) return known;
  const people = complete ? (await books.people(org, id, over)).teleworked : null;
  const closed = days.flatMap(({ day, running, book }) => (running ? [] : [{ day, counts: book }]));
  return publications.publish(org, over, now, (before) =>
    planPublications(before, { campaign: id, days: closed, people }),
  );
}
