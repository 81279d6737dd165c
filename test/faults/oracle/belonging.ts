import type { Poll } from '../../../src/domain/answers/poll';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Vote } from '../../../src/ports/store/answers';
import { belongs, type Change } from '../moves';
import type { Call } from '../ports';
import { DEFAULT_WEEK, type Room, type World } from '../world';
import { votesOf } from './answers';

/* Who is in a poll's denominator, by the rule itself, from what became of people on the platform. */

/**
 * `answering`: while an answer of theirs counts in the team. `maybe`: the bot cannot have known, or things happened at
 * the same time.
 */
type Membership = 'scheduled' | 'answering' | 'out' | 'maybe';

const SECOND: Millis = 1_000;
const MINUTE: Millis = 60 * SECOND;
/** A roster that could not be read is the last known one, so long at least. */
const STALE: Millis = 15 * MINUTE;

export function changesOf(world: World, room: Room, person: string): Change[] {
  return world.changes.filter((one) => one.room === room && one.person === person);
}

/** The room's poll of a day as it stands now, or as it stood at its end. */
export function membershipIn(world: World, room: Room, index: number, poll: Poll): Membership {
  const person = room.people[index];
  if (!person) return 'out';
  const flips = flipsOf(world, room, person.id);
  if (flips.length === 0) return belongs(world, room, person) ? 'scheduled' : 'out';
  const opening = world.faults.calls.find((call) => isOpening(call, room, poll.day) && call.done);
  if (!opening || poll.round > 0 || areMixed(flips)) return 'maybe';
  const read = readBefore(world, room, opening);
  if (read === null || flips.some(({ at }) => at >= read - SECOND && at <= opening.ended + SECOND))
    return 'maybe';
  const wasIn = flips.findLast(({ at }) => at < read)?.belongs ?? !flips[0]?.belongs;
  const later = flips.filter(({ at, on }) => at > opening.ended && on < poll.endsAt);
  const [change, ...more] = later;
  if (!change) return wasIn ? 'scheduled' : 'out';
  if (more.length > 0) return 'maybe';
  return change.belongs ? joined(world, room, index, { change, poll }) : left(world, { change, poll });
}

/** Changes of whether the person belongs to the room. */
function flipsOf(world: World, room: Room, person: string): Change[] {
  let last: boolean | null = null;
  return changesOf(world, room, person).filter((one) => {
    const isFlip = last === null ? hasFlipped(one) : one.belongs !== last;
    last = one.belongs;
    return isFlip;
  });
}

/** Whether the first change of a person is of more than their zone: all but the newcomer were there. */
function hasFlipped({ room, person, belongs: isThere }: Change): boolean {
  const wasThere = room.people.findIndex(({ id }) => id === person) < room.people.length - 1;
  return isThere !== wasThere;
}

function isOpening({ where, args }: Call, { org, team }: Room, day: string): boolean {
  if (where !== 'polls.open') return false;
  const [poll] = args as [Poll];
  return poll.org === org && poll.team === team && poll.day === day;
}

/** Whether the news of one change came while the news of another were being followed. */
function areMixed(flips: readonly Change[]): boolean {
  return flips.some((one, index) => flips.slice(index + 1).some(({ at }) => at <= one.toldAt));
}

/** When the roster was read from which the poll was opened; null: it may be an older one. */
function readBefore({ faults: { calls, hits } }: World, { org, place }: Room, opening: Call): Millis | null {
  if (isDisturbed({ hits }, org, opening.begun)) return null;
  const read = calls.findLast(
    ({ where, args, done, ended }) =>
      where === 'chat.roster' && done && args[1] === place && ended <= opening.begun,
  );
  return read?.ended ?? null;
}

/** Whether rosters could not be read for certain just before. */
export function isDisturbed({ hits }: Pick<World['faults'], 'hits'>, org: string, at: Millis): boolean {
  return hits.some(
    (hit) =>
      (hit.where === 'chat.roster' || hit.where === 'people.setRoster') &&
      hit.org === org &&
      hit.at <= at &&
      hit.at > at - STALE,
  );
}

/** When the bot knew of a change for certain: by the news of it, or by a roster that was read after it. */
function knownAt({ faults: { calls } }: World, { room, at, heardAt }: Change): Millis | null {
  const read = calls.find(
    ({ where, args, done, ended }) => where === 'chat.roster' && done && args[1] === room.place && ended > at,
  );
  const kept =
    read &&
    calls.find(
      ({ where, args, done, begun }) =>
        where === 'people.setRoster' &&
        done &&
        args[0] === room.org &&
        args[1] === room.team &&
        begun >= read.ended,
    );
  const times = [heardAt, kept?.ended].filter((time) => typeof time === 'number');
  return times.length === 0 ? null : Math.min(...times);
}

interface Flip {
  change: Change;
  poll: Poll;
}

/** Who leaves is in the denominator only with the answer that they had. */
function left(world: World, { change, poll }: Flip): Membership {
  const known = knownAt(world, change);
  if (known === null || change.on + (known - change.at) + MINUTE >= poll.endsAt) return 'maybe';
  const isMixed = votesOf(world).some(
    ({ vote, call }) =>
      vote.person === change.person && vote.day === poll.day && callEnd(call) >= change.at - SECOND,
  );
  return isMixed || world.time.steady() < known ? 'maybe' : 'answering';
}

/** Who joins is in the denominator once they answer in the team. */
function joined(world: World, room: Room, index: number, { change, poll }: Flip): Membership {
  const own = votesOf(world).filter(
    ({ vote }) => vote.person === change.person && vote.team === room.team && vote.agrees !== null,
  );
  const isHere = own.some(({ vote, call }) => vote.day === poll.day && call.begun > change.at);
  if (isHere) return 'answering';
  return own.length === 0 && index !== DEFAULT_WEEK ? 'out' : 'maybe';
}

/** A call that was never done may have been done at any time since. */
function callEnd({ done, ended }: Call): Millis {
  return done ? ended : Number.POSITIVE_INFINITY;
}

/** The last answer of a person to a day, as it was recorded. */
export function lastVote(votes: readonly Vote[], person: string, day: string): Vote | undefined {
  return votes.findLast((vote) => vote.person === person && vote.day === day);
}
