import type { Poll } from '../../domain/answers/poll';
import { platformOf } from '../../domain/people/addresses';
import { openSlots } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { dayAt, type Millis } from '../../domain/time/calendar';
import { ChatError } from '../../ports/chat';
import type { PollKey } from '../../ports/store/edits';
import type { LedgerEntry, TaskKind } from '../../ports/store/ledger';
import { type Core, type PollRefresh, REFRESH_DELAY } from '../core';
import { editRetryMs, isChatFault, isLimited } from '../delivery/outcome';
import { closingMessage, pollMessage } from '../figures/views';

/** What is under way for one poll. */
interface Upkeep {
  item: PollKey;
  /** Whether something changed since its last edit began. */
  dirty: boolean;
  /** The latest edit of any process when the change was here already: a later one has shown it. */
  shown: number | null;
  /** Tries in a row that ended in a fault nobody knows the length of. */
  faults: number;
  cancelTimer: (() => void) | null;
  editing: Promise<void> | null;
}

/** Try again after so long; `shown` as above. */
interface Retry {
  waitMs: Millis;
  shown: number | null;
  fault: boolean;
}

/** Longer than an edit takes; whoever is overtaken edits again. */
const LEASE: Millis = 30_000;
/** A fault which is not the platform's, as of a database that is away. */
const LOOK_AGAIN: Millis = 15_000;
/** After so many in a row it is tried less often, and no more once the day is surely over. */
const MANY_FAULTS = 40;
const SELDOM: Millis = 60_000;
const SURELY_OVER: Millis = 48 * 3_600_000;

/**
 * Coalesces edits: changes gather for a moment, then each poll touched is edited once, from the store, so that
 * the last state is always the one sent. Polls do not wait for each other: a platform may take its time with one.
 * Processes that share the database take turns at a poll, and leave it when another has shown what they know of. What
 * is in memory here is only a hint: `catchUp` finds what a process that died has left.
 */
export function createRefresh(core: Omit<Core, 'refresh' | 'runDueNow'>): PollRefresh {
  const polls = new Map<string, Upkeep>();
  /** History up to here has been looked through; what came since the last time has its process still. */
  let checked = 0;
  let last: number | null = null;

  function touch(item: PollKey): void {
    const key = `${item.org}|${item.team}|${item.day}`;
    const fresh = { item, dirty: true, shown: null, faults: 0, cancelTimer: null, editing: null };
    const upkeep = polls.get(key) ?? fresh;
    polls.set(key, upkeep);
    upkeep.dirty = true;
    upkeep.shown = null;
    schedule(key, upkeep, REFRESH_DELAY);
  }

  function schedule(key: string, upkeep: Upkeep, delay: Millis): void {
    if (!upkeep.editing) upkeep.cancelTimer ??= core.after(delay, () => begin(key, upkeep));
  }

  function begin(key: string, upkeep: Upkeep): void {
    upkeep.cancelTimer?.();
    upkeep.cancelTimer = null;
    upkeep.dirty = false;
    upkeep.editing = editOne(core, upkeep.item, upkeep.shown).then((retry) => {
      upkeep.editing = null;
      upkeep.faults = retry?.fault ? upkeep.faults + 1 : 0;
      if (retry && !isHopeless(upkeep)) return putOff(key, upkeep, retry);
      if (upkeep.dirty) schedule(key, upkeep, REFRESH_DELAY);
      else polls.delete(key);
    });
  }

  /** What changed while this try ran may be newer than what it heard. */
  function putOff(key: string, upkeep: Upkeep, { waitMs, shown }: Retry): void {
    upkeep.shown = upkeep.dirty ? null : shown;
    upkeep.dirty = true;
    schedule(key, upkeep, upkeep.faults < MANY_FAULTS ? waitMs : Math.max(waitMs, SELDOM));
  }

  /** The end of the day is a task of the ledger's, which brings the messages up to date for good. */
  function isHopeless({ faults, item }: Upkeep): boolean {
    return faults >= MANY_FAULTS && item.day < dayAt(core.clock.now() - SURELY_OVER, 'UTC');
  }

  return {
    touch(org, team, day) {
      core.metrics.count({ what: 'edit-asked', platform: platformOf(org) });
      touch({ org, team, day });
    },
    async settle() {
      await Promise.all([...polls.values()].map(({ editing }) => editing));
      for (const [key, upkeep] of polls) if (upkeep.dirty && !upkeep.editing) begin(key, upkeep);
      await Promise.all([...polls.values()].map(({ editing }) => editing));
    },
    async catchUp() {
      const unseen = await core.edits.unseen(core.clock.now(), checked, last);
      for (const item of unseen.polls) touch(item);
      checked = last ?? unseen.latest;
      last = unseen.latest;
    },
  };
}

