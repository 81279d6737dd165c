import { type RawBuilder, sql } from 'kysely';
import type { OrgId, TeamId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import type { Backend } from './backend';
import type { Trx } from './schema';

/** Waiting teams read per team returned: enough if organisations have few teams each. */
const READ_AHEAD = 8;
/** Organisations per walk. */
const MAX_WALK = 256;

/** A team whose wake-up time has come. */
export interface Waiting {
  org: OrgId;
  id: TeamId;
  wake_at: Millis;
}

interface Question {
  trx: Trx;
  now: Backend['now'];
  instant: Millis;
  limit: number;
}

/**
 * Chooses the teams to check next: the first team of every organisation, then the second of every one, the earliest
 * first. The cost depends on the number of teams chosen, not on how many wait. Usually the earliest teams of all
 * suffice. If many teams of one organisation hide the others, a walk along the index visits organisations, not teams. It
 * visits at most 256 of them, and the next walk continues from there.
 */
export function createWaiting(now: Backend['now']) {
  let walkedTo: OrgId = '';
  return async (trx: Trx, instant: Millis, limit: number): Promise<Waiting[]> => {
    const question = { trx, now, instant, limit };
    const earliest = await earliestOf(question);
    const all = earliest.length < limit * READ_AHEAD;
    if (all || firstOfEach(earliest).length >= limit) return inTurns(earliest).slice(0, limit);
    const { found, until } = await walkFrom(question, walkedTo);
    walkedTo = until;
    const first = firstOfEach([...earliest, ...found]);
    return first.length < limit ? deal(question, first) : first.slice(0, limit);
  };
}

async function earliestOf({ trx, now, instant, limit }: Question): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select org, id, wake_at from teams where wake_at <= ${instant} and looked_until <= ${now()}
    order by wake_at limit ${limit * READ_AHEAD}`.execute(trx);
  return rows;
}

/** The first team of each organisation that follows `after`. `until`: where the next walk begins. */
async function walkFrom(question: Question, after: OrgId) {
  const first = (column: Column) => firstWaiting(question, column, sql`t.org = walk.org`);
  const { rows } = await sql<Waiting | { org: OrgId; id: null }>`
    with recursive walk (org, step) as (
      select min(org), 1 from teams where org > ${after}
      union all
      select (select min(t.org) from teams as t where t.org > walk.org), step + 1 from walk
      where walk.org is not null and step < ${MAX_WALK}
    )
    select org, ${first('id')} as id, ${first('wake_at')} as wake_at from walk
    where org is not null order by step`.execute(question.trx);
  const found = rows.filter((row): row is Waiting => row.id !== null);
  return { found, until: rows.length < MAX_WALK ? '' : (rows.at(-1)?.org ?? '') };
}

/** With fewer organisations than teams wanted: the second team of each, the third, as many as are needed. */
async function deal(question: Question, first: readonly Waiting[]): Promise<Waiting[]> {
  const { limit } = question;
  const dealt = await dealTurns(question, first, Math.ceil(limit / first.length));
  // Some organisations have fewer teams: then one may give all but the first teams of the others.
  return dealt.length < limit ? dealTurns(question, first, limit - first.length + 1) : dealt;
}

async function dealTurns(question: Question, first: readonly Waiting[], turns: number): Promise<Waiting[]> {
  const isLater = sql`t.org = dealt.org and (t.wake_at, t.id) > (dealt.wake_at, dealt.id)`;
  const later = (column: Column) => firstWaiting(question, column, isLater);
  const { rows } = await sql<Waiting>`
    with recursive dealt (org, id, wake_at, turn) as (
      select org, id, wake_at, 1 from teams where (org, id) in (${keyList(first)})
      union all
      select org, ${later('id')}, ${later('wake_at')}, turn + 1 from dealt
      where id is not null and turn < ${turns}
    )
    select org, id, wake_at from dealt where id is not null
    order by turn, wake_at, org, id limit ${question.limit}`.execute(question.trx);
  return rows;
}

type Column = 'id' | 'wake_at';

/** A subquery per row instead of a join, so that no plan reads the table instead of the index. */
function firstWaiting({ now, instant }: Question, column: Column, which: RawBuilder<unknown>) {
  return sql`(
    select ${sql.ref(`t.${column}`)} from teams as t
    where ${which} and t.wake_at <= ${instant} and t.looked_until <= ${now()}
    order by t.wake_at, t.id limit 1
  )`;
}

/** A list of keys, for `in`. */
export function keyList(teams: readonly Pick<Waiting, 'org' | 'id'>[]) {
  return sql`values ${sql.join(teams.map(({ org, id }) => sql`(${org}, ${id})`))}`;
}

function firstOfEach(teams: readonly Waiting[]): Waiting[] {
  const seen = new Set<OrgId>();
  return [...teams].sort(byTime).filter(({ org }) => !seen.has(org) && seen.add(org));
}

function inTurns(teams: readonly Waiting[]): Waiting[] {
  const turns = new Map<OrgId, number>();
  const turn = ({ org }: Waiting) => {
    const next = (turns.get(org) ?? 0) + 1;
    turns.set(org, next);
    return next;
  };
  return [...teams]
    .sort(byTime)
    .map((team) => ({ team, turn: turn(team) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ team }) => team);
}

function byTime(a: Waiting, b: Waiting): number {
  return a.wake_at - b.wake_at || compare(a.org, b.org) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
