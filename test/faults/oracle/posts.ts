import { isSameWork } from '../../../src/app/delivery/same-work';
import type { Millis } from '../../../src/domain/time/calendar';
import type { LedgerEntry, LedgerWork, TaskKey } from '../../../src/ports/store/ledger';
import { postIdOf } from '../../../src/store/task-key';
import { type Act, DAY, NEXT_DAY } from '../plan';
import type { Done, Played } from '../play';
import type { Room, World } from '../world';
import {
  at,
  DAYS,
  doubtsOf,
  endOf,
  ledgerOf,
  mayHaveEnded,
  nameOf,
  openingOf,
  owesPoll,
  postIdsOf,
  ranIn,
  wasRefused,
  wasSet,
} from './tasks';

/** After so many tries a process gives up recording an outcome, and the next attempt cannot know it. */
export const GIVES_UP_AFTER = 75;

/** Whether what was due may not be due any more. */
export function mayBeForsaken(played: Played, room: Room): boolean {
  return mayHaveEnded(played, room) || wasSet(played, room);
}

/** Every message of the agenda once, as far as the process ran while it was due. */
export async function judgePosts(played: Played, faults: string[]): Promise<void> {
  const { world } = played;
  for (const room of world.rooms) {
    await judgePolls(played, room, faults);
    for (const { key, isOwed } of await tasksOf(played, room)) {
      const entry = (await ledgerOf(world, key)).find((one) => isSameWork(one, key));
      // What was tried in vain before a campaign ended is not tried again.
      const isForsaken = !isOwed && entry?.state === 'waiting' && mayBeForsaken(played, room);
      if ((entry && !isForsaken) || isOwed) judgePost(played, { key, isOwed }, entry, faults);
      const postId = postIdOf(key);
      const ended = endOf(played, room);
      const isSilent = key.kind === 'announce' || key.kind === 'open' || key.kind === 'report';
      const late = world.chat.messages.some(
        ({ key: of, id }) => of === postId && ended && (world.sentAt.get(id) ?? 0) > ended.at + IN_FLIGHT,
      );
      if (isSilent && late && !(await isOfOpenPoll(world, key)))
        faults.push(`${nameOf(key)}: posted after the campaign's end`);
    }
  }
}

/** A day is polled once, whatever becomes of the zone, and again only where an administrator asks for it. */
async function judgePolls({ world, done }: Played, room: Room, faults: string[]): Promise<void> {
  const { org, team } = room;
  for (const poll of await world.process().raw.polls.list(org, team, '2018-07-01', '2018-08-31')) {
    const asked = done.filter(
      ({ act, room: of, told }) => of === room && act && told !== 'refused' && DECLARED.includes(act.what),
    );
    if (poll.round > (poll.day === DAY ? asked.length : 0) || !DAYS.includes(poll.day))
      faults.push(`${org} ${team}: polled for ${poll.day}, ${poll.round} times again`);
  }
}

const DECLARED: readonly Act['what'][] = ['drill', 'emergency', 'poll-now'];

/** What was begun before a campaign ended may still arrive. */
const IN_FLIGHT: Millis = 60_000;

async function isOfOpenPoll(world: World, { org, team, day, kind }: TaskKey): Promise<boolean> {
  return kind === 'open' && (await world.process().raw.polls.get(org, team, day)) !== null;
}

interface Expected {
  key: TaskKey;
  /** False: it may be missing. */
  isOwed: boolean;
}

async function tasksOf(played: Played, room: Room): Promise<Expected[]> {
  const { org, team } = room;
  const { world } = played;
  const { raw } = world.process();
  const isHeld = !mayHaveEnded(played, room);
  const keyOf = (work: LedgerWork, day: string): TaskKey => ({ ...work, org, team, day, channel: 'first' });
  const all: Expected[] = [];
  for (const day of DAYS) {
    const poll = await raw.polls.get(org, team, day);
    const opens = at(day, '07:00');
    const isStill = !wasSet(played, room) || world.absences.length === 0;
    all.push({
      key: keyOf({ kind: 'announce', lead: 'prev' }, day),
      isOwed: isHeld && isStill && ranIn(world, opens - 22 * HOUR, opens),
    });
    if (!poll) {
      all.push({ key: keyOf({ kind: 'open' }, day), isOwed: isHeld && owesPoll(played, room, day) });
      continue;
    }
    for (let round = 0; round <= poll.round; round += 1) {
      const turn = round === 0 ? {} : { round };
      all.push({ key: keyOf({ kind: 'open', ...turn }, day), isOwed: true });
      all.push({ key: keyOf({ kind: 'close', ...turn }, day), isOwed: true });
      const isReminded = round === poll.round && poll.remindAt !== null;
      all.push({
        key: keyOf({ kind: 'remind', ...turn }, day),
        isOwed: isReminded && ranIn(world, poll.remindAt ?? 0, poll.closesAt),
      });
    }
    all.push({ key: keyOf({ kind: 'end' }, day), isOwed: true });
  }
  all.push({ key: keyOf({ kind: 'report', campaign: 'campaign' }, NEXT_DAY), isOwed: isHeld });
  return all;
}

