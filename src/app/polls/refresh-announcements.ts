import type { OrgId } from '../../domain/people/person';
import { planOf } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt, type Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';
import { type AnnouncementPostNeeds, editAnnouncements, isOutdated } from './announcement-posts';

type RefreshNeeds = AnnouncementPostNeeds | 'log';

/**
 * Edits the announcements of coming days to what is true now: a day that the campaign lost is withdrawn, one
 * that is again, or has another window, is announced so. A failed edit is logged: the day itself follows the agenda
 * in any case.
 */
export async function refreshAnnouncements(
  core: Ports<RefreshNeeds | 'teams'>,
  org: OrgId,
  days: readonly Day[],
): Promise<void> {
  for (const team of await core.teams.list(org)) {
    for (const day of days) await refreshDay(core, team, day);
  }
}

/** How long after its return the bot looks for announcements of the days on which it was away. */
const RETURNED_MS: Millis = 24 * 3_600_000;

/**
 * Has the team's announcements edited that do not show what is true now: the calendar or a campaign may have changed in
 * another process, "tomorrow" becomes "today", and a day goes by, also while the bot is away. The edits are made in turn
 * with other processes, and tried again. `isBusy`: other work of the team was due, which leaves only what was missed.
 */
export async function touchAnnouncements(
  core: Ports<AnnouncementPostNeeds | 'absences' | 'refresh'>,
  team: Team,
  { isBusy }: { isBusy: boolean },
): Promise<void> {
  const now = core.clock.now();
  const { zone, window } = team.settings;
  const [missed] = await core.absences.list(now - RETURNED_MS);
  if (isBusy && !missed) return;
  const today = dayAt(now, zone);
  const yesterday = addDays(today, -1);
  const since = missed ? dayAt(missed.from, zone) : yesterday;
  for (const day of await core.ledger.announced(team.org, team.id, since < yesterday ? since : yesterday)) {
    if (day >= today && windowOn(day, window, zone).opensAt <= now) continue;
    const entries = await core.ledger.list(team.org, team.id, day, 'announce');
    if (await isOutdated(core, team, day, entries)) core.refresh.touch(team.org, team.id, day);
  }
}

async function refreshDay(core: Ports<RefreshNeeds>, team: Team, day: Day): Promise<void> {
  const { window } = planOf(team, await core.campaigns.list(team.org), day);
  if (windowOn(day, window, team.settings.zone).opensAt <= core.clock.now()) return;
  const entries = await core.ledger.list(team.org, team.id, day, 'announce');
  await editAnnouncements(core, team, day, entries, (fault) => {
    if (!isChatFault(fault)) throw fault;
    core.log.warn({ err: fault, team: team.id, day }, 'announcement not brought up to date');
  });
}
