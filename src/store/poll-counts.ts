import { sql } from 'kysely';
import type { Poll, Responses } from '../domain/answers/poll';
import type { TallyGroup } from '../domain/answers/tally';
import type { Counted } from '../domain/answers/visibility';
import { type DayState, isTelework, NOT_SCHEDULED, WORK_STYLES } from '../domain/answers/work-style';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day, Millis, Time } from '../domain/time/calendar';
import { prepared } from './prepared';
import type { Db, Flag } from './schema';

/*
 * A tally is counted from the answers each time, along the keys of one team and day: its cost is the team's size,
 * whatever else the database holds. Members who count in the poll (`here`) do so while they are scheduled or have an
 * answer, but not those who said that they are not scheduled; all others count as scheduled and silent.
 */

export type PollKey = Pick<Poll, 'org' | 'team' | 'day'>;

export const TELEWORK = WORK_STYLES.filter(isTelework);

type CountRow = Pick<TallyGroup, 'late'> & {
  style: DayState | null;
  arrival: Time | null;
  people: number;
  scheduled: number;
  unheard: number;
};

/** The members, and the answers of those who count by style, arrival and whether they came at `lateFrom` or after. */
export function prepareCount(db: Db): (poll: PollKey & { lateFrom: Millis }) => Promise<Counted> {
  const count = prepared<PollKey & { lateFrom: Millis }, CountRow>(db, (value) =>
    db
      .selectFrom('poll_members as m')
      .leftJoin('answers as a', (join) =>
        join
          .onRef('a.org', '=', 'm.org')
          .onRef('a.day', '=', 'm.day')
          .onRef('a.person', '=', 'm.person')
          .on('m.here', '=', sql.lit(1)),
      )
      .where('m.org', '=', value('org'))
      .where('m.team', '=', value('team'))
      .where('m.day', '=', value('day'))
      .groupBy(['a.style', 'a.arrival'])
      .select(['a.style', 'a.arrival'])
      .select(({ fn, eb }) => [
        fn.countAll<number>().as('people'),
        fn
          .sum<number>(
            eb.case().when('m.here', '=', eb.lit(1)).then(eb.ref('m.scheduled')).else(eb.lit(1)).end(),
          )
          .as('scheduled'),
        sql<number>`sum(1 - m.here)`.as('unheard'),
        fn
          .sum<number>(eb.case().when('a.at', '>=', value('lateFrom')).then(eb.lit(1)).else(eb.lit(0)).end())
          .as('late'),
      ]),
  );
  return async (poll) => countedOf(await count(poll));
}

function countedOf(rows: readonly CountRow[]): Counted {
  const groups = new Map<string, TallyGroup>();
  for (const { style, arrival, people, late } of rows) {
    if (style === null || style === NOT_SCHEDULED) continue;
    const key = `${style} ${arrival}`;
    const same = groups.get(key) ?? { style, arrival, count: 0, late: 0 };
    groups.set(key, { ...same, count: same.count + people, late: same.late + late });
  }
  const answered = [...groups.values()].reduce((sum, { count }) => sum + count, 0);
  const silent = rows.reduce((sum, { style, scheduled }) => sum + (style === null ? scheduled : 0), 0);
  const unheard = rows.reduce((sum, row) => sum + row.unheard, 0);
  return { members: answered + silent, groups: [...groups.values()], unheard };
}

export async function firstAnswers(
  db: Db,
  { org, team, day }: PollKey,
  { since, safetySince }: Responses = { since: null, safetySince: null },
): Promise<Millis[]> {
  if (since !== null) {
    const key = { org, team, day };
    const [responses, safety] = await Promise.all([
      responsesSince(db, key, since),
      safetySince === null ? new Map<PersonId, Millis>() : safetyAnswers(db, key, safetySince),
    ]);
    const first = new Map(safety);
    for (const { person, here, at } of responses)
      if (here === 1) first.set(person, Math.min(at, first.get(person) ?? at));
    return [...first.values()];
  }
  const rows = await answered(db, org, team)
    .where('m.day', '=', day)
    .where('a.style', '!=', NOT_SCHEDULED)
    .select('a.first_at')
    .execute();
  return rows.map(({ first_at }) => first_at);
}

/** When each member of the poll first gave or confirmed an answer from the instant on. */
export async function responsesSince(
  db: Db,
  { org, team, day }: PollKey,
  since: Millis,
): Promise<{ person: PersonId; here: Flag; at: Millis }[]> {
  return db
    .selectFrom('poll_members as m')
    .crossJoin('answer_history as h')
    .whereRef('h.org', '=', 'm.org')
    .whereRef('h.day', '=', 'm.day')
    .whereRef('h.person', '=', 'm.person')
    .where('m.org', '=', org)
    .where('m.team', '=', team)
    .where('m.day', '=', day)
    .where('h.at', '>=', since)
    .where('h.style', 'is not', null)
    .where('h.source', '!=', 'default-week')
    .groupBy(['m.person', 'm.here'])
    .select(({ fn }) => ['m.person', 'm.here', fn.min('h.at').as('at')])
    .execute();
}

/** When each member of the poll first said from `since` on whether they are safe. */
export async function safetyAnswers(
  db: Db,
  { org, team, day }: PollKey,
  since: Millis,
): Promise<Map<PersonId, Millis>> {
  const rows = await db
    .selectFrom('safety_answers as s')
    .innerJoin('poll_members as m', (join) =>
      join.onRef('m.org', '=', 's.org').onRef('m.day', '=', 's.day').onRef('m.person', '=', 's.person'),
    )
    .where('s.org', '=', org)
    .where('s.day', '=', day)
    .where('s.at', '>=', since)
    .where('m.team', '=', team)
    .groupBy('s.person')
    .select(({ fn }) => ['s.person', fn.min('s.at').as('at')])
    .execute();
  return new Map(rows.map(({ person, at }) => [person, at]));
}

/** When the last poll of each of these days ends; a day without polls is left out. */
export async function ends(db: Db, org: OrgId, days: readonly Day[]): Promise<Map<Day, Millis>> {
  if (days.length === 0) return new Map();
  const rows = await db
    .selectFrom('teams as t')
    .crossJoin('polls as p')
    .whereRef('p.org', '=', 't.org')
    .whereRef('p.team', '=', 't.id')
    .where('t.org', '=', org)
    .where('p.day', 'in', days)
    .groupBy('p.day')
    .select(({ fn }) => ['p.day', fn.max('p.ends_at').as('end')])
    .execute();
  return new Map(rows.map(({ day, end }) => [day, end]));
}

/** The polls of a day, of teams that are still there: SQLite begins a cross join with its first table. */
export function pollsOfDay(db: Db, org: OrgId, day: Day) {
  return db
    .selectFrom('teams as t')
    .crossJoin('polls as p')
    .whereRef('p.org', '=', 't.org')
    .whereRef('p.team', '=', 't.id')
    .where('t.org', '=', org)
    .where('p.day', '=', day);
}

/** The answers that count in a team's polls and are kept; SQLite begins a cross join with its first table. */
export function answered(db: Db, org: OrgId, team: TeamId) {
  return db
    .selectFrom('poll_members as m')
    .crossJoin('answers as a')
    .whereRef('a.org', '=', 'm.org')
    .whereRef('a.day', '=', 'm.day')
    .whereRef('a.person', '=', 'm.person')
    .where('m.org', '=', org)
    .where('m.team', '=', team)
    .where('m.here', '=', 1);
}
