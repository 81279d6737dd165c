import fc from 'fast-check';
import { createPoll } from '../../../src/app/polls/open-poll';
import { makeTeam } from '../../../src/app/teams/own-team';
import type { Person } from '../../../src/domain/people/person';
import { planOf } from '../../../src/domain/planned-days';
import type { Team } from '../../../src/domain/teams/team';
import { aPerson, type Bot, openBot } from '../../support/bot';

/*
 * Two teams and some people, who join, leave, are deactivated, become guests, answer and are forgotten in any order. At no
 * time does a poll count who does not belong, and both ways to count it agree.
 */

const DAY = '2018-07-24';
const IDS = ['a', 'b', 'c', 'd'];
const TEAMS = ['one', 'two'] as const;

const ACT = fc.record({
  who: fc.constantFrom(...IDS),
  team: fc.constantFrom(...TEAMS),
  what: fc.constantFrom(
    ...([
      'joined',
      'left',
      'lost',
      'deactivated',
      'guest',
      'person',
      'outsider',
      'forget',
      'roster',
    ] as const),
    ...(['home', 'office', 'off', 'clear', 'home', 'off'] as const),
  ),
});
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

let bot: Bot;
beforeAll(async () => {
  bot = await openBot(`${DAY}T06:59:00+09:00`);
});
afterAll(() => bot.close());

class World {
  readonly kinds = new Map<string, Person['kind']>(IDS.map((id) => [id, 'person']));
  readonly places = new Map<string, Set<string>>();

  constructor(
    readonly org: string,
    readonly teams: Record<string, Team>,
  ) {
    for (const name of TEAMS) this.places.set(name, new Set(IDS.slice(0, 3)));
    this.show();
  }

  person(id: string): Person {
    return aPerson(id, { kind: this.kinds.get(id) ?? 'person' });
  }

  /** What the platform lists. */
  show(): void {
    for (const [name, members] of this.places)
      bot.chat.people.set(
        `${this.org} ${name}`,
        [...members].map((id) => this.person(id)),
      );
  }

  async does({ who, team, what }: Act): Promise<void> {
    const place = `${this.org} ${team}`;
    const members = this.places.get(team);
    if (what === 'joined') members?.add(who);
    if (what === 'left' || what === 'lost') members?.delete(who);
    if (what === 'deactivated' || what === 'guest' || what === 'person' || what === 'outsider')
      this.kinds.set(who, what);
    this.show();
    const { org } = this;
    const person = this.person(who);
    switch (what) {
      case 'joined':
      case 'left':
        return bot.inbox.member(org, place, person, what);
      case 'lost':
      case 'roster':
        // The event was lost, or there was none: the next roster tells.
        return void (await createAgain(this, team));
      case 'deactivated':
      case 'guest':
      case 'person':
      case 'outsider':
        return bot.inbox.profile(org, person);
      case 'forget':
        return bot.store.people.forget(org, who, bot.core.clock.now());
      default:
        if (members?.has(who) && person.kind === 'person')
          await bot.says(person, what, { org, place, placeName: team });
    }
  }

  async check(): Promise<void> {
    for (const name of TEAMS) {
      const { org, id } = this.teams[name] as Team;
      const members = await bot.store.polls.members(org, id, DAY);
      const counted = await bot.store.polls.count(org, id, DAY, Number.MAX_SAFE_INTEGER);
      const scheduled = members.filter((member) => member.scheduled);
      expect(counted.members).toBe(scheduled.length);
      expect(counted.groups.reduce((sum, { count }) => sum + count, 0)).toBe(
        scheduled.filter(({ answer }) => answer).length,
      );
      const strangers = scheduled.filter(
        ({ member, answer }) =>
          answer === null &&
          (!this.places.get(name)?.has(member.id) || this.kinds.get(member.id) !== 'person'),
      );
      expect(strangers).toEqual([]);
      const silent = await bot.store.polls.silent(org, id, DAY, null);
      expect(silent.filter(({ id: person }) => !this.places.get(name)?.has(person))).toEqual([]);
    }
  }
}

/** Reads the roster again, as reminders and the closing tally do; the poll is there already. */
async function createAgain({ teams }: World, name: string): Promise<void> {
  const team = teams[name] as Team;
  await createPoll(bot.core, team, planOf(team, [], DAY), null);
}

test('no poll counts who does not belong, whatever happens in whatever order', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(ACT, { minLength: 4, maxLength: 14 }), async (acts) => {
      run += 1;
      const org = `org${run}`;
      bot.moveClock(`${DAY}T06:59:00+09:00`);
      const teams: Record<string, Team> = {};
      for (const name of TEAMS) {
        const { team } = await makeTeam(bot.core, { org, place: `${org} ${name}`, name });
        teams[name] = team;
      }
      const world = new World(org, teams);
      bot.moveClock(`${DAY}T07:00:00+09:00`);
      for (const name of TEAMS) await createAgain(world, name);
      await world.check();
      for (const act of acts) {
        await world.does(act);
        await world.check();
      }
    }),
    { numRuns: 25 },
  );
});
