import { announcing } from '../../domain/announcement-tasks';
import type { Campaign } from '../../domain/campaigns/campaign';
import { plannedDays } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day } from '../../domain/time/calendar';
import type { AnnouncementEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';

/** How far ahead the next announced day is looked for. */
const NEXT_WITHIN_DAYS = 60;
/** A campaign may have lost the days before its present first one, by one of which it was announced. */
const LOST_DAYS = 31;

/** From which day on the messages that announce the campaign are kept; null: it has no days. */
export function announcedFrom({ days: [first] }: Pick<Campaign, 'days'>): Day | null {
  return first ? addDays(first.day, -LOST_DAYS) : null;
}

/** The post that announces the campaign in the team as a whole; null: there is none. */
export async function announcingPost(
  { ledger }: Ports<'ledger'>,
  team: Team,
  campaign: Campaign,
): Promise<AnnouncementEntry | null> {
  const from = announcedFrom(campaign);
  if (from === null) return null;
  return announcing(await ledger.announcements(team.org, team.id, from), campaign);
}

/**
 * The days by whose tasks the messages were posted that speak of this day, as it begins, is polled or ends: the next
 * announced day, and the campaigns of both.
 */
export async function daysToldOf(
  core: Ports<'campaigns' | 'ledger'>,
  team: Team,
  day: Day,
): Promise<readonly Day[]> {
  const campaigns = await core.campaigns.list(team.org);
  const around = plannedDays(team, campaigns, day, addDays(day, NEXT_WITHIN_DAYS)).filter(
    ({ campaign }) => campaign,
  );
  const next = around.find((one) => one.day > day);
  const told = new Set(next ? [next.day] : []);
  for (const campaign of new Set(around.slice(0, 2).map((one) => one.campaign))) {
    const post = campaign && (await announcingPost(core, team, campaign));
    if (post) told.add(post.day);
  }
  told.delete(day);
  return [...told];
}
