import type { Poll } from '../../domain/answers/poll';
import { openSlots } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Millis } from '../../domain/time/calendar';
import type { PollKey } from '../../ports/store/edits';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { editPosted, hasPost, type PostedEntry } from '../delivery/edit-posted';
import { editRetryMs, isChatFault } from '../delivery/outcome';
import type { PostNeeds } from '../delivery/post';
import { closingMessage, pollMessage } from '../figures/views';
import { type AnnouncementPostNeeds, editAnnouncements } from './announcement-posts';
import { closingInPlace, isInPlace } from './in-place';
import { oneLook } from './one-look';

/** The ports to edit the messages of a poll. */
export type EditNeeds = PostNeeds | AnnouncementPostNeeds | 'teams' | 'log';

/** The messages of a poll that are edited as answers arrive, besides the announcements of its day. */
const EDITED = ['open', 'close'] as const;

/**
 * Edits the poll's own message and its closing tally to what the store holds, where they were posted. False: one of
 * them is being posted, and cannot be edited before its address is known; nothing was edited. Throws the first fault
 * after which another try may help.
 */
export async function editPosts(core: Ports<EditNeeds>, { org, team: id, day }: PollKey): Promise<boolean> {
  const ports = oneLook(core);
  const [team, poll] = await Promise.all([ports.teams.get(org, id), ports.polls.get(org, id, day)]);
  if (!team) return true;
  const open = openSlots(team);
  const all = (await ports.ledger.list(org, id, day, null)).filter(({ channel }) => open.includes(channel));
  const entries = all.filter((entry) => poll === null || isOfPoll(entry, poll));
  if (entries.some((entry) => isBeingPosted(ports, entry))) return false;
  const faults: unknown[] = [];
  await closeReplaced(ports, team, day, { all, entries }, faults);
  if (poll) for (const drawing of DRAWINGS) await editDrawn(ports, team, poll, drawing, entries);
  await editAnnouncements(ports, team, entries, (fault, entry) => keepFault(ports, entry, fault, faults));
  if (faults.length > 0) throw faults[0];
  return true;
}

/** The tally of an earlier poll of the day stays as it was when it was followed by another. */
function isOfPoll(entry: LedgerEntry, { round }: Poll): boolean {
  return (entry.kind !== 'open' && entry.kind !== 'close') || (entry.round ?? 0) === round;
}

function isBeingPosted({ clock }: Ports<'clock'>, { kind, state, freeAt }: LedgerEntry): boolean {
  return EDITED.some((edited) => edited === kind) && state === 'claimed' && freeAt > clock.now();
}

/** A clock that was set back reopens no window whose end was announced: answers stay late, and an ended day stays over. */
function drawnAt(now: Millis, { closesAt, endsAt }: Poll, entries: readonly LedgerEntry[]): Millis {
  const isFinished = (kind: 'close' | 'end') =>
    entries.some((entry) => entry.kind === kind && entry.state !== 'claimed' && entry.state !== 'waiting');
  return Math.max(now, isFinished('close') ? closesAt : now, isFinished('end') ? endsAt : now);
}

function keepFault(
  { log }: Ports<'log'>,
  { team, kind, day }: LedgerEntry,
  fault: unknown,
  faults: unknown[],
): void {
  const fields = { err: fault, team, kind, day };
  // That the message was deleted, or is too old, says nothing of the team's other messages.
  if (isChatFault(fault) && editRetryMs(fault) === null) log.warn(fields, 'message can no longer be edited');
  else if (faults.push(fault) > 1) log.warn(fields, 'message not edited in the other channel either');
}

/** The message of a poll that was followed by another one offers no buttons, and points to the later one. */
async function closeReplaced(
  ports: Ports<EditNeeds>,
  team: Team,
  day: Day,
  { all, entries }: { all: readonly LedgerEntry[]; entries: readonly LedgerEntry[] },
  faults: unknown[],
): Promise<void> {
  const isFollowed = (entry: LedgerEntry) =>
    !entries.includes(entry) &&
    entries.some(
      ({ kind, state, channel }) => kind === 'open' && state === 'done' && channel === entry.channel,
    );
  const replaced = all.filter((entry) => entry.kind === 'open' && isFollowed(entry)).filter(hasPost);
  const card = ports.present({ kind: 'poll-moved', today: day, day, replaced: true }, team.settings.language);
  for (const entry of replaced) {
    try {
      await editPosted(ports, entry, card);
    } catch (fault) {
      keepFault(ports, entry, fault, faults);
    }
  }
}

/** What is drawn of a poll: in its own message the question, or the result in its place, and the closing tally. */
type Drawing = 'question' | 'result-in-place' | 'closing';
const DRAWINGS: readonly Drawing[] = ['question', 'result-in-place', 'closing'];
const DRAWN = { question: pollMessage, 'result-in-place': closingInPlace, closing: closingMessage };

function isDrawnSo(
  drawing: Drawing,
  entry: LedgerEntry,
  poll: Poll,
  entries: readonly LedgerEntry[],
): boolean {
  if (drawing === 'closing') return entry.kind === 'close';
  return entry.kind === 'open' && isInPlace(entries, poll, entry.channel) === (drawing === 'result-in-place');
}

async function editDrawn(
  ports: Ports<PostNeeds | 'campaigns' | 'polls' | 'ledger' | 'log'>,
  team: Team,
  poll: Poll,
  drawing: Drawing,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const posts = entries.filter((entry) => isDrawnSo(drawing, entry, poll, entries)).filter(hasPost);
  if (posts.length === 0) return;
  const now = drawnAt(ports.clock.now(), poll, entries);
  const body = await DRAWN[drawing](ports, team, poll, now);
  const card = ports.present({ today: dayAt(now, poll.zone), ...body }, team.settings.language);
  const faults: unknown[] = [];
  const edit = async (entry: PostedEntry) => {
    try {
      await editPosted(ports, entry, card);
    } catch (fault) {
      keepFault(ports, entry, fault, faults);
    }
  };
  for (const post of posts) await edit(post);
  if (faults.length > 0) throw faults[0];
}
