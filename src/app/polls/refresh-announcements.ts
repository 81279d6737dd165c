import { announcing } from '../../domain/announcement-tasks';
import type { OrgId } from '../../domain/people/person';
import { planOf } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import type { Absence } from '../../domain/time/absence';
import { addDays, type Day, dayAt, type Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { AnnouncementEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';
import { type AnnouncementPostNeeds, editAnnouncements, isOutdated } from './announcement-posts';
import { announcedFrom } from './announcing';
import { oneLook } from './one-look';

type RefreshNeeds = AnnouncementPostNeeds | 'log';

/**
 * Edits what announces coming days to what is true now: a day that the campaign lost is withdrawn, one
 * that is again, or has another window, is announced so. A failed edit is logged: the day itself follows the agenda
 * in any case.
 */
export async function refreshAnnouncements(
  core: Ports<RefreshNeeds | 'teams'>,
  org: OrgId,
  days: readonly Day[],
): Promise<void> {
  if (days.length === 0) return;
  for (const team of await core.teams.list(org)) {
    for (const day of days) await refreshDay(core, team, day);
    const today = dayAt(core.clock.now(), team.settings.zone);
    const { whole } = await announcementsSince(core, team, today);
    await edit(
      core,
      team,
      whole.filter(({ day }) => !days.includes(day)),
    );
  }
}

/** How long after its return the bot looks for announcements of the days on which it was away. */
const RETURNED_MS: Millis = 24 * 3_600_000;

/**
 * Has the team's announcements edited that do not show what is true now: the calendar or a campaign may have changed in
 * another process, "tomorrow" becomes "today", and a day goes by, also while the bot is away. The edits are made in turn
 * with other processes, and tried again. `isBusy`: other work of the team was due, which leaves only what was missed in
 * `absences`, ascending.
 */
export async function touchAnnouncements(
  ports: Ports<AnnouncementPostNeeds | 'refresh'>,
  team: Team,
  { isBusy, absences }: { isBusy: boolean; absences: readonly Absence[] },
): Promise<void> {
  const core = oneLook(ports);
  const now = core.clock.now();
  const { zone, window } = team.settings;
  const missed = absences.find(({ until }) => until >= now - RETURNED_MS);
  if (isBusy && !missed) return;
  const today = dayAt(now, zone);
  const yesterday = addDays(today, -1);
  const since = missed ? dayAt(missed.from, zone) : yesterday;
  const { days, whole } = await announcementsSince(core, team, since < yesterday ? since : yesterday);
  for (const entry of [...days, ...whole]) {
    const { day } = entry;
    if (day >= today && windowOn(day, window, zone).opensAt <= now) continue;
    if (await isOutdated(core, team, entry)) core.refresh.touch(team.org, team.id, day);
  }
}

/** Has the poll of today say whether its campaign still holds the day: it may have changed in another process. */
export async function touchPollOfToday(
  { clock, polls, refresh }: Ports<'clock' | 'polls' | 'refresh'>,
  { org, id, settings }: Team,
): Promise<void> {
  const today = dayAt(clock.now(), settings.zone);
  const poll = await polls.get(org, id, today);
  if (poll?.campaign) refresh.touch(org, id, today);
}

/** What announces the days from `since` on; `whole`: and what announces a campaign that reaches there as a whole. */
async function announcementsSince(
  { campaigns, ledger }: Ports<'campaigns' | 'ledger'>,
  team: Team,
  since: Day,
): Promise<{ days: AnnouncementEntry[]; whole: AnnouncementEntry[] }> {
  const reaching = (await campaigns.list(team.org)).filter(({ days }) => (days.at(-1)?.day ?? '') >= since);
  const begins = reaching.map(announcedFrom).filter((from) => from !== null);
  const from = [since, ...begins].sort()[0] ?? since;
  const posts = await ledger.announcements(team.org, team.id, from);
  const wholes = reaching.map((campaign) => announcing(posts, campaign));
  const isWhole = ({ day, lead }: AnnouncementEntry) =>
    wholes.some((post) => post?.day === day && post.lead === lead);
  return { days: posts.filter((post) => post.day >= since && !isWhole(post)), whole: posts.filter(isWhole) };
}

async function refreshDay(core: Ports<RefreshNeeds>, team: Team, day: Day): Promise<void> {
  const { window } = planOf(team, await core.campaigns.list(team.org), day);
  if (windowOn(day, window, team.settings.zone).opensAt <= core.clock.now()) return;
  await edit(core, team, await core.ledger.list(team.org, team.id, day, 'announce'));
}

async function edit(
  core: Ports<RefreshNeeds>,
  team: Team,
  entries: Parameters<typeof editAnnouncements>[2],
): Promise<void> {
  await editAnnouncements(core, team, entries, (fault, { day }) => {
    if (!isChatFault(fault)) throw fault;
    core.log.warn({ err: fault, team: team.id, day }, 'announcement not brought up to date');
  });
}
