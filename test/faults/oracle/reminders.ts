import { isSameWork } from '../../../src/app/delivery/same-work';
import type { Poll } from '../../../src/domain/answers/poll';
import { type Millis, timeAt, type Zone } from '../../../src/domain/time/calendar';
import { ANY_TEAM } from '../../../src/ports/store/ledger';
import { postIdOf } from '../../../src/store/task-key';
import type { Done, Played } from '../play';
import { DEFAULT_WEEK, NEWCOMER, type Room, type World } from '../world';
import { votesOf } from './answers';
import { changesOf, isDisturbed } from './belonging';
import { DAYS, doubtsOf, ledgerOf, nameOf, openingOf, type ReminderKey, ranIn, wasRefused } from './tasks';

export async function judgeReminders({ world, done }: Played, faults: string[]): Promise<void> {
  for (const day of DAYS) {
    for (const person of new Set(
      world.rooms.flatMap(({ org, people }) => people.map(({ id }) => `${org} ${id}`)),
    )) {
      const [org = '', id = ''] = person.split(' ');
      const key: ReminderKey = { kind: 'reminder', person: id, org, team: ANY_TEAM, day, channel: 'first' };
      const posts = postsOf(key);
      const sent = world.chat.messages.filter((message) => posts.has(message.key));
      const entry = (await ledgerOf(world, key)).find((one) => isSameWork(one, key));
      const say = (what: string) =>
        faults.push(`${nameOf(key)}: ${what} (${entry?.state}, ${entry?.reason})`);
      const rooms = world.rooms.filter(
        ({ org: of, people }) => of === org && people.some((one) => one.id === id),
      );
      const polls = await pollsOf(world, rooms, day);
      // Each poll at short notice asks again.
      const rounds = polls.reduce((sum, { poll }) => sum + poll.round, 0);
      if (sent.length > 1 + rounds) say(`reminded ${sent.length} times`);
      for (const { id: message } of sent) {
        judgeTime(world, polls, message, say);
        judgeReceiver(world, polls, key, message, say);
      }
      const isDoubted = [...posts].some((id) => doubtsOf(world, id) > 0);
      if (entry?.state === 'unknown' && !isDoubted) say('unknown, though nothing was uncertain');
      const isRefused = [...posts].some((id) => wasRefused(world, id));
      if (entry?.state === 'failed' && !isRefused) say('failed, though nothing was refused');
      if (entry?.state === 'claimed' || entry?.state === 'waiting') say('never finished');
      const everAnswered = votesOf(world).some(({ vote }) => vote.person === id && vote.day === day);
      const isUsual = world.rooms.some(({ people }) => people[DEFAULT_WEEK]?.id === id);
      if (
        sent.length === 0 &&
        !everAnswered &&
        !isUsual &&
        !world.changes.some(({ room, person: of }) => room.org === org && of === id) &&
        rooms.some((room) => room.people.findIndex((one) => one.id === id) < NEWCOMER) &&
        polls.some(
          ({ poll }) =>
            poll.round === 0 && poll.remindAt !== null && ranIn(world, poll.remindAt, poll.closesAt),
        ) &&
        entry?.state !== 'unknown' &&
        entry?.state !== 'failed'
      )
        say('silent, and not reminded');
      for (const { id: message } of sent)
        if (hadAnswered(world, done, key, message)) say('reminded after an answer that was confirmed');
    }
  }
}

/** A day has fewer polls than that. */
const MOST_ROUNDS = 12;

/** The ids of a person's reminders, one for each poll of the day. */
function postsOf(key: ReminderKey): ReadonlySet<string> {
  return new Set(Array.from({ length: MOST_ROUNDS }, (_, round) => postIdOf({ ...key, round })));
}

interface PolledRoom {
  room: Room;
  poll: Poll;
}

async function pollsOf(world: World, rooms: readonly Room[], day: string): Promise<PolledRoom[]> {
  const { raw } = world.process();
  const found = await Promise.all(
    rooms.map(async (room) => ({ room, poll: await raw.polls.get(room.org, room.team, day) })),
  );
  return found.flatMap(({ room, poll }) => (poll ? [{ room, poll }] : []));
}