const HOUR: Millis = 3_600_000;

function judgePost(
  { world, done }: Played,
  { key, isOwed }: Expected,
  entry: LedgerEntry | undefined,
  faults: string[],
): void {
  const ids = postIdsOf(world, key);
  const posted = world.chat.messages.filter((message) => ids.includes(message.key));
  const doubts = ids.reduce((sum, id) => sum + doubtsOf(world, id), 0);
  // An open poll is posted again where an administrator asks for it.
  const asked = done.filter(({ act, room }) => act?.what === 'poll-now' && room.team === key.team).length;
  const isPosted = key.kind !== 'remind' && key.kind !== 'end';
  const say = (what: string) =>
    faults.push(`${nameOf(key)}: ${what} (${entry?.state}, ${entry?.reason}, ${posted.length} posted)`);
  if (entry?.state === 'unknown') {
    if (doubts === 0) say('unknown, though nothing was uncertain');
    if (mayRepeat(key.kind) || posted.length > 1 + (key.kind === 'open' ? asked : 0)) say('given up');
  } else if (entry?.state === 'failed') {
    if (!ids.some((id) => wasRefused(world, id))) say('failed, though nothing was refused');
  } else if (entry?.state === 'skipped' && SKIPS[key.kind]?.includes(entry.reason ?? '')) return;
  else if (entry?.state === 'skipped' && !isOwed && LEFT_OVER.has(entry.reason ?? '')) return;
  else if (entry?.state !== 'done') say('not done');
  else if (isPosted) {
    if (posted.length === 0) say('missing');
    if (posted.length > 1 && !(mayRepeat(key.kind) && posted.length - 1 <= doubts + asked)) say('doubled');
    if (!posted.some((message) => message.id === entry.post)) say('not known by its address');
  }
}

/** How tasks end that the agenda has no more, or that are too late. */
const LEFT_OVER: ReadonlySet<string> = new Set(['overdue', 'withdrawn']);

/** Why tasks may be left out. */
const SKIPS: Partial<Record<TaskKey['kind'], readonly string[]>> = {
  open: ['later-poll', 'no-day', 'away'],
  close: ['later-poll'],
  remind: ['later-poll', 'too-late'],
  report: ['never-polled', 'no-campaign'],
};

/** As it is documented: a poll's double does no harm, and the end of a day only edits. */
function mayRepeat(kind: TaskKey['kind']): boolean {
  return kind === 'open' || kind === 'end';
}

/**
 * A day that was confirmed as declared says so in a poll, unless that is unknown, or another one was asked for since:
 * the message then points to that.
 */
export async function judgeDeclared({ world, done }: Played, one: Done, faults: string[]): Promise<void> {
  const { room, told } = one;
  const poll = await world.process().raw.polls.get(room.org, room.team, DAY);
  const opened = Array.from({ length: (poll?.round ?? 0) + 1 }, (_, round) => openingOf(room, round));
  const says = world.chat.messages.some(
    ({ key, card }) => opened.includes(key ?? '') && card.summary.includes('snow'),
  );
  const isFollowed = done
    .slice(done.indexOf(one) + 1)
    .some(({ act, room: of }) => of === room && act && DECLARED.includes(act.what));
  const isDoubted = opened.some((post) => doubtsOf(world, post) > 0 || wasRefused(world, post));
  if (told === 'confirmed' && !says && !isFollowed && !isDoubted)
    faults.push(`${room.org} ${room.team}: confirmed, and no poll of round ${poll?.round} says so`);
}
