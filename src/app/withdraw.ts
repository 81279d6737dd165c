import { plannedDays } from '../domain/agenda';
import { type Day, dayAt } from '../domain/calendar';
import type { OrgId } from '../domain/people';
import type { Team } from '../domain/settings';
import { windowOn } from '../domain/window';
import type { Core } from './core';
import { ChatError } from './ports';

/**
 * Corrects announcements of days that are no Telework Days any more: the posts are edited, so that nobody plans
 * on their word. An edit that fails is logged: the day itself is not polled in any case.
 */
export async function withdrawAnnouncements(core: Core, org: OrgId, days: readonly Day[]): Promise<void> {
  if (days.length === 0) return;
  const campaigns = await core.store.campaigns.list(org);
  for (const team of await core.store.teams.list(org)) {
    for (const day of days) {
      const [still] = plannedDays(team, campaigns, day, day);
      if (!still?.campaign) await withdrawDay(core, team, day);
    }
  }
}

async function withdrawDay(core: Core, team: Team, day: Day): Promise<void> {
  const { zone, window, language } = team.settings;
  const now = core.clock.now();
  if (windowOn(day, window, zone).opensAt <= now) return;
  const card = core.present(
    {
      kind: 'announcement',
      today: dayAt(now, zone),
      team: team.id,
      day: { day, window, zone, campaign: null, core: false, drill: null },
      daysAhead: 0,
      planned: 0,
      members: 0,
      withdrawn: true,
    },
    language,
  );
  const entries = await core.store.ledger.list(team.org, team.id, day, 'announce');
  for (const { post } of entries) {
    if (post === null) continue;
    try {
      await core.chat.edit(team.org, post, card);
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      core.log.warn({ err: error, team: team.id, day }, 'announcement not withdrawn');
    }
  }
}
