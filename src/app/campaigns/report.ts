import type { Task } from '../../domain/agenda';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { campaignReport } from '../figures/campaign-report';

/** The campaign's figures with thanks, on the working day after its last Telework Day. */
export async function report(
  core: Ports<PostNeeds | 'campaigns' | 'polls'>,
  team: Team,
  task: Extract<Task, { kind: 'report' }>,
  claim: ClaimedTask,
): Promise<Outcome> {
  const campaign = await core.campaigns.get(team.org, task.campaign);
  if (!campaign || campaign.ended) return skipped('no-campaign');
  const now = core.clock.now();
  const figures = await campaignReport(core, team, campaign, { now, today: dayAt(now, team.settings.zone) });
  if (figures.days.length === 0) return skipped('never-polled');
  return postToTeam(
    core,
    team,
    { kind: 'report', teamName: team.name, report: figures, thanks: true },
    claim,
  );
}
