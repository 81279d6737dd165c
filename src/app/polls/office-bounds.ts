import type { Task } from '../../domain/agenda';
import { beyondBounds, visitorsOf } from '../../domain/office-bounds';
import type { Team } from '../../domain/teams/team';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask, Later } from '../delivery/deliver';
import { type PictureNeeds, pictureOf } from '../figures/day-overview';
import { isTold } from '../figures/week-overview';
import { type ContactNeeds, tellContact } from '../teams/contact';

/**
 * Tells the team's contact that too few or too many come to the office on the day, by the plans of now and as `who`
 * counts them. A day of which nobody has said anything is left out: it would be too few every time.
 */
export async function tellOfficeBounds(
  core: Ports<ContactNeeds | PictureNeeds>,
  team: Team,
  { day }: Extract<Task, { kind: 'office-bounds' }>,
  claim: ClaimedTask,
): Promise<Outcome | Later> {
  const { inOffice = null } = team.settings;
  const picture = await pictureOf(core, team, day, core.clock.now());
  const beyond = beyondBounds(visitorsOf(picture.tally), inOffice);
  if (!isTold(picture) || inOffice === null || beyond === null) return skipped('within-bounds');
  const { members, answered } = picture.tally;
  const body = {
    kind: 'office-bounds' as const,
    team: team.id,
    teamName: team.name,
    day,
    beyond,
    bounds: inOffice,
    visitors: visitorsOf(picture.tally),
    silent: members - answered,
  };
  return tellContact(core, team, body, claim);
}
