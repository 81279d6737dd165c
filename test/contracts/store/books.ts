import fc from 'fast-check';
import type { Poll } from '../../../src/domain/answers/poll';
import { NOT_SCHEDULED, WORK_STYLES, type WorkStyle } from '../../../src/domain/answers/work-style';
import { DAY_STATUSES } from '../../../src/domain/figures/disclosure';
import { windowOn } from '../../../src/domain/time/window';
import { NOBODY } from '../../support/figures/enumerate';
import {
  aCampaign,
  aPoll,
  aTeam,
  aVote,
  choice,
  DAY,
  ENDS,
  type Factory,
  OPENS,
  ORG,
  scheduled,
  TEAM,
  useStore,
} from './harness';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The clocks go back on the second of them, which has 25 hours. */
const AUTUMN = ['2018-10-27', '2018-10-28', '2018-10-29'];
const LONDON = 'Europe/London';
/** All but the last belong to the team at first. */
const STAFF = ['s0', 's1', 's2'];
const OTHER = 'other';
const LATER = ENDS + 8 * HOUR;
const off = (person: string) => ({ person, scheduled: false, usual: null });

export function bookContract(factory: Factory): void {
  const bench = useStore(factory);
  const book = () => bench.store.polls.book(ORG, TEAM, DAY);
  const corrects = (person: string, style: WorkStyle | null) =>
    bench.store.books.correct(
      aVote(person, { choice: style && choice(style), at: LATER, source: 'admin' }),
      LATER,
    );

  test('each person of a day counts once over all teams, and only people some poll lists', async () => {
    const { store } = bench;
    for (const team of [TEAM, OTHER]) await store.teams.create(aTeam(team));
    await store.polls.open(aPoll(), [...scheduled('a', 'b', 'late'), off('d'), off('e'), off('f')], OPENS);
    await store.polls.open(aPoll({ team: OTHER }), [...scheduled('a', 'c', 'e'), off('late')], OPENS);
    for (const person of ['a', 'b', 'stranger']) await store.answers.record(aVote(person, { team: null }));
    for (const person of ['c', 'f'])
      await store.answers.record(aVote(person, { team: null, choice: choice('office') }));
    await store.books.closeDay(ORG, DAY, ENDS);
    const expected = { ...NOBODY, home: 2, office: 2, 'no-answer': 2, 'not-scheduled': 1 };
    expect(await store.books.days(ORG, [DAY, '2018-07-25'])).toEqual(
      new Map([[DAY, expect.objectContaining(expected)]]),
    );
    await store.books.closeDay(ORG, DAY, LATER);
    expect(await store.books.dueDays()).toEqual([]);
  });

  test('is due once the day is over, with the latest day first, and is closed once', async () => {
    const { store } = bench;
    const earlier = aPoll({ day: '2018-07-23', endsAt: ENDS - 24 * HOUR });
    for (const poll of [earlier, aPoll()]) await store.polls.open(poll, scheduled('a'), OPENS);
    expect((await store.books.due(ENDS - 1)).map(({ day }) => day)).toEqual(['2018-07-23']);
    expect((await store.books.due(ENDS)).map(({ day }) => day)).toEqual([DAY, '2018-07-23']);
    expect(await store.books.dueDays()).toEqual([]);
    await Promise.all([0, 1].map(() => store.books.close(aPoll(), ENDS)));
    expect((await store.books.due(ENDS)).map(({ day }) => day)).toEqual(['2018-07-23']);
    expect(await store.books.dueDays()).toEqual([{ org: ORG, day: DAY }]);
  });

  test('what is answered for other polls after the end changes nothing of it', async () => {
    const { store } = bench;
    await store.polls.open(aPoll(), scheduled('a', 'b'), OPENS);
    await store.answers.record(aVote('a'));
    await store.answers.record(aVote('a', { choice: choice('office'), at: ENDS }));
    await store.answers.record(aVote('b', { at: ENDS + 1 }));
    await store.books.close(aPoll(), ENDS + 2);
    expect(await book()).toMatchObject({
      members: 2,
      groups: [{ style: 'home', arrival: null, count: 1, late: 0 }],
      curve: { counted: 1 },
      sealed: false,
    });
    const [a, b] = await store.polls.members(ORG, TEAM, DAY);
    expect([a?.answer?.style, b?.answer ?? null]).toEqual(['home', null]);
  });

  test('a correction is a further entry of every book that it concerns, and can be undone', async () => {
    const { store } = bench;
    for (const team of [TEAM, OTHER]) {
      await store.teams.create(aTeam(team));
      await store.polls.open(aPoll({ team }), scheduled('a', 'b'), OPENS);
    }
    await store.campaigns.save(aCampaign({ days: [{ day: DAY, core: true }] }));
    for (const person of ['a', 'b'])
      await store.answers.record(aVote(person, { choice: choice(person === 'a' ? 'office' : 'home') }));
    await store.books.closeDay(ORG, DAY, ENDS);
    expect(await store.books.people(ORG, 'td', [DAY])).toEqual({ teleworked: 1, tookPart: 2 });
    expect((await corrects('a', 'mobile'))?.previous).toEqual(choice('office'));
    expect((await book())?.groups).toMatchObject([{ style: 'home' }, { style: 'mobile', late: 1 }]);
    expect((await store.books.days(ORG, [DAY])).get(DAY)).toMatchObject({ home: 1, mobile: 1, office: 0 });
    expect(await store.books.people(ORG, 'td', [DAY])).toEqual({ teleworked: 2, tookPart: 2 });
    await corrects('a', null);
    expect((await store.books.days(ORG, [DAY])).get(DAY)).toMatchObject({ home: 1, 'no-answer': 1 });
    expect(await store.books.people(ORG, 'td', [DAY])).toEqual({ teleworked: 1, tookPart: 1 });
    expect((await store.polls.reach({ org: ORG, team: TEAM, campaign: 'td', days: [DAY] })).people).toBe(1);
  });

  test('a day is counted by departments as they were, with those who are corrected or forgotten', async () => {
    const { store } = bench;
    for (const team of [TEAM, OTHER]) await store.teams.create(aTeam(team));
    const departments = [
      { id: '1', name: 'Sales', teams: [TEAM] },
      { id: '2', name: 'Works', teams: [OTHER] },
    ];
    const set = (some: typeof departments) =>
      store.structures.change(ORG, (known) => ({ ...known, departments: some }));
    await set(departments);
    await store.polls.open(aPoll(), scheduled('a', 'b', 'gone'), OPENS);
    await store.polls.open(aPoll({ team: OTHER }), scheduled('a', 'c', 'gone'), OPENS);
    for (const person of ['a', 'b', 'gone']) await store.answers.record(aVote(person, { team: null }));
    const late = choice('off-peak', '11:00');
    await store.answers.record(aVote('c', { team: null, choice: late }));
    const counts = (sales: object, works: object, avoiding: number) => ({
      avoiding,
      departments: [
        { ...departments[0], counts: { ...NOBODY, avoiding: 0, ...sales } },
        { ...departments[1], counts: { ...NOBODY, avoiding, ...works } },
      ],
    });
    const first = counts({ home: 3 }, { home: 2, 'off-peak': 1 }, 1);
    expect(await store.books.count(ORG, DAY)).toMatchObject(first);
    await store.books.closeDay(ORG, DAY, ENDS);
    await set([]);
    const known = async () => (await store.books.days(ORG, [DAY])).get(DAY);
    expect(await known()).toMatchObject(first);
    await corrects('c', 'office');
    // Who is corrected in another team belongs to it too.
    const corrected = counts({ home: 3, office: 1 }, { home: 2, office: 1 }, 0);
    expect(await known()).toMatchObject(corrected);
    await store.people.forget(ORG, 'gone', LATER);
    expect(await known()).toMatchObject(corrected);
    expect(await store.books.count(ORG, DAY)).toBeNull();
  });

  test('a day of which answers are gone is not corrected, and nothing is recorded', async () => {
    const { store } = bench;
    await store.teams.create(aTeam());
    await store.polls.open(aPoll(), scheduled('a', 'b'), OPENS);
    for (const person of ['a', 'b']) await store.answers.record(aVote(person));
    await store.people.forget(ORG, 'b', ENDS);
    expect(await corrects('a', 'office')).toBeNull();
    expect((await store.answers.get(ORG, 'a', DAY))?.style).toBe('home');
    expect(await book()).toMatchObject({ members: 2, sealed: true });
    await store.books.closeDay(ORG, DAY, LATER);
    expect((await store.books.days(ORG, [DAY])).get(DAY)).toMatchObject({ ...NOBODY, home: 2 });
  });

  test('people of a campaign are its people, whether they are forgotten before or after its end', async () => {
    const { store } = bench;
    const days = ['2018-07-23', DAY];
    await store.teams.create(aTeam());
    await store.campaigns.save(aCampaign());
    const polls = [aPoll({ day: days[0] as string, endsAt: OPENS - 1 }), aPoll()];
    for (const poll of polls) {
      await store.polls.open(poll, scheduled('a', 'b', 'c', 'd'), OPENS);
      for (const person of ['a', 'b'])
        await store.answers.record(aVote(person, { day: poll.day, at: poll.endsAt - 1 }));
      const office = { day: poll.day, at: poll.endsAt - 1, choice: choice('office') };
      await store.answers.record(aVote('c', office));
    }
    const people = async () => [
      await store.books.people(ORG, 'td', days),
      (await store.polls.reach({ org: ORG, team: TEAM, campaign: 'td', days })).people,
    ];
    const expected = [{ teleworked: 2, tookPart: 3 }, 2];
    expect(await people()).toEqual(expected);
    await store.people.forget(ORG, 'a', ENDS);
    expect(await people()).toEqual(expected);
    for (const day of days) await store.books.closeDay(ORG, day, LATER);
    for (const person of ['b', 'c']) {
      await store.people.forget(ORG, person, LATER);
      expect(await people()).toEqual(expected);
    }
  });

  test('of a campaign took part who answered with a work style, and stays so when they are forgotten', async () => {
    const { store } = bench;
    await store.teams.create(aTeam());
    await store.campaigns.save(aCampaign({ days: [{ day: DAY, core: true }] }));
    await store.polls.open(aPoll(), scheduled('a', 'b', 'c'), OPENS);
    await store.answers.record(aVote('a', { choice: choice('leave') }));
    for (const person of ['b', 'c'])
      await store.answers.record(aVote(person, { choice: { style: NOT_SCHEDULED, arrival: null } }));
    const people = () => store.books.people(ORG, 'td', [DAY]);
    expect(await people()).toEqual({ teleworked: 0, tookPart: 1 });
    await store.books.closeDay(ORG, DAY, ENDS);
    expect(await people()).toEqual({ teleworked: 0, tookPart: 1 });
    await corrects('b', 'home');
    expect(await people()).toEqual({ teleworked: 1, tookPart: 2 });
    for (const person of ['a', 'b', 'c']) {
      await store.people.forget(ORG, person, LATER);
      expect(await people()).toEqual({ teleworked: 1, tookPart: 2 });
    }
  });

  test('of a campaign nobody took part who was never scheduled, forgotten before its end or not', async () => {
    const { store } = bench;
    await store.teams.create(aTeam());
    const days = [DAY, '2018-07-25'];
    await store.campaigns.save(aCampaign({ days: days.map((day) => ({ day, core: false })) }));
    await store.polls.open(aPoll(), scheduled('a', 'b'), OPENS);
    for (const person of ['a', 'b'])
      await store.answers.record(aVote(person, { choice: { style: NOT_SCHEDULED, arrival: null } }));
    await store.people.forget(ORG, 'a', ENDS);
    expect(await store.books.people(ORG, 'td', days)).toEqual({ teleworked: 0, tookPart: 0 });
  });

  test('many people are counted in portions, each of them once', async () => {
    const { store } = bench;
    const ids = Array.from({ length: 2_300 }, (_, index) => `p${index}`);
    const usual = (style: WorkStyle) => (person: string) => ({
      person,
      scheduled: true,
      usual: choice(style),
    });
    for (const team of [TEAM, OTHER]) await store.teams.create(aTeam(team));
    await store.campaigns.save(aCampaign({ days: [{ day: DAY, core: true }] }));
    await store.polls.open(aPoll(), ids.slice(0, 2_100).map(usual('home')), OPENS);
    await store.polls.open(aPoll({ team: OTHER }), ids.slice(900).map(usual('office')), OPENS);
    expect(await store.books.closeDay(ORG, DAY, ENDS)).toBe(true);
    expect(await book()).toMatchObject({ members: 2_100, unheard: 2_100 });
    expect((await store.books.days(ORG, [DAY])).get(DAY)).toMatchObject({
      ...NOBODY,
      home: 2_100,
      office: 200,
    });
    expect(await store.books.people(ORG, 'td', [DAY])).toEqual({ teleworked: 2_100, tookPart: 2_300 });
  });

  test('what changes while the people of a day are counted is counted once', async () => {
    const { store } = bench;
    const ids = Array.from({ length: 1_200 }, (_, index) => `p${index}`);
    await store.teams.create(aTeam());
    const home = ids.map((person) => ({ person, scheduled: true, usual: choice('home') }));
    await store.polls.open(aPoll(), home, OPENS);
    const changes = [
      () => store.people.forget(ORG, 'p0', LATER),
      () => corrects('p1', 'office'),
      () => store.people.forget(ORG, 'p999', LATER),
    ];
    let asked = 0;
    const begun: Promise<unknown>[] = [];
    const goOn = () => {
      if (asked % 2 === 1) begun.push(changes[(asked - 1) / 2]?.() ?? Promise.resolve());
      asked += 1;
      return true;
    };
    await store.books.closeDay(ORG, DAY, LATER, goOn);
    await Promise.all(begun);
    await store.books.closeDay(ORG, DAY, LATER);
    const counts = (await store.books.days(ORG, [DAY])).get(DAY);
    expect(Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(1_200);
  });

  test('a closing that is stopped on the way has written no half of a book, and is done again', async () => {
    const { store } = bench;
    await store.teams.create(aTeam());
    await store.polls.open(aPoll(), scheduled('a', 'b'), OPENS);
    await store.answers.record(aVote('a'));
    let asked = 0;
    expect(await store.books.closeDay(ORG, DAY, ENDS, () => ++asked < 2)).toBe(false);
    expect(await store.books.days(ORG, [DAY])).toEqual(new Map());
    expect(await store.books.dueDays()).toEqual([{ org: ORG, day: DAY }]);
    expect(await store.books.closeDay(ORG, DAY, ENDS)).toBe(true);
    expect((await store.books.days(ORG, [DAY])).get(DAY)).toMatchObject({
      ...NOBODY,
      home: 1,
      'no-answer': 1,
    });
  });

  test('books are what a recount of the history as of the end of the day says, whatever happened', async () => {
    const times = fc.integer({ min: OPENS - 20 * HOUR, max: ENDS + 12 * HOUR });
    const act = fc.record({
      person: fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4'),
      at: times,
      style: fc.option(fc.constantFrom(...WORK_STYLES), { freq: 4 }),
      team: fc.constantFrom(TEAM, OTHER),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), fc.boolean(), async (acts, isForgotten) => {
        round += 1;
        await bench.store.people.comeBack(ORG, 'p0');
        const day = `20${10 + Math.floor(round / 28)}-02-${String((round % 28) + 1).padStart(2, '0')}`;
        const polls = [aPoll({ day }), aPoll({ day, team: OTHER, endsAt: ENDS + 6 * HOUR })];
        await playDay(polls, acts);
        const ends = Math.max(...polls.map(({ endsAt }) => endsAt));
        const expected = polls.map((poll) => recount(acts, poll));
        if (isForgotten) {
          await bench.store.people.forget(ORG, 'p0', ends);
          for (const { team } of polls) agreed.delete(`${team} p0`);
        }
        await bench.store.books.closeDay(ORG, day, ends);
        for (const [index, { team }] of polls.entries()) {
          const groups = (await bench.store.polls.book(ORG, team, day))?.groups ?? [];
          const counts = Object.fromEntries(groups.map(({ style, count }) => [style, count]));
          expect(counts).toEqual(expected[index]);
        }
        const statuses = (await bench.store.books.days(ORG, [day])).get(day);
        expect(DAY_STATUSES.reduce((sum, status) => sum + (statuses?.[status] ?? 0), 0)).toBe(5);
      }),
      { numRuns: 12, seed: 24 },
    );
  });

  type Act = { person: string; at: number; style: WorkStyle | null; team: string };

  async function playDay(polls: readonly Poll[], acts: readonly Act[]): Promise<void> {
    const { store } = bench;
    for (const { team } of polls)
      if (!(await store.teams.get(ORG, team))) await store.teams.create(aTeam(team));
    const members = scheduled('p0', 'p1', 'p2', 'p3', 'p4');
    for (const poll of polls) await store.polls.open(poll, members, OPENS);
    for (const { person, at, style, team } of acts.toSorted((one, other) => one.at - other.at)) {
      const day = polls[0]?.day ?? DAY;
      await store.answers.record(aVote(person, { day, at, team, choice: style && choice(style) }));
    }
  }

  /** By the rule itself: the last word before the end, of those who answered in the team at any time. */
  function recount(acts: readonly Act[], { team, endsAt }: Poll): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const person of ['p0', 'p1', 'p2', 'p3', 'p4']) {
      const own = acts.filter((one) => one.person === person).toSorted((one, other) => one.at - other.at);
      const isHere = agreed.get(`${team} ${person}`) || own.some((one) => one.team === team && one.style);
      if (isHere) agreed.set(`${team} ${person}`, true);
      const style = own.findLast(({ at }) => at < endsAt)?.style;
      if (isHere && style) counts[style] = (counts[style] ?? 0) + 1;
    }
    return counts;
  }

  test('books of days around a change of clocks follow who belonged, and what was corrected', async () => {
    const hours = fc.integer({ min: -10 * 60, max: 4 * 24 * 60 }).map((minutes) => minutes * MINUTE);
    const act = fc.record({
      at: hours,
      what: fc.constantFrom(
        'answer' as const,
        'answer' as const,
        'answer' as const,
        'leave',
        'join',
        'correct',
      ),
      person: fc.constantFrom(...STAFF),
      // Mostly the day that lasts.
      day: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.nat(AUTUMN.length - 1) },
      ),
      style: fc.option(fc.constantFrom(...WORK_STYLES), { freq: 2 }),
    });
    const delay = fc.constantFrom(0, 30 * MINUTE, 9 * HOUR);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 30, maxLength: 60, size: 'max' }),
        delay,
        async (acts, closing) => {
          round += 1;
          const days = await playCampaign(`team ${round}`, acts, closing);
          for (const { day, members, groups } of days) {
            const book = await bench.store.polls.book(ORG, `team ${round}`, day);
            const said = (book?.groups ?? []).map(({ style, count }) => [style, count]);
            expect([day, book?.members, Object.fromEntries(said)]).toEqual([day, members, groups]);
          }
        },
      ),
      { numRuns: 20, seed: 25 },
    );
  });

  type Step = {
    at: number;
    what: 'answer' | 'leave' | 'join' | 'correct';
    person: string;
    /** Of those in the autumn; null: the one that lasts. */
    day: number | null;
    style: WorkStyle | null;
  };

  /** Who is counted on a day, and how, by the rule itself. */
  interface Reckoned extends Poll {
    listed: Map<string, { scheduled: boolean; here: boolean }>;
    answers: Map<string, WorkStyle>;
  }

  /** Plays the days and counts along. Each round has people of its own: one person has one answer a day. */
  async function playCampaign(team: string, acts: readonly Step[], closing: number) {
    const { store } = bench;
    await store.teams.create(aTeam(team));
    const polls = AUTUMN.map((day): Reckoned => {
      const window = { from: '07:00', until: '10:30' };
      const of = aPoll({ day, team, zone: LONDON, window, ...windowOn(day, window, LONDON) });
      return { ...of, openedAt: of.opensAt, listed: new Map(), answers: new Map() };
    });
    const idOf = (person: string) => `${team} ${person}`;
    const roster = new Set(STAFF.slice(0, -1).map(idOf));
    const agreed = new Set<string>();
    const running = (at: number) => polls.filter(({ opensAt, endsAt }) => opensAt <= at && at < endsAt);

    async function open(poll: Reckoned): Promise<void> {
      const { listed, answers, ...row } = poll;
      for (const id of roster) listed.set(id, { scheduled: true, here: agreed.has(id) });
      await store.polls.open(row, scheduled(...roster), row.opensAt);
    }

    async function leave(id: string, at: number): Promise<void> {
      roster.delete(id);
      for (const { listed, answers } of running(at)) {
        const one = listed.get(id);
        if (one?.here && answers.has(id)) one.scheduled = false;
        else listed.delete(id);
      }
      await store.people.leave(ORG, team, id);
    }

    async function join(id: string, at: number): Promise<void> {
      roster.add(id);
      for (const { listed } of running(at))
        if (agreed.has(id) && !listed.has(id)) listed.set(id, { scheduled: false, here: true });
      await store.people.join(ORG, team, id);
    }

    async function say(id: string, poll: Reckoned, { style, at, what }: Step): Promise<void> {
      const { listed, answers, day, opensAt, endsAt } = poll;
      // The day takes answers until its end, and corrections from then on. One who left can take theirs back.
      const isTaken =
        what === 'answer'
          ? at < endsAt && (style === null || roster.has(id))
          : at >= endsAt && listed.has(id);
      if (!isTaken) return;
      const one = listed.get(id);
      if (style) {
        answers.set(id, style);
        agreed.add(id);
        if (at >= opensAt) listed.set(id, { scheduled: one?.scheduled ?? false, here: true });
      } else answers.delete(id);
      const source = what === 'answer' ? 'button' : 'admin';
      const vote = aVote(id, { day, team, at, source, choice: style && choice(style) });
      await (what === 'answer' ? store.answers.record(vote) : store.books.correct(vote, at));
    }

    const steps = [
      ...polls.flatMap((poll) => [
        { at: poll.opensAt, run: () => open(poll) },
        { at: poll.endsAt + closing, run: () => store.books.closeDay(ORG, poll.day, poll.endsAt + closing) },
      ]),
      ...acts.map((act) => {
        const at = (polls[0]?.opensAt ?? 0) + act.at;
        const id = idOf(act.person);
        const poll = act.day === null ? running(at)[0] : polls[act.day];
        return {
          at,
          async run() {
            if (act.what === 'leave') await leave(id, at);
            else if (act.what === 'join') await join(id, at);
            else if (poll) await say(id, poll, { ...act, at });
          },
        };
      }),
    ].toSorted((one, other) => one.at - other.at);
    for (const { at, run } of steps) {
      bench.now = at;
      await run();
    }
    return polls.map(({ day, listed, answers }) => {
      const groups: Record<string, number> = {};
      let members = 0;
      for (const [id, { scheduled: isScheduled, here }] of listed) {
        const style = here ? answers.get(id) : undefined;
        if (style) groups[style] = (groups[style] ?? 0) + 1;
        if (style || isScheduled) members += 1;
      }
      return { day, groups, members };
    });
  }

  const agreed = new Map<string, boolean>();
  beforeEach(() => agreed.clear());
}
