import type { Poll } from '../../domain/answers/poll';
import { middleResponse, type Tally } from '../../domain/answers/tally';
import { perStyle, type WorkStyle } from '../../domain/answers/work-style';
import { type Campaign, namedOf } from '../../domain/campaigns/campaign';
import { countedDays } from '../../domain/figures/counted-days';
import { savingsOfTeam } from '../../domain/figures/savings';
import type { Team } from '../../domain/teams/team';
import type { Day, Millis } from '../../domain/time/calendar';
import type { CampaignReport } from '../../ports/views';
import type { Ports } from '../core';
import { tallyOfPoll, viewOfCampaign } from './views';

/**
 * A team's figures over a campaign's days which were polled, those that are running included: people and person-days,
 * never merged.
 */
export async function campaignReport(
  core: Ports<'campaigns' | 'polls'>,
  team: Team,
  campaign: Campaign,
  { now, today }: { now: Millis; today: Day },
): Promise<CampaignReport> {
  const polls = await pollsIn(core, team, campaign);
  const ends = new Map([...polls].map(([day, { endsAt }]) => [day, endsAt]));
  // A day is polled once: the team's own zone of now says nothing about its polls.
  const { counted } = countedDays(campaign, { ends, teams: [] }, now);
  const days = await Promise.all(
    counted.flatMap((day) => {
      const poll = polls.get(day.day);
      return poll ? [tallyOfPoll(core, poll).then((tally) => ({ ...day, tally }))] : [];
    }),
  );
  const polled = counted.map(({ day }) => day);
  const books = await Promise.all(polled.map((day) => core.polls.book(team.org, team.id, day)));
  const response = middleResponse(books.map((book) => book?.curve.median ?? null));
  const before = days.length === 0 ? null : await reportBefore(core, team, campaign);
  return {
    campaign: viewOfCampaign(campaign, today),
    days,
    ...(await reachOf(core, team, campaign, polled)),
    savings: savingsOfTeam(summed(days.map(({ tally }) => tally)), team),
    ...(response && { response }),
    ...(before && { before }),
  };
}

/** The team's polls on the days of the campaign. */
async function pollsIn(
  { polls }: Ports<'polls'>,
  { org, id }: Team,
  { days }: Campaign,
): Promise<Map<Day, Poll>> {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return new Map();
  const own = new Set(days.map(({ day }) => day));
  const found = await polls.list(org, id, first, last);
  return new Map(found.filter(({ day }) => own.has(day)).map((poll) => [poll.day, poll]));
}

function reachOf({ polls }: Ports<'polls'>, { org, id }: Team, campaign: Campaign, days: Day[]) {
  return polls.reach({ org, team: id, campaign: campaign.id, days });
}

async function reportBefore(
  core: Ports<'campaigns' | 'polls'>,
  team: Team,
  { days }: Campaign,
): Promise<CampaignReport['before'] | null> {
  const first = days[0]?.day ?? '';
  const earlier = (await core.campaigns.list(team.org))
    .filter((other) => (other.days.at(-1)?.day ?? first) < first)
    .reverse();
  for (const campaign of earlier) {
    const found = await pollsIn(core, team, campaign);
    const polled = [...found.keys()];
    if (polled.length === 0) continue;
    const tallies = await Promise.all([...found.values()].map((poll) => tallyOfPoll(core, poll)));
    return {
      ...namedOf(campaign),
      days: polled.length,
      ...(await reachOf(core, team, campaign, polled)),
      scheduled: tallies.reduce((sum, { members }) => sum + members, 0),
    };
  }
  return null;
}

/** Answers of several days together: person-days, never people. */
function summed(tallies: readonly Tally[]): Record<WorkStyle, number> {
  return perStyle((style) => tallies.reduce((total, { byStyle }) => total + byStyle[style], 0));
}
