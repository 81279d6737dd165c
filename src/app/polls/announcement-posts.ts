import { type Campaign, holds } from '../../domain/campaigns/campaign';
import { plannedDays } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { PollKey } from '../../ports/store/edits';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { editPosted, hasPost, type PostedEntry, shownMark } from '../delivery/edit-posted';
import type { PostNeeds } from '../delivery/post';
import { type AnnouncementNeeds, announcementOf, dayBefore, withdrawn } from './announce';
import { announcingPost } from './announcing';
import { oneLook } from './one-look';

/** The ports to bring announcements up to date. */
export type AnnouncementPostNeeds = PostNeeds | AnnouncementNeeds | 'ledger';

/**
 * Edits what was posted by the day's tasks to announce it, or its campaign, to what is true now; `entries`: the day's
 * tasks. Each fault of the platform is handed to `onFault`; others are thrown.
 */
export async function editAnnouncements(
  core: Ports<AnnouncementPostNeeds>,
  team: Team,
  entries: readonly LedgerEntry[],
  onFault: (fault: unknown, entry: PostedEntry) => void,
): Promise<void> {
  for (const entry of entries.filter(isAnnouncement)) {
    try {
      await editPosted(core, entry, await cardNow(core, team, entry));
    } catch (fault) {
      onFault(fault, entry);
    }
  }
}

/** Whether a post does not show what is true now. */
export async function isOutdated(
  core: Ports<AnnouncementPostNeeds>,
  team: Team,
  entry: PostedAnnouncement,
): Promise<boolean> {
  return entry.shown !== shownMark(await cardNow(core, team, entry));
}

/**
 * The day by whose tasks the campaign of a coming day was announced, where that message does not show what is true of
 * the day now; null: it does, or it was posted by the tasks of the day itself.
 */
export async function toldElsewhere(
  ports: Ports<AnnouncementPostNeeds | 'teams'>,
  { org, team: id, day }: PollKey,
): Promise<PollKey | null> {
  const core = oneLook(ports);
  const poll = await core.polls.get(org, id, day);
  const team = poll ? null : await core.teams.get(org, id);
  if (!team) return null;
  const [planned] = plannedDays(team, await core.campaigns.list(org), day, day);
  const post = planned?.campaign && (await announcingPost(core, team, planned.campaign));
  if (!post || post.day === day || !(await isOutdated(core, team, post))) return null;
  return { org, team: id, day: post.day };
}

type PostedAnnouncement = PostedEntry & { kind: 'announce' };

function isAnnouncement(entry: LedgerEntry): entry is PostedAnnouncement {
  return entry.kind === 'announce' && hasPost(entry);
}

async function cardNow(core: Ports<AnnouncementPostNeeds>, team: Team, entry: PostedAnnouncement) {
  const today = dayAt(core.clock.now(), team.settings.zone);
  return core.present({ today, ...(await bodyNow(core, team, entry)) }, team.settings.language);
}

async function bodyNow(
  core: Ports<AnnouncementPostNeeds>,
  team: Team,
  entry: PostedAnnouncement,
): Promise<MessageBody> {
  const { day, lead } = entry;
  const campaign = campaignOf(await core.campaigns.list(team.org), team, entry);
  if (!campaign) return withdrawn(team, day);
  const post = await announcingPost(core, team, campaign);
  const isWhole = post === null || (post.day === day && post.lead === lead);
  return isWhole ? announcementOf(core, team, campaign, day) : dayBefore(core, team, day);
}

/** The campaign that a message announces, or of whose day it tells. */
function campaignOf(
  campaigns: readonly Campaign[],
  team: Team,
  { day, ...entry }: PostedAnnouncement,
): Campaign | null {
  const named = 'campaign' in entry && campaigns.find(({ id }) => id === entry.campaign);
  if (named) return named;
  const [planned] = plannedDays(team, campaigns, day, day);
  return planned?.campaign ?? campaigns.find((one) => holds(one, day)) ?? null;
}
