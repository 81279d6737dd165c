import type { Campaign } from '../../domain/campaigns/campaign';
import { countedDays } from '../../domain/figures/counted-days';
import { isReported, type Publications, planPublications } from '../../domain/figures/publication';
import type { Day, Millis } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Ports } from '../core';
import { viewOfCampaign } from './views';

/** What of a campaign may leave the organisation; what leaves for the first time is recorded as published. */
export async function organiserFigures(
  core: Ports<'books' | 'teams' | 'polls' | 'publications'>,
  campaign: Campaign,
  { now, today }: { now: Millis; today: Day },
): Promise<MessageBody> {
  const closed = await closedDays(core, campaign, now);
  const published = await publishClosed(core, campaign, closed, now);
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
async function publishClosed(
  { books, publications }: Ports<'books' | 'publications'>,
  { org, id }: Campaign,
  closed: { polled: Day[]; all: boolean },
  now: Millis,
): Promise<Publications> {
  const known = await publications.read(org, closed.polled);
  if (isReported(known, id, closed.polled)) return known;
  const booked = await books.days(org, closed.polled);
  const missing = closed.polled.filter((day) => !booked.has(day));
  for (const day of missing) await books.closeDay(org, day, now);
  const counts = missing.length === 0 ? booked : await books.days(org, closed.polled);
  const people = closed.all ? (await books.people(org, id, closed.polled)).teleworked : null;
  const days = [...counts].map(([day, counted]) => ({ day, counts: counted }));
  return publications.publish(org, closed.polled, now, (before) =>
    planPublications(before, { campaign: id, days, people }),
  );
}

/** The polled days that are over in every team; `all`: every day of the campaign is over, polled or not. */
async function closedDays(
  { teams, polls }: Ports<'teams' | 'polls'>,
  campaign: Campaign,
  now: Millis,
): Promise<{ polled: Day[]; all: boolean }> {
  const { org, days } = campaign;
  const [all, ends] = await Promise.all([
    teams.list(org),
    polls.ends(
      org,
      days.map(({ day }) => day),
    ),
  ]);
  const { counted, complete } = countedDays(campaign, { ends, teams: all }, now);
  return { polled: counted.flatMap(({ day, running }) => (running ? [] : [day])), all: complete };
}
