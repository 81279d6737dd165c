import { isSameWork } from '../../../src/app/delivery/same-work';
import type { Poll } from '../../../src/domain/answers/poll';
import type { Millis } from '../../../src/domain/time/calendar';
import { STYLES } from '../plan';
import type { Played } from '../play';
import { DEFAULT_WEEK, type Room, type World } from '../world';
import { votesOf } from './answers';
import { lastVote, membershipIn } from './belonging';
import { DAYS } from './tasks';

const LABELS = {
  home: 'Working from home',
  satellite: 'Satellite office',
  mobile: 'Mobile work',
  leave: 'Away',
  office: 'In the office',
} as const;

const PHASES = {
  open: /working today\? Answer by/,
  late: /show as late/,
  over: /This day is closed/,
};

/** What a tally may say: of each figure the least and the most. */
export type Span = Record<string, [least: number, most: number]>;

/** What the room's poll of the day must say now, from the votes that were recorded and from who belonged to it. */
export function tallyOf(world: World, room: Room, poll: Poll): Span {
  const votes = votesOf(world).map(({ vote }) => vote);
  const heard = heardIn(world, room, poll.day);
  const tally: Span = { answered: [0, 0], members: [0, 0] };
  const add = (key: string, least: number) => {
    const [from, until] = tally[key] ?? [0, 0];
    tally[key] = [from + least, until + 1];
  };
  for (const [index, { id }] of room.people.entries()) {
    const membership = membershipIn(world, room, index, poll);
    if (membership === 'out') continue;
    const last = heard.has(id) ? lastVote(votes, id, poll.day) : undefined;
    const style = last ? last.choice?.style : index === DEFAULT_WEEK ? 'home' : undefined;
    const least = membership === 'maybe' ? 0 : 1;
    if (style !== undefined || membership !== 'answering') add('members', least);
    if (style === undefined) continue;
    add(style, least);
    add('answered', least);
  }
  return tally;
}

/** Whether these figures are within the span. */
export function isWithin(said: Record<string, number>, wanted: Span): boolean {
  return ['answered', 'members', ...STYLES].every((key) => {
    const [least, most] = wanted[key] ?? [0, 0];
    const figure = said[key] ?? 0;
    return figure >= least && figure <= most;
  });
}

/** Whose answers count in the room's poll: who has answered there for its day, or for any before it opened. */
function heardIn(world: World, { org, team }: Room, day: string): Set<string> {
  const opened = world.faults.calls.findIndex(({ where, args, done }) => {
    const [poll] = args as [Poll];
    return where === 'polls.open' && done && poll.org === org && poll.team === team && poll.day === day;
  });
  const own = votesOf(world).filter(({ vote }) => vote.team === team && vote.agrees !== null);
  return new Set(
    own.filter(({ nth, vote }) => vote.day === day || nth < opened).map(({ vote }) => vote.person),
  );
}

function tallyIn(text: string): Record<string, number> {
  const answered = /^Response rate: (\d+) of (\d+)/m.exec(text);
  const styles = STYLES.map((style) => [
    style,
    Number(new RegExp(`^\\S+ ${LABELS[style]}: (\\d+)`, 'm').exec(text)?.[1] ?? 0),
  ]);
  return {
    ...Object.fromEntries(styles),
    answered: Number(answered?.[1] ?? 0),
    members: Number(answered?.[2] ?? -1),
  };
}

/** While nothing goes wrong, each poll's message and closing tally show the last state. */
export async function checkShown(played: Played): Promise<void> {
  const { world, faults } = played;
  const { raw } = world.process();
  for (const room of world.rooms) {
    const team = await raw.teams.get(room.org, room.team);
    if (team?.trouble) continue;
    for (const day of DAYS) {
      const poll = await raw.polls.get(room.org, room.team, day);
      if (!poll || !isCalm(poll, world.time.now())) continue;
      const entries = await raw.ledger.list(room.org, room.team, day, null);
      const turn = poll.round === 0 ? {} : { round: poll.round };
      // The messages of earlier polls of the day stay as they were.
      const shown = entries.filter(
        (entry) =>
          entry.post !== null &&
          (isSameWork(entry, { kind: 'open', ...turn }) || isSameWork(entry, { kind: 'close', ...turn })),
      );
      for (const { kind, post } of shown) {
        const message = world.chat.messages.find(({ id }) => id === post);
        if (!message || wasGivenUp(world, message.id)) continue;
        const at = new Date(world.time.now() + 9 * 3_600_000).toISOString().slice(0, 16);
        const say = (what: string) => faults.push(`${at} ${room.place}: ${kind} of ${day} ${what}`);
        const said = tallyIn(message.card.summary);
        const wanted = tallyOf(world, room, poll);
        if (!isWithin(said, wanted)) say(`says ${JSON.stringify(said)} for ${JSON.stringify(wanted)}`);
        if (kind === 'open' && !saysPhase(message.card.summary, poll, world.time.now()))
          say('does not say whether answers are late');
      }
    }
  }
}

/** After so long no fault of a moment is left, and what waited for it was tried again. */
export const CALM: Millis = 31 * 60_000;

/** Windows that were changed begin and end at times of their own. */
function isCalm({ opensAt, closesAt, endsAt }: Poll, now: Millis): boolean {
  return [opensAt, closesAt, endsAt].every((at) => now < at || now - at >= CALM - 1_000);
}

/** Whether a poll's message says what becomes of answers at this time. */
function saysPhase(text: string, { closesAt, endsAt }: Poll, now: Millis): boolean {
  const phase = now < closesAt ? 'open' : now < endsAt ? 'late' : 'over';
  return PHASES[phase].test(text);
}

/** Whether the last edit of this message was refused for good. */
function wasGivenUp({ faults: { hits } }: World, post: string): boolean {
  return hits.some(
    ({ where, args, fault }) =>
      where === 'chat.edit' &&
      args[1] === post &&
      fault.is === 'chat' &&
      ['gone', 'forbidden', 'invalid'].includes(fault.kind),
  );
}
