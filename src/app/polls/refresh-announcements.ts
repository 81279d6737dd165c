import type { Card } from '../../domain/card';
import type { OrgId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { MessageBody } from '../../ports/messages';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isChatFault, isDeleted } from '../delivery/outcome';
import type { PostNeeds } from '../delivery/post';
import { type AnnouncementNeeds, announcement } from './announce';

type RefreshNeeds = PostNeeds | AnnouncementNeeds | 'ledger' | 'log';

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

async function refreshDay(core: Ports<RefreshNeeds>, team: Team, day: Day): Promise<void> {
  const { zone, window, language } = team.settings;
  const now = core.clock.now();
  if (windowOn(day, window, zone).opensAt <= now) return;
  const entries = await core.ledger.list(team.org, team.id, day, 'announce');
  const posted = entries.filter(({ post }) => post !== null);
  if (posted.length === 0) return;
  const body = (await announcement(core, team, day)) ?? withdrawn(team, day);
  const card = core.present({ today: dayAt(now, zone), ...body }, language);
  for (const entry of posted) await editOne(core, team, entry, card);
}

async function editOne(
  core: Ports<'chat' | 'ledger' | 'log'>,
  { org, id }: Team,
  entry: LedgerEntry,
  card: Card,
): Promise<void> {
  const { post, day } = entry;
  if (post === null) return;
  try {
    await core.chat.edit(org, post, card);
  } catch (error) {
    if (!isChatFault(error)) throw error;
    if (isDeleted(error)) await core.ledger.postLost(entry, post);
    core.log.warn({ err: error, team: id, day }, 'announcement not brought up to date');
  }
}

function withdrawn({ id, settings: { window, zone } }: Team, day: Day): MessageBody {
  return {
    kind: 'announcement',
    team: id,
    day: { day, window, zone, campaign: null, core: false, drill: null, names: false },
    daysAhead: 0,
    planned: 0,
    members: 0,
    withdrawn: true,
  };
}