/** Null: what there is to show is shown, by whomever, or cannot be. Never throws. */
async function editOne(
  core: Omit<Core, 'refresh' | 'runDueNow'>,
  item: PollKey,
  shown: number | null,
): Promise<Retry | null> {
  try {
    const turn = await core.edits.begin(item, LEASE, shown);
    if (turn.is === 'shown') return null;
    if (turn.is === 'taken') return { waitMs: turn.waitMs, shown: turn.latest, fault: false };
    return await editInTurn(core, item, turn.edit);
  } catch (error) {
    core.log.warn({ err: error, team: item.team, day: item.day }, 'poll not edited');
    return { waitMs: LOOK_AGAIN, shown: null, fault: true };
  }
}

async function editInTurn(
  core: Omit<Core, 'refresh' | 'runDueNow'>,
  item: PollKey,
  edit: number,
): Promise<Retry | null> {
  const fault = await editPosts(core, item).catch((error: unknown) => ({ error }));
  const known = fault === undefined || isChatFault(fault.error);
  const waitMs = fault ? editRetryMs(fault.error) : null;
  const rest = waitMs ?? (known ? REFRESH_DELAY : LOOK_AGAIN);
  const held = await core.edits.end(item, edit, known && waitMs === null, rest);
  // Overtaken: what was sent here last may be older than what another process had sent.
  if (!held) return { waitMs: REFRESH_DELAY, shown: null, fault: false };
  if (!fault) {
    core.metrics.count({ what: 'edit-sent', platform: platformOf(item.org) });
    return null;
  }
  if (!isChatFault(fault.error)) throw fault.error;
  // Waiting for its turn is how a full lane works; anything else is worth a look.
  const level = isLimited(fault.error) ? 'debug' : 'warn';
  core.log[level]({ err: fault.error, team: item.team, day: item.day, retryMs: waitMs }, 'poll not edited');
  return waitMs === null ? null : { waitMs, shown: null, fault: false };
}

/** Edits now; throws what the platform says, and `rate-limited` while another edit of the poll is under way. */
export async function editNow(core: Omit<Core, 'refresh' | 'runDueNow'>, item: PollKey): Promise<void> {
  const turn = await core.edits.begin(item, LEASE, null);
  if (turn.is === 'taken') {
    throw new ChatError('rate-limited', 'the poll is being edited', turn.waitMs + REFRESH_DELAY);
  }
  if (turn.is === 'shown') return;
  let done = false;
  try {
    await editPosts(core, item);
    done = true;
  } finally {
    await core.edits.end(item, turn.edit, done, REFRESH_DELAY);
  }
}

/** Edits the poll's own message and its closing tally, where they were posted. */
async function editPosts(
  core: Omit<Core, 'refresh' | 'runDueNow'>,
  { org, team: id, day }: PollKey,
): Promise<void> {
  const [team, poll] = await Promise.all([core.teams.get(org, id), core.polls.get(org, id, day)]);
  if (!team || !poll) return;
  const reachable = openSlots(team);
  const entries = (await core.ledger.list(org, id, day, null)).filter(({ channel }) =>
    reachable.includes(channel),
  );
  refuseWhilePosting(core, entries);
  await editKind(core, team, poll, entries, 'open');
  await editKind(core, team, poll, entries, 'close');
}

/**
 * What is on its way says what was true when it was drawn, and cannot be edited before its address is known: whoever
 * answers meanwhile is shown by an edit right after it. Nobody answers: no edit.
 */
function refuseWhilePosting({ clock }: Pick<Core, 'clock'>, entries: readonly LedgerEntry[]): void {
  const onTheWay = entries.some(
    ({ kind, state, freeAt }) =>
      (kind === 'open' || kind === 'close') && state === 'claimed' && freeAt > clock.now(),
  );
  if (onTheWay) throw new ChatError('rate-limited', 'the poll is being posted', REFRESH_DELAY);
}

async function editKind(
  core: Omit<Core, 'refresh' | 'runDueNow'>,
  team: Team,
  poll: Poll,
  entries: readonly LedgerEntry[],
  kind: Extract<TaskKind, 'open' | 'close'>,
): Promise<void> {
  const posts = entries.flatMap((entry) => (entry.kind === kind && entry.post ? [entry.post] : []));
  if (posts.length === 0) return;
  const now = core.clock.now();
  const body = await (kind === 'open' ? pollMessage : closingMessage)(core, team, poll, now);
  const card = core.present({ today: dayAt(now, poll.zone), ...body }, team.settings.language);
  const faults: unknown[] = [];
  for (const post of posts) {
    try {
      await core.chat.edit(poll.org, post, card);
    } catch (error) {
      if (!isChatFault(error) || editRetryMs(error) !== null) faults.push(error);
      // Somebody deleted the message, or it is too old: that says nothing of the team's other messages.
      else
        core.log.warn({ err: error, team: team.id, kind, day: poll.day }, 'message can no longer be edited');
    }
  }
  if (faults.length > 0) throw faults[0];
}