const LEAST_TIME: Millis = 10 * 60_000;

const LEAST_LEFT: Millis = 5 * 60_000;

/** A reminder comes when its person had some time to answer, and has some left; a call may take a minute. */
function judgeTime(
  { chat, sentAt, sentOn, faults: { hits } }: World,
  polls: readonly PolledRoom[],
  message: string,
  say: (what: string) => void,
): void {
  if (hits.some(({ fault, where }) => fault.is === 'slow' && where === 'chat.direct')) return;
  const steady = sentAt.get(message) ?? 0;
  const wall = sentOn.get(message) ?? 0;
  const isFair = polls.some(({ room, poll }) =>
    Array.from({ length: poll.round + 1 }, (_, round) => openingOf(room, round, poll.day)).some((opening) =>
      chat.messages.some(
        ({ key, id }) => key === opening && steady - (sentAt.get(id) ?? 0) >= LEAST_TIME - 60_000,
      ),
    ),
  );
  // A poll that the platform refused is asked about in private alone.
  const isSeen = polls.some(({ room, poll }) =>
    chat.messages.some(({ key }) => key === openingOf(room, 0, poll.day)),
  );
  if (isSeen && !isFair) say('reminded a moment after its poll');
  if (polls.every(({ poll }) => poll.closesAt - wall < LEAST_LEFT - 60_000 && poll.round === 0))
    say('reminded a moment before the end');
}

/** As long as it takes from the look at who is there to the claim of a reminder. */
const FOLLOWS: Millis = 15_000;

/** A reminder goes to a member of the organisation who is in a room that asks, and in whose day it is. */
function judgeReceiver(
  world: World,
  polls: readonly PolledRoom[],
  key: ReminderKey,
  message: string,
  say: (what: string) => void,
): void {
  const sent = world.sentAt.get(message) ?? 0;
  const begun = begunAt(world, key, sent);
  if (isDisturbed(world.faults, key.org, begun)) return;
  const since = begun - FOLLOWS;
  const isThere = polls.some(({ room }) => {
    const changes = changesOf(world, room, key.person);
    const before = changes.findLast(({ at }) => at < since);
    const wasThere = before?.belongs ?? room.people.findIndex(({ id }) => id === key.person) < NEWCOMER;
    return wasThere || changes.some(({ at, belongs }) => at >= since && at <= begun && belongs);
  });
  if (!isThere) say('reminded, and not there');
  if (world.jumps.some((jump) => jump > begun - FOLLOWS && jump <= sent)) return;
  const wall = (world.sentOn.get(message) ?? 0) - (sent - begun);
  const changes = world.changes.filter(({ room, person }) => room.org === key.org && person === key.person);
  const last = changes.findLast(({ at }) => at < since);
  const zones = [
    last?.zone ?? 'Asia/Tokyo',
    ...changes.filter(({ at }) => at >= since).map(({ zone }) => zone),
  ];
  if (zones.every((zone) => isNight(wall, zone) && isNight(wall - 60_000, zone))) say('reminded at night');
}

function isNight(at: Millis, zone: Zone | null): boolean {
  const time = timeAt(at, zone ?? 'Asia/Tokyo');
  return time < '07:00' || time >= '21:00';
}

function begunAt({ faults: { calls } }: World, key: ReminderKey, sent: Millis): Millis {
  const posts = postsOf(key);
  const claim = calls.findLast(
    ({ where, task, begun }) => where === 'ledger.claim' && task !== null && posts.has(task) && begun <= sent,
  );
  return claim?.begun ?? sent;
}

/** Whether their answer had been confirmed when the reminder was begun. */
function hadAnswered(world: World, done: readonly Done[], key: ReminderKey, message: string): boolean {
  const at = world.sentAt.get(message) ?? 0;
  const begun = begunAt(world, key, at);
  const acts = done.filter(
    ({ person, day, at: from }) => person.id === key.person && day === key.day && from < at,
  );
  const last = acts.at(-1);
  if (!last || acts.some(({ told, choice }) => told !== 'confirmed' || choice === undefined)) return false;
  return last.choice !== null && last.toldAt !== null && last.toldAt < begun;
}
