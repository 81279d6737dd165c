import { type RawBuilder, sql } from 'kysely';
import type { OrgId, TeamId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import type { Backend } from './backend';
import type { Trx } from './schema';

/** How many of those that wait are read first for one that is handed out: enough where organisations have a few each. */
const EARLIEST = 8;
/** How many organisations one walk looks at. */
const WALK = 256;

/** A team that waits for somebody to look at it. */
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
 * Who is next: every organisation's first team, then every one's second, the earliest first. It costs what it hands
 * out, not what waits. The earliest of all tell, unless many of one organisation hide the others: then a walk along
 * the index finds these, which looks at organisations and not at their teams. Where there are very many, it looks at
 * a part, and the next walk goes on from there.
 */
export function createWaiting(now: Backend['now']) {
  let walkedTo: OrgId = '';
  return async (trx: Trx, instant: Millis, limit: number): Promise<Waiting[]> => {
    const question = { trx, now, instant, limit };
    const earliest = await earliestOf(question);
    const all = earliest.length < limit * EARLIEST;
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
    order by wake_at limit ${limit * EARLIEST}`.execute(trx);
  return rows;
}

/** The first team of each organisation after the one named. `until`: where the next walk begins. */
async function walkFrom(question: Question, after: OrgId) {
  const first = (column: Column) => firstWaiting(question, column, sql`t.org = walk.org`);
  const { rows } = await sql<Waiting | { org: OrgId; id: null }>`
    with recursive walk (org, step) as (
      select min(org), 1 from teams where org > ${after}
      union all
      select (select min(t.org) from teams as t where t.org > walk.org), step + 1 from walk
      where walk.org is not null and step < ${WALK}
    )
    select org, ${first('id')} as id, ${first('wake_at')} as wake_at from walk
    where org is not null order by step`.execute(question.trx);
  const found = rows.filter((row): row is Waiting => row.id !== null);
  return { found, until: rows.length < WALK ? '' : (rows.at(-1)?.org ?? '') };
}

/** Too few organisations for one team each: the second of each, the third, as many as are needed. */
async function deal(question: Question, first: readonly Waiting[]): Promise<Waiting[]> {
  const { limit } = question;
  const dealt = await dealTurns(question, first, Math.ceil(limit / first.length));
  // Some had not so many: then others have more, at most what is left when everybody else has one.
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

/** A term for each row of a query, and no join: so that no plan reads the table instead of the index. */
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
