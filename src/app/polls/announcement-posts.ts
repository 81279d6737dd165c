import type { Card } from '../../domain/card';
import { plannedDays, workCalendar } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { editPosted, hasPost, type PostedEntry, shownMark } from '../delivery/edit-posted';
import type { PostNeeds } from '../delivery/post';
import { type AnnouncementBody, type AnnouncementNeeds, announcement } from './announce';

/** The ports to bring announcements up to date. */
export type AnnouncementPostNeeds = PostNeeds | AnnouncementNeeds | 'ledger';

/** How far ahead the next announced day is looked for. */
const NEXT_WITHIN_DAYS = 60;

/**
 * Edits the day's announcements to what is true now; `entries`: the day's tasks. Of several only the last one asks. Each
 * fault of the platform is handed to `onFault`; others are thrown.
 */
export async function editAnnouncements(
  core: Ports<AnnouncementPostNeeds>,
  team: Team,
  day: Day,
  entries: readonly LedgerEntry[],
  onFault: (fault: unknown, entry: PostedEntry) => void,
): Promise<void> {
  for (const { entry, card } of await cardsNow(core, team, day, entries)) {
    try {
      await editPosted(core, entry, card);
    } catch (fault) {
      onFault(fault, entry);
    }
  }
}

/** Whether an announcement of the day does not show what is true now; `entries`: as above. */
export async function isOutdated(
  core: Ports<AnnouncementPostNeeds>,
  team: Team,
  day: Day,
  entries: readonly LedgerEntry[],
): Promise<boolean> {
  const cards = await cardsNow(core, team, day, entries);
  return cards.some(({ entry, card }) => entry.shown !== shownMark(card));
}

async function cardsNow(
  core: Ports<AnnouncementPostNeeds>,
  team: Team,
  day: Day,
  entries: readonly LedgerEntry[],
): Promise<{ entry: PostedEntry; card: Card }[]> {
  const posted = entries
    .filter(({ kind }) => kind === 'announce')
    .filter(hasPost)
    .sort((a, b) => a.updatedAt - b.updatedAt);
  if (posted.length === 0) return [];
  const body = (await announcement(core, team, day)) ?? withdrawn(team, day);
  const today = dayAt(core.clock.now(), team.settings.zone);
  return posted.map((entry) => {
    const isLast = posted.findLast(({ channel }) => channel === entry.channel) === entry;
    return { entry, card: core.present({ today, ...(isLast ? body : quiet(body)) }, team.settings.language) };
  });
}

/** The next announced day after this one; null: none is in sight. */
export async function nextAnnounced(core: Ports<'campaigns'>, team: Team, after: Day): Promise<Day | null> {
  const campaigns = await core.campaigns.list(team.org);
  const [from, until] = [addDays(after, 1), addDays(after, NEXT_WITHIN_DAYS)];
  return plannedDays(team, campaigns, from, until).find(({ campaign }) => campaign)?.day ?? null;
}

function quiet(body: AnnouncementBody): AnnouncementBody {
  return body.stands === 'asking' ? { ...body, stands: 'quiet' } : body;
}

function withdrawn(team: Team, day: Day): AnnouncementBody {
  const { window, zone } = team.settings;
  const why = notWorking(day, workCalendar(team));
  return {
    kind: 'announcement',
    team: team.id,
    day: { day, window, zone, campaign: null, core: false, drill: null, names: false },
    daysAhead: 0,
    planned: 0,
    members: 0,
    stands: 'withdrawn',
    ...(why && { why }),
  };
}
