import type { Tally } from '../../domain/answers/tally';
import { perStyle, type WorkStyle } from '../../domain/answers/work-style';
import type { Campaign } from '../../domain/campaigns/campaign';
import { savingsOf } from '../../domain/figures/savings';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { CampaignReport } from '../../ports/views';
import type { Ports } from '../core';
import { tallyOfPoll, viewOfCampaign } from './views';

/** A team's figures over a campaign's days which were polled: people and person-days, never merged. */
export async function campaignReport(
  core: Ports<'polls'>,
  team: Team,
  campaign: Campaign,
  today: Day,
): Promise<CampaignReport> {
  const first = campaign.days[0]?.day ?? today;
  const last = campaign.days.at(-1)?.day ?? today;
  const telework = new Map(campaign.days.map(({ day, core }) => [day, core]));
  const polls = (await core.polls.list(team.org, team.id, first, last)).filter(({ day }) =>
    telework.has(day),
  );
  const days = await Promise.all(
    polls.map(async (poll) => ({
      day: poll.day,
      core: telework.get(poll.day) ?? false,
      tally: await tallyOfPoll(core, poll),
    })),
  );
  const reach = await core.polls.reach({
    org: team.org,
    team: team.id,
    campaign: campaign.id,
    days: polls.map(({ day }) => day),
  });
  const { commuteMinutes } = team.settings;
  return {
    campaign: viewOfCampaign(campaign, today),
    days,
    ...reach,
    savings:
      commuteMinutes === null ? null : savingsOf(summed(days.map(({ tally }) => tally)), commuteMinutes),
  };
}

/** Answers of several days together: person-days, never people. */
function summed(tallies: readonly Tally[]): Record<WorkStyle, number> {
  return perStyle((style) => tallies.reduce((total, { byStyle }) => total + byStyle[style], 0));
}
