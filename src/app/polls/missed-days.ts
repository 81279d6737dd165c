import type { Task } from '../../domain/agenda';
import { missedDays } from '../../domain/missed-days';
import type { Team } from '../../domain/teams/team';
import { momentAt } from '../../domain/time/calendar';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask, Later } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { type ContactNeeds, contactOf, tellContact } from '../teams/contact';
import { type AgendaNeeds, agendaInput } from './team-agenda';

/** The ports to tell a team's contact of days that were missed. */
export type MissedNeeds = AgendaNeeds | ContactNeeds | PostNeeds;

/**
 * Tells the team's contact, privately, or its channel where there is none, that days passed without a poll while the bot
 * was away.
 */
export async function tellMissed(
  core: Ports<MissedNeeds>,
  team: Team,
  { since }: Extract<Task, { kind: 'missed' }>,
  claim: ClaimedTask,
): Promise<Outcome | Later> {
  const now = core.clock.now();
  const input = await agendaInput(core, team, now);
  const absence = input.absences.find(({ from }) => from === since);
  const days = absence ? missedDays(input, absence) : [];
  if (!absence || days.length === 0) return skipped('no-day');
  const { zone } = team.settings;
  const away = { from: momentAt(absence.from, zone), until: momentAt(absence.until, zone) };
  const body = { kind: 'missed-days' as const, teamName: team.name, days, away };
  // Without a contact the channel is told: it names no person, and an administrator reads it there.
  const contact = await contactOf(core, team);
  return contact?.member ? tellContact(core, team, body, claim) : postToTeam(core, team, body, claim);
}
