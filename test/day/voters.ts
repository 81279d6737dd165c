import { press, type Told } from './press';
import { STYLES, type Style } from './seen';
import { type Time, wait } from './time';
import type { Member, Room, World } from './world';

/** One press of a person: by the processes' time, when it was made and when they were told. */
export interface Press {
  style: Style;
  at: number;
  toldAt: number;
  told: Told;
}

/** Somebody in one or two rooms. */
export interface Voter {
  member: Member;
  rooms: Room[];
  /** From when on they press; null: never. */
  from: number | null;
  /** Whether they press again and again, or once. */
  restless: boolean;
  presses: Press[];
  busy: boolean;
  /** What counts of presses after the last confirmed one, of which they heard nothing. */
  perhaps: Style | null;
}

export interface Voters {
  all: Voter[];
  /** Presses on and on until then. */
  pressUntil(instant: number): Promise<void>;
  /** Everybody whose last press was not confirmed presses until one is, and so do those of `also`. */
  settle(until: number, also: (voter: Voter) => boolean): Promise<void>;
}

const AT_ONCE = 16;
/** Real milliseconds between two presses. */
const PAUSE = 50;

export function createVoters(world: World, time: Time, urls: () => string[], random: () => number): Voters {
  const all = votersOf(world);

  async function pressOnce(voter: Voter): Promise<void> {
    const choices = urls();
    const url = choices[Math.floor(random() * choices.length)];
    const room = voter.rooms[Math.floor(random() * voter.rooms.length)];
    // Never the same twice in a row, so that it can be told which press was recorded.
    const style = STYLES[(voter.presses.length + voter.member.id.length) % STYLES.length] ?? 'home';
    if (!url || !room) return;
    voter.busy = true;
    try {
      const at = time.now();
      const pressing = press(world, room, voter.member, style, url, random);
      if (!pressing) return;
      const told = await pressing;
      voter.presses.push({ style, at, toldAt: time.now(), told });
    } finally {
      voter.busy = false;
    }
  }

  async function each(ready: (voter: Voter) => boolean, goOn: () => boolean): Promise<void> {
    const running = new Set<Promise<void>>();
    const faults: unknown[] = [];
    while (goOn() && faults.length === 0) {
      const waiting = all.filter((voter) => !voter.busy && ready(voter));
      const voter = waiting[Math.floor(random() * waiting.length)];
      if (voter && running.size < AT_ONCE) {
        const run: Promise<void> = pressOnce(voter)
          .catch((error) => void faults.push(error))
          .finally(() => running.delete(run));
        running.add(run);
      }
      await wait(PAUSE);
    }
    await Promise.all(running);
    if (faults.length > 0) throw faults[0];
  }

  return {
    all,
    pressUntil: (instant) =>
      each(
        ({ from, restless, presses }) =>
          from !== null && from <= time.now() && (restless || presses.at(-1)?.told.is !== 'confirmed'),
        () => time.now() < instant,
      ),
    settle(until, also) {
      const open = (voter: Voter) => {
        const last = voter.presses.at(-1);
        return last ? last.told.is !== 'confirmed' : also(voter);
      };
      return each(open, () => time.now() < until && all.some((voter) => voter.busy || open(voter)));
    },
  };
}

function votersOf({ rooms }: World): Voter[] {
  const voters = new Map<string, Voter>();
  for (const room of rooms) {
    for (const member of room.members) {
      const key = `${member.org} ${member.id}`;
      const fresh = {
        member,
        rooms: [],
        from: null,
        restless: false,
        presses: [],
        busy: false,
        perhaps: null,
      };
      const voter = voters.get(key) ?? fresh;
      voters.set(key, voter);
      voter.rooms.push(room);
    }
  }
  return [...voters.values()];
}

/** The answer the person was last told was recorded, but for doubts. */
export function answerOf({ presses, perhaps }: Voter): Style | null {
  return perhaps ?? presses.findLast(({ told }) => told.is === 'confirmed')?.style ?? null;
}
