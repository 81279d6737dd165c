import { recordAnswer } from '../../src/app/answers/record-answer';
import type { Core } from '../../src/app/core';
import { keepBooks } from '../../src/app/schedule/keep-books';
import { runDueTasks } from '../../src/app/schedule/run-due-tasks';
import { isTelework, WORK_STYLES, type WorkStyle } from '../../src/domain/answers/work-style';
import type { Campaign } from '../../src/domain/campaigns/campaign';
import type { Terms } from '../../src/domain/campaigns/terms';
import type { StatusCounts } from '../../src/domain/figures/disclosure';
import { DEFAULT_PREFERENCES, type Person } from '../../src/domain/people/person';
import { defaultSettings } from '../../src/domain/teams/settings';
import type { Team } from '../../src/domain/teams/team';
import { addDays, type Day, dayStart, instantOf, type Millis } from '../../src/domain/time/calendar';
import type { Store } from '../../src/store/store';
import { DEFAULTS } from './core';

/*
 * A national campaign played again: organisations with their people answer, and the figures come out of the counting.
 * Everything follows from the seed.
 */

/** One organisation of the campaign, with one team. */
interface Organisation {
  id: string;
  terms: Terms;
  /** Members of its team; 0: it offers help only, and is not polled. */
  members: number;
  /** How many of them telework, by the index of the day. */
  telework: readonly number[];
}

export interface Replay {
  name: string;
  days: readonly { day: Day; core: boolean }[];
  organisations: readonly Organisation[];
}

/** A group of organisations of one kind: so many, with so many telework answers over all days together (延べ). */
interface Group {
  terms: Terms;
  count: number;
  personDays: number;
  /** The least that each has on a core day. */
  onCoreDay: number;
}

const ZONE = DEFAULTS.zone;
/** Of a team's people, those who never telework: they answer that they come to the office, or nothing. */
const OTHERS = 0.2;

/**
 * The Telework Day of 24 July 2017: 922 organisations took part, of which 548 teleworked, with about 63,000 people
 * (ministries' count). `scale` divides the figures, `thin` those of people once more.
 */
export function teleworkDay2017(seed: number, scale = 1, thin = 1): Replay {
  const days = [{ day: '2017-07-24', core: true }];
  return replay('Telework Day 2017', days, seed, [
    { terms: {}, count: 548 / scale, personDays: 63_000 / scale / thin, onCoreDay: 1 },
    // They avoided the rush hour in other ways.
    { terms: {}, count: (922 - 548) / scale, personDays: 0, onCoreDay: 0 },
  ]);
}

/**
 * Telework Days 2018: 1,682 organisations: 1,260 implementing, with about 203,000 person-days, 120 in special cooperation
 * (at least 100 people on the core day), with about 99,000, and 302 supporting. `scale` divides the figures, `thin` those of people once more.
 */
export function teleworkDays2018(seed: number, scale = 1, thin = 1): Replay {
  const days = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'].map((day) => ({
    day,
    core: day === '2018-07-24',
  }));
  const conditions = { minimumDays: 2, minimumCorePeople: 1 };
  const special = { category: 'special', minimumDays: 2, minimumCorePeople: 100 } as const;
  return replay('Telework Days 2018', days, seed, [
    {
      terms: { category: 'implementing', ...conditions },
      count: 1_260 / scale,
      personDays: 203_000 / scale / thin,
      onCoreDay: 1,
    },
    { terms: special, count: 120 / scale, personDays: 99_000 / scale / thin, onCoreDay: 100 },
    { terms: { supporting: true }, count: 302 / scale, personDays: 0, onCoreDay: 0 },
  ]);
}

function replay(name: string, days: Replay['days'], seed: number, groups: readonly Group[]): Replay {
  const random = randomOf(seed);
  const organisations = groups.flatMap((group, index) =>
    sizesOf(group, days, random).map((telework, number) =>
      organisationOf(group, telework, `${index}-${number}`),
    ),
  );
  return { name, days, organisations };
}

