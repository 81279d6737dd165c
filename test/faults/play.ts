import { encodeButton } from '../../src/app/requests/button';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import type { Person } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Actor, Reply } from '../../src/ports/inbox';
import { type ActorChange, aPerson, rolesOf } from '../support/bot';
import { aCampaign } from '../support/sample-data';
import { belongs, isMove, move } from './moves';
import { CALM, checkShown } from './oracle/shown';
import {
  type Act,
  type Changed,
  DAY,
  type Declared,
  MOMENTS,
  NEXT_DAY,
  type Plan,
  STYLES,
  TEAM_ZONES,
  WINDOWS,
} from './plan';
import { createWorld, DEFAULT_WEEK, type Room, type World } from './world';

/* Two Telework Days of three organisations: the first one under the plan, the second one without faults. */

/** What a person did, and the reply they got. */
export interface Done {
  act: Act | null;
  room: Room;
  person: Person;
  day: string;
  /** What is to stand then; undefined: what stood before. */
  choice: WorkStyle | null | undefined;
  /** By the steady clock. */
  at: Millis;
  toldAt: Millis | null;
  /** Between which of the calls that are kept it was done. */
  from: number;
  until: number;
  told: 'confirmed' | 'refused' | 'fault' | 'cut' | null;
}

export interface Played {
  world: World;
  done: Done[];
  /** What was found wrong on the way. */
  faults: string[];
}

const MINUTE: Millis = 60_000;
const ADMIN: ActorChange = { admin: true, orgAdmin: true };
const CHORES = [5, 15, 26, 28].map((minutes) => minutes * MINUTE);
const END = Date.parse('2018-07-26T13:10:00+09:00');
/** So early that what is left to do is done before the end. */
const LAST_RETURN = Date.parse('2018-07-26T06:30:00+09:00');
const NEXT_MORNING = Date.parse('2018-07-25T07:10:00+09:00');
const LOOKS = ['tally', 'who', 'days', 'deliveries', 'who @sales'];

type Tell = (actor: Actor) => Promise<Reply>;

/** Plays it all; the world is the caller's to close. */
export async function play(template: string, plan: Plan): Promise<Played> {
  const world = await createWorld(template, plan.spells);
  const played: Played = { world, done: [], faults: [] };
  await prepare(world);
  for (const { at, run } of events(played, plan)) {
    // While no process runs, people get no answer.
    if (world.absences.some(({ from, until }) => from <= at && at < until)) continue;
    await world.playUntil(at);
    await run();
  }
  await world.playUntil(END);
  return played;
}

function admin({ org }: Room): Person {
  return aPerson(`${org}-admin`, { name: `Nomen ${org} admin` });
}

function actorIn({ org, place }: Room, person: Person, change: ActorChange = {}): Actor {
  return {
    ...{ org, person, place, placeName: 'Room', prefix: '/telework', roles: async () => rolesOf(change) },
    ...change,
  };
}

async function prepare({ rooms, process }: World): Promise<void> {
  const { inbox, raw } = process();
  for (const room of rooms) {
    const { org, place, people } = room;
    await inbox.place(org, place, 'Room');
    await inbox.command(actorIn(room, admin(room), ADMIN), 'setup announce=prev');
    room.team = (await raw.teams.at(org, place))?.id ?? '';
    const usual = people[DEFAULT_WEEK];
    if (usual) await inbox.command(actorIn(room, usual), 'week tue=home wed=home');
    await raw.campaigns.save(aCampaign([DAY, NEXT_DAY], [DAY], { org }));
  }
}

interface Happening {
  at: Millis;
  run(): Promise<void> | void;
}

function events(played: Played, { acts, jumps, away }: Plan): Happening[] {
  const { world } = played;
  const all: Happening[] = [
    ...acts.map((act) => ({ at: instant(act), run: () => doAct(played, act) })),
    ...jumps.map((jump) => ({ at: instant(jump), run: () => jumpBy(world, jump.minutes) })),
    ...away.map((one) => {
      const from = (MOMENTS[one.moment] ?? 0) + one.minute * MINUTE;
      const until = Math.min(from + one.minutes * MINUTE, LAST_RETURN);
      return {
        at: from,
        async run() {
          const back = Math.max(until, world.time.now() + MINUTE);
          for (const act of acts.filter(({ what }) => isMove(what)))
            if (from <= instant(act) && instant(act) < back) await move(world, act, false);
          await world.awayUntil(back);
        },
      };
    }),
    ...MOMENTS.flatMap((moment) => CHORES.map((late) => ({ at: moment + late, run: () => chores(played) }))),
    ...MOMENTS.map((moment) => ({ at: moment + CALM, run: () => checkCalm(played) })),
    ...world.rooms.map((room) => ({ at: NEXT_MORNING, run: () => answerNextDay(played, room) })),
    { at: END - 2 * MINUTE, run: () => checkShown(played) },
  ];
  return all.sort((one, other) => one.at - other.at);
}

function jumpBy({ time, jumps }: World, minutes: number): void {
  jumps.push(time.steady());
  time.jump(minutes * MINUTE);
}

async function checkCalm(played: Played): Promise<void> {
  const { absences, time } = played.world;
  if (absences.every(({ until }) => time.now() - until > CALM)) await checkShown(played);
}

function instant({ moment, second }: { moment: number; second: number }): Millis {
  return (MOMENTS[moment] ?? 0) + second * 1_000;
}

