import type { Task } from '../../domain/agenda';
import { dayAt } from '../../domain/calendar';
import type { Team } from '../../domain/settings';
import { campaignReport } from '../campaign-report';
import type { Core } from '../core';
import type { Outcome } from '../ports';
import type { Claimed } from './index';
import { skipped } from './outcomes';
import { postToTeam } from './post';

/** The campaign's figures with thanks, on the working day after its last Telework Day. */
export async function report(core: Core, team: Team, task: Task, claimed: Claimed): Promise<Outcome> {
  const campaign = await core.store.campaigns.get(team.org, task.subject);
  if (!campaign) return skipped('no-campaign');
  const today = dayAt(core.clock.now(), team.settings.zone);
  const figures = await campaignReport(core, team, campaign, today);
  if (figures.days.length === 0) return skipped('never-polled');
  return postToTeam(
    core,
    team,
    { kind: 'report', teamName: team.name, report: figures, thanks: true },
    claimed,
  );
}
