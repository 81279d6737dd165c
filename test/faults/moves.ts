import type { Person } from '../../src/domain/people/person';
import type { Millis, Zone } from '../../src/domain/time/calendar';
import type { Inbox } from '../../src/ports/inbox';
import { type Act, HOMES, type Moved } from './plan';
import type { Room, World } from './world';

/* People who come, go and travel: the platform knows at once, and tells the bot if it runs. */

/** What became of a person in one of their rooms. */
export interface Change {
  room: Room;
  person: string;
  /** By the steady clock. */
  at: Millis;
  /** By the wall clock. */
  on: Millis;
  /** Whether they are in the room, and of the organisation. */
  belongs: boolean;
  zone: Zone | null;
  /** When the bot had followed the news, by the steady clock; null: it has not, or the platform tells nothing. */
  heardAt: Millis | null;
  /** When it gave up or was done with them. */
  toldAt: Millis;
}

type News = (inbox: Inbox) => Promise<void>;

const MOVES: readonly string[] = [
  'leave',
  'join',
  'deactivate',
  'guest',
  'return',
  'travel',
] satisfies Moved[];

export function isMove(what: Act['what']): what is Moved {
  return MOVES.includes(what);
}

/** Whether the person is in the room, and counts there. */
export function belongs({ chat }: Pick<World, 'chat'>, { place }: Room, { id, kind }: Person): boolean {
  return kind === 'person' && (chat.people.get(place) ?? []).some((one) => one.id === id);
}

/** `isTold` false: the bot does not run, and the platform's news of it are lost. */
export async function move(world: World, act: Act, isTold: boolean): Promise<void> {
  const room = world.rooms[act.room];
  const person = room?.people[act.who];
  if (!room || !person) return;
  const rooms = world.rooms.filter(({ org, people }) => org === room.org && people.includes(person));
  const state = () => rooms.map((one) => ({ belongs: belongs(world, one, person), zone: person.timeZone }));
  const before = state();
  const news = changed(world, act, room, person);
  const changes = state().flatMap((now, index): Change[] => {
    const [was, one] = [before[index], rooms[index]];
    if (!one || !was || (was.belongs === now.belongs && was.zone === now.zone)) return [];
    const times = {
      at: world.time.steady(),
      on: world.time.now(),
      heardAt: null,
      toldAt: world.time.steady(),
    };
    return [{ room: one, person: person.id, ...now, ...times }];
  });
  world.changes.push(...changes);
  if (!isTold) return;
  for (const change of changes) change.toldAt = Number.POSITIVE_INFINITY;
  const isHeard = await tell(world, news);
  for (const change of changes) {
    change.toldAt = world.time.steady();
    // A roster that is read brings back who belongs to the organisation again.
    if (isHeard && act.what !== 'return') change.heardAt = world.time.steady();
  }
}

/** Changes what the platform knows. */
function changed({ chat }: World, { what, style }: Act, { org, place }: Room, person: Person): News {
  const there = chat.people.get(place) ?? [];
  const others = there.filter(({ id }) => id !== person.id);
  if (what === 'leave' || what === 'join') {
    chat.people.set(place, what === 'leave' ? others : [...others, person]);
    const told = { ...person };
    return (inbox) => inbox.member(org, place, told, what === 'leave' ? 'left' : 'joined');
  }
  if (what === 'travel') person.timeZone = HOMES[style] ?? null;
  else person.kind = what === 'deactivate' ? 'deactivated' : what === 'guest' ? 'guest' : 'person';
  const told = { ...person };
  return (inbox) => inbox.profile(org, told);
}

/** Whether the bot has followed them: as adapters do, it goes on without where that fails. */
async function tell({ process }: World, news: News): Promise<boolean> {
  const { inbox, core, died } = process();
  try {
    return (await Promise.race([news(inbox), died])) !== 'died';
  } catch (error) {
    core.log.warn({ err: error }, 'event not followed');
    return false;
  }
}