/** The administrator of a team speaks in a place that refused the bot; and somebody looks whether all is well. */
async function chores({ world }: Played): Promise<void> {
  const { core, raw } = world.process();
  for (const room of world.rooms) {
    const team = await raw.teams.get(room.org, room.team);
    if (team?.trouble)
      void tell(
        world,
        (actor) => world.process().inbox.command(actor, 'setup'),
        actorIn(room, admin(room), ADMIN),
      );
  }
  for (const probe of [raw.ping, core.time]) {
    probe().catch((error: unknown) => core.log.warn({ err: error }, 'not ready'));
  }
}

function doAct(played: Played, act: Act): void {
  const { world, done } = played;
  const room = world.rooms[act.room];
  const person = room?.people[act.who];
  if (!room || !person) return;
  if (isMove(act.what)) {
    void move(world, act, true);
    return;
  }
  const before = done.findLast((one) => one.person.id === person.id);
  if (before?.told === null) return;
  if (isSetting(act.what)) {
    administer(played, act, room, settingOf(act));
    return;
  }
  if (act.what === 'look') {
    look(world, room, person, act);
    return;
  }
  if (act.what === 'end') {
    administer(played, act, room, 'campaign end');
    return;
  }
  if (isDeclared(act.what)) {
    if (act.moment > 0) administer(played, act, room, declarationOf(act.what, act.style));
    return;
  }
  // The platform shows a place to those who are in it.
  if (person.kind === 'deactivated' || !isIn(world, room, person)) return;
  const day = act.what === 'plan' ? NEXT_DAY : DAY;
  const style = STYLES[act.style] ?? 'home';
  const choice = { undo: undefined, clear: null, answer: style, say: style, plan: style }[act.what];
  void record(played, { act, room, person, day, choice }, tellOf(played, act, room, day, style));
}

function tellOf({ world }: Played, { what }: Act, room: Room, day: string, style: WorkStyle): Tell {
  const { inbox, raw } = world.process();
  const press = (action: Parameters<typeof encodeButton>[0]) => (actor: Actor) =>
    inbox.press(actor, encodeButton(action));
  const team = room.team;
  switch (what) {
    case 'say':
    case 'plan':
      return (actor) => inbox.command(actor, `${style} ${day}`);
    case 'undo':
      return async (actor) => {
        const seq = (await raw.answers.history(actor.org, actor.person.id, day)).at(-1)?.seq ?? 0;
        return press({ kind: 'undo', team, day, seq })(actor);
      };
    case 'clear':
      return press({ kind: 'clear', team, day });
    default:
      return press({ kind: 'answer', team, day, style, arrival: null });
  }
}

const COMMANDS: Record<Declared, string> = {
  drill: 'drill snow',
  emergency: 'emergency snow',
  'poll-now': 'poll now',
};

/** Some say until when. */
function declarationOf(what: Declared, style: number): string {
  return style < 3 ? COMMANDS[what] : `${COMMANDS[what]} until 13:30`;
}

function isSetting(what: Act['what']): what is Changed {
  return what === 'zone' || what === 'window';
}

function settingOf({ what, style }: Act): string {
  return what === 'zone' ? `setup zone=${TEAM_ZONES[style]}` : `setup window=${WINDOWS[style]}`;
}

function isIn({ chat }: World, { place }: Room, { id }: Person): boolean {
  return (chat.people.get(place) ?? []).some((one) => one.id === id);
}

function isDeclared(what: Act['what']): what is Declared {
  return what in COMMANDS;
}

function administer(played: Played, act: Act, room: Room, command: string): void {
  const { world, done } = played;
  const person = admin(room);
  if (done.findLast((one) => one.person.id === person.id)?.told === null) return;
  const what = { act, room, person, day: DAY, choice: undefined };
  void record(played, what, (actor) =>
    world.process().inbox.command({ ...actor, roles: async () => rolesOf(ADMIN) }, command),
  );
}

async function record(
  { world, done }: Played,
  what: Pick<Done, 'act' | 'room' | 'person' | 'day' | 'choice'>,
  act: Tell,
): Promise<void> {
  const { time, faults } = world;
  const from = faults.calls.length;
  const one: Done = {
    ...what,
    at: time.steady(),
    toldAt: null,
    from,
    until: Number.POSITIVE_INFINITY,
    told: null,
  };
  done.push(one);
  one.told = await tell(world, act, actorIn(what.room, what.person));
  one.toldAt = time.steady();
  one.until = faults.calls.length;
}

/** What they are told; a process that dies tells nothing. */
async function tell({ process, logged }: World, act: Tell, actor: Actor): Promise<Done['told']> {
  const before = logged.length;
  const reply = await Promise.race([act(actor), process().died]);
  if (reply === 'died') return 'cut';
  if (!reply.refused) return 'confirmed';
  return logged.slice(before).some(({ text }) => text === 'request not served') ? 'fault' : 'refused';
}

function look(world: World, room: Room, person: Person, { style }: Act): void {
  const { inbox } = world.process();
  const actor = actorIn(room, style === 3 ? admin(room) : person, style === 3 ? ADMIN : {});
  void tell(world, (who) => inbox.command(who, LOOKS[style] ?? 'me'), actor);
  void tell(world, (who) => inbox.command(who, 'me'), { ...actor, place: null });
}

/** Nothing goes wrong any more: what is answered is recorded. */
function answerNextDay(played: Played, room: Room): void {
  const [, person] = room.people;
  if (!person || !belongs(played.world, room, person)) return;
  const { inbox } = played.world.process();
  const action = encodeButton({
    kind: 'answer',
    team: room.team,
    day: NEXT_DAY,
    style: 'mobile',
    arrival: null,
  });
  const what = { act: null, room, person, day: NEXT_DAY, choice: 'mobile' as const };
  void record(played, what, (actor) => inbox.press(actor, action));
}