function organisationOf({ terms }: Group, telework: readonly number[], id: string): Organisation {
  const most = Math.max(...telework);
  const members = terms.supporting ? 0 : Math.max(3, Math.ceil(most * (1 + OTHERS)));
  return { id: `sandbox:${id}`, terms, members, telework };
}

/** The telework answers of each organisation by day: sizes differ by far, as they do, and the sum is exact. */
function sizesOf(group: Group, days: Replay['days'], random: () => number): number[][] {
  const count = Math.round(group.count);
  const total = Math.round(group.personDays);
  if (total === 0) return Array.from({ length: count }, () => days.map(() => 0));
  const least = days.map(({ core }) => (core ? group.onCoreDay : 0));
  // One day more than the core day, where there are more.
  if (days.length > 1) least[days.length - 1] = 1;
  const floor = least.reduce((sum, each) => sum + each, 0);
  const weights = Array.from({ length: count }, () => (1 - random()) ** -0.6 - 0.9);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = total - floor * count;
  const shares = weights.map((weight) => Math.floor((spare * weight) / whole));
  const left = spare - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => spread(share + (index < left ? 1 : 0), least, days));
}

/** A core day has twice the share of another one. */
function spread(share: number, least: readonly number[], days: Replay['days']): number[] {
  const parts = days.map(({ core }) => (core ? 2 : 1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const counts = parts.map((part, index) => Math.floor((share * part) / whole) + (least[index] ?? 0));
  const core = Math.max(
    days.findIndex((day) => day.core),
    0,
  );
  const given = counts.reduce((sum, count, index) => sum + count - (least[index] ?? 0), 0);
  counts[core] = (counts[core] ?? 0) + share - given;
  return counts;
}

/** Numbers in [0, 1): mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The core on a simulated clock, with a platform that answers at once. */
export interface Stage {
  core: Core;
  store: Store;
  setNow(now: Millis): void;
  /** Who is in a place of the platform. */
  setMembers(place: string, members: Person[]): void;
}

/** Answers at once, as people give them. */
const AT_ONCE = 64;

/** The people of an organisation, as its platform tells its team's roster. */
function rosterOf({ id, members }: Organisation): Person[] {
  return Array.from({ length: members }, (_, index) => ({
    id: `${id}/${index}`,
    name: `Person ${index}`,
    locale: 'ja',
    timeZone: ZONE,
    kind: 'person',
  }));
}

/** What a member answers on a day; null: nothing. Those who telework take turns, but for those who always do. */
function answerOf({ members, telework }: Organisation, index: number, day: number): WorkStyle | null {
  const wanted = telework[day] ?? 0;
  const place = (index + members - ((day * 7) % Math.max(1, members))) % members;
  if (place < wanted) return STYLES[index % STYLES.length] ?? 'home';
  return index % 3 === 0 ? null : ((['office', 'off-peak'] as const)[index % 2] ?? 'office');
}

const STYLES: readonly WorkStyle[] = ['home', 'home', 'home', 'satellite', 'home', 'mobile'];

/** Plays the campaign's days: polls open, people answer, tallies follow, and the books are closed. */
export async function play(
  { core, store, setNow, setMembers }: Stage,
  { name, days, organisations }: Replay,
): Promise<void> {
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  setNow(instantOf(addDays(first, -1), '23:00', ZONE));
  for (const organisation of organisations) {
    await store.campaigns.save(campaignOf(name, days, organisation));
    if (organisation.members === 0) continue;
    setMembers(organisation.id, rosterOf(organisation));
    await store.teams.create(teamOf(organisation));
  }
  // Organisations have their tasks spread over a minute.
  for (const [index, { day }] of days.entries()) {
    setNow(instantOf(day, '07:01', ZONE));
    await runAll(core);
    setNow(instantOf(day, '07:20', ZONE));
    await answers(core, organisations, index, day);
    setNow(instantOf(day, '10:32', ZONE));
    await runAll(core);
    setNow(dayStart(addDays(day, 1), ZONE) + 120_000);
    await runAll(core);
  }
  setNow(instantOf(addDays(last, 4), '09:30', ZONE));
  await runAll(core);
}

/** Books that stay open after so many rounds are a fault, which the figures show. */
const MOST_ROUNDS = 10_000;

/** A round takes a bounded number of teams, and of books. */
async function runAll(core: Core): Promise<void> {
  while ((await runDueTasks(core)) > 0);
  await core.refresh.settle();
  for (let round = 0; round < MOST_ROUNDS && (await openBooks(core)) > 0; round += 1)
    await keepBooks(core, () => true);
}

/** How many of the next books are still to be closed. */
async function openBooks({ books, clock }: Core): Promise<number> {
  return (await books.due(clock.now() - 60_000)).length + (await books.dueDays()).length;
}

async function answers(core: Core, organisations: readonly Organisation[], index: number, day: Day) {
  const votes = votesOf(organisations, index);
  const one = async () => {
    for (const vote of votes) {
      await recordAnswer(core, {
        team: teamOf(vote.organisation),
        member: { ...vote.person, preferences: DEFAULT_PREFERENCES },
        day,
        choice: { style: vote.style, arrival: vote.style === 'off-peak' ? '10:30' : null },
        source: 'button',
        agreesTo: async (shows) => shows,
        correction: null,
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** What people answer on a day, one after the other: all of them at once would take more memory than the bot. */
function* votesOf(organisations: readonly Organisation[], index: number) {
  for (const organisation of organisations) {
    for (const [number, person] of rosterOf(organisation).entries()) {
      const style = answerOf(organisation, number, index);
      if (style) yield { organisation, person, style };
    }
  }
}

function campaignOf(name: string, days: Replay['days'], { id, terms }: Organisation): Campaign {
  return { org: id, id: 'national', name, days: [...days], target: null, ended: false, terms };
}

function teamOf({ id }: Organisation): Team {
  const settings = defaultSettings(DEFAULTS);
  return {
    org: id,
    id: `${id}/team`,
    place: id,
    name: id,
    settings,
    trouble: null,
    secondChannel: null,
    sharing: null,
  };
}

/** What a campaign's organisers report. */
interface Headline {
  /** Organisations that took part, those in support among them. */
  organisations: number;
  /** Of these, by how they take part, those in which people teleworked. */
  teleworking: Record<'implementing' | 'special', number>;
  supporting: number;
  personDays: number;
  people: number;
}

/** The figures of a replay, by the books alone. */
export async function headlineOf(
  { store }: Pick<Stage, 'store'>,
  { days, organisations }: Replay,
): Promise<Headline> {
  const headline: Headline = {
    organisations: 0,
    teleworking: { implementing: 0, special: 0 },
    supporting: 0,
    personDays: 0,
    people: 0,
  };
  const all = days.map(({ day }) => day);
  for (const { id, terms } of organisations) {
    const books = await store.books.days(id, all);
    const teleworked = days.map(({ day }) => teleworkIn(books.get(day)));
    const personDays = teleworked.reduce((sum, count) => sum + count, 0);
    const onCoreDays = teleworked.filter((_, index) => days[index]?.core);
    const meets =
      teleworked.filter((count) => count > 0).length >= (terms.minimumDays ?? 0) &&
      onCoreDays.some((count) => count >= (terms.minimumCorePeople ?? 0));
    if (!terms.supporting && !meets) continue;
    headline.organisations += 1;
    if (terms.supporting) headline.supporting += 1;
    else if (personDays > 0) headline.teleworking[terms.category ?? 'implementing'] += 1;
    headline.personDays += personDays;
    headline.people += (await store.books.people(id, 'national', all)).teleworked;
  }
  return headline;
}

function teleworkIn(counts: StatusCounts | undefined): number {
  if (!counts) return 0;
  return WORK_STYLES.filter(isTelework).reduce((sum, style) => sum + counts[style], 0);
}
