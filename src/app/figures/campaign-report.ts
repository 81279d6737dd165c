import type { Tally } from '../../domain/answers/tally';
import { perStyle, type WorkStyle } from '../../domain/answers/work-style';
import type { Campaign } from '../../domain/campaigns/campaign';
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
  core: Ports<'polls'>,
  team: Team,
  campaign: Campaign,
  { now, today }: { now: Millis; today: Day },
): Promise<CampaignReport> {
  const first = campaign.days[0]?.day ?? today;
  const last = campaign.days.at(-1)?.day ?? today;
  const polls = new Map(
    (await core.polls.list(team.org, team.id, first, last)).map((poll) => [poll.day, poll]),
  );
  const ends = new Map([...polls].map(([day, { endsAt }]) => [day, endsAt]));
  // A day is polled once: the team's own zone of now says nothing about its polls.
  const { counted } = countedDays(campaign, { ends, teams: [] }, now);
  const days = await Promise.all(
    counted.flatMap((day) => {
      const poll = polls.get(day.day);
      return poll ? [tallyOfPoll(core, poll).then((tally) => ({ ...day, tally }))] : [];
    }),
  );
  const reach = await core.polls.reach({
    org: team.org,
    team: team.id,
    campaign: campaign.id,
    days: counted.map(({ day }) => day),
  });
  return {
    campaign: viewOfCampaign(campaign, today),
    days,
    ...reach,
    savings: savingsOfTeam(summed(days.map(({ tally }) => tally)), team),
  };
}

/** Answers of several days together: person-days, never people. */
function summed(tallies: readonly Tally[]): Record<WorkStyle, number> {
  return perStyle((style) => tallies.reduce((total, { byStyle }) => total + byStyle[style], 0));
}
