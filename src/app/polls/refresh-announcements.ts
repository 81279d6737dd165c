import type { Card } from '../../domain/card';
import type { OrgId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { MessageBody } from '../../ports/messages';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Core } from '../core';
import { isChatFault } from '../delivery/outcome';
import { announcement } from './announce';

type Ports = Pick<
  Core,
  'teams' | 'campaigns' | 'answers' | 'people' | 'ledger' | 'chat' | 'present' | 'clock' | 'log'
>;

/**
 * Edits the announcements of coming days to what is true now: a day that the campaign lost is withdrawn, one
 * that is again, or has another window, is announced so. A failed edit is logged: the day itself follows the agenda
 * in any case.
 */
export async function refreshAnnouncements(core: Ports, org: OrgId, days: readonly Day[]): Promise<void> {
  if (days.length === 0) return;
  for (const team of await core.teams.list(org)) {
    for (const day of days) await refreshDay(core, team, day);
  }
}

async function refreshDay(core: Ports, team: Team, day: Day): Promise<void> {
  const { zone, window, language } = team.settings;
  const now = core.clock.now();
  if (windowOn(day, window, zone).opensAt <= now) return;
  const entries = await core.ledger.list(team.org, team.id, day, 'announce');
  const posted = entries.filter(({ post }) => post !== null);
  if (posted.length === 0) return;
  const body = (await announcement(core, team, day)) ?? withdrawn(team, day);
  const card = core.present({ today: dayAt(now, zone), ...body }, language);
  for (const entry of posted) await editOne(core, entry, card);
}

async function editOne(core: Ports, { org, team, day, post }: LedgerEntry, card: Card): Promise<void> {
  if (post === null) return;
  try {
    await core.chat.edit(org, post, card);
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error, team, day }, 'announcement not brought up to date');
  }
}

function withdrawn({ id, settings: { window, zone } }: Team, day: Day): MessageBody {
  return {
    kind: 'announcement',
    team: id,
    day: { day, window, zone, campaign: null, core: false, drill: null },
    daysAhead: 0,
    planned: 0,
    members: 0,
    withdrawn: true,
  };
}
