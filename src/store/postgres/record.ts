import { CompiledQuery, type QueryResult } from 'kysely';
import { answerTimes } from '../../domain/answers/poll';
import type { Recorded, Vote } from '../../ports/store/answers';
import type { Backend } from '../backend';
import { StoreError } from '../errors';
import { levelOf } from '../rows';
import type { AnswerTable, Db, Trx } from '../schema';
import { inTransaction } from '../transaction';

/*
 * The path of a vote, in SQL by hand: a handful of statements and one commit for any number of votes.
 * Every statement takes rows in the order of their keys, so that two sessions never deadlock.
 */

const LOCK = `select a.* from unnest($1::text[], $2::text[], $3::text[]) as v (org, day, person)
  join answers a on a.org = v.org and a.day = v.day and a.person = v.person
  order by a.org, a.day, a.person for update of a`;
const INSERT = `insert into answers (org, day, person, style, arrival, at, first_at, source)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[],
    $8::text[]) on conflict do nothing`;
const UPDATE = `update answers a
  set style = v.style, arrival = v.arrival, at = v.at, first_at = v.first_at, source = v.source
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::text[])
    as v (org, day, person, style, arrival, at, first_at, source)
  where a.org = v.org and a.day = v.day and a.person = v.person`;
const CLEAR = `delete from answers a using unnest($1::text[], $2::text[], $3::text[]) as v (org, day, person)
  where a.org = v.org and a.day = v.day and a.person = v.person`;
const APPEND = `insert into answer_history (org, day, person, style, arrival, at, source)
  select v.org, v.day, v.person, v.style, v.arrival, v.at, v.source
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[])
    with ordinality as v (org, day, person, style, arrival, at, source, place)
  order by v.place returning seq`;
/** A person who joins a poll is not scheduled: they count while they have an answer. */
const JOIN = `insert into poll_members (org, team, day, person, scheduled, here)
  select distinct p.org, p.team, p.day, v.person, 0, 1
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) as v (org, team, day, person, level)
  join polls p on p.org = v.org and p.team = v.team and p.day = v.day and p.names < v.level
  order by 1, 2, 3, 4
  on conflict (org, team, day, person) do update set here = 1 where poll_members.here = 0`;

const AGREE = `insert into agreements (org, team, person, level)
  select v.org, v.team, v.person, max(v.level)
  from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as v (org, team, person, level)
  group by 1, 2, 3
  order by 1, 2, 3
  on conflict (org, team, person) do update set level = excluded.level where excluded.level > agreements.level`;

const KEY = ['org', 'day', 'person'] as const;
const ANSWER = [...KEY, 'style', 'arrival', 'at', 'first_at', 'source'] as const;
const TRACE = [...KEY, 'style', 'arrival', 'at', 'source'] as const;

export function postgresRecord(db: Db): Pick<Backend, 'recordVote' | 'recordVotes'> {
  return {
    recordVotes: (votes) => inTransaction(db, (trx) => recordVotes(trx, votes)),
    async recordVote(trx, vote) {
      const [recorded] = await recordVotes(trx, [vote]);
      return recorded as Recorded;
    },
  };
}

async function recordVotes(trx: Trx, votes: readonly Vote[]): Promise<Recorded[]> {
  const keys = keysOf(votes);
  const found = await run<AnswerTable>(trx, LOCK, columns(keys, KEY));
  const before = new Map(found.rows.map((answer) => [keyOf(answer), answer]));
  const { after, results } = apply(votes, before);
  await saveAnswers(trx, before, after);
  const traces = votes.map((vote) => ({ ...vote, style: null, arrival: null, ...vote.choice }));
  const { rows } = await run<{ seq: number }>(trx, APPEND, columns(traces, TRACE));
  await joinPolls(trx, votes);
  const seqs = rows.map(({ seq }) => seq).sort((a, b) => a - b);
  return results.map((result, index) => ({ seq: seqs[index] ?? 0, ...result }));
}

/** Each key once, in the order in which all sessions lock them. */
function keysOf(votes: readonly Vote[]): Vote[] {
  const unique = new Map(votes.map((vote) => [keyOf(vote), vote]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, vote]) => vote);
}

type Key = Pick<AnswerTable, (typeof KEY)[number]>;

/** Sorts as the database sorts keys, part by part: the separator sorts before every character. */
function keyOf({ org, day, person }: Key): string {
  return `${org}\0${day}\0${person}`;
}

/**
 * `held` takes the key's place until the commit where no answer is left. Otherwise one that is on its way to its commit,
 * in a connection that died perhaps, would come after this and stand.
 */
interface After {
  answer: AnswerTable | null;
  held: AnswerTable;
}

function placeOf({ org, day, person, at, source }: Vote): AnswerTable {
  return { org, day, person, style: 'home', arrival: null, at, first_at: at, source };
}

/** Applies the votes to the earlier answers: the answer each vote replaced, and the final state of each key. */
function apply(votes: readonly Vote[], before: ReadonlyMap<string, AnswerTable>) {
  const after = new Map<string, After>();
  const results = votes.map((vote): Omit<Recorded, 'seq'> => {
    const key = keyOf(vote);
    const current = after.get(key)?.answer ?? (after.has(key) ? null : (before.get(key) ?? null));
    const answer = answerAfter(vote, current);
    after.set(key, { answer, held: placeOf(vote) });
    const previous = current && { style: current.style, arrival: current.arrival };
    return { previous, at: answer?.at ?? vote.at };
  });
  return { after, results };
}

function answerAfter(
  { org, day, person, choice, at, source }: Vote,
  current: AnswerTable | null,
): AnswerTable | null {
  if (!choice) return null;
  const times = answerTimes(current && { ...current, firstAt: current.first_at }, choice, at);
  return { org, day, person, ...choice, at: times.at, first_at: times.firstAt, source };
}

async function saveAnswers(
  trx: Trx,
  before: ReadonlyMap<string, AnswerTable>,
  after: ReadonlyMap<string, After>,
): Promise<void> {
  const sorted = [...after.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const changed = sorted.flatMap(([key, { answer }]) => (answer && before.has(key) ? [answer] : []));
  const fresh = sorted.flatMap(([key, { answer, held }]) => (before.has(key) ? [] : [answer ?? held]));
  const cleared = sorted.flatMap(([, { answer, held }]) => (answer ? [] : [held]));
  if (changed.length > 0) await run(trx, UPDATE, columns(changed, ANSWER));
  if (fresh.length > 0) await insertAlone(trx, fresh);
  if (cleared.length > 0) await run(trx, CLEAR, columns(cleared, KEY));
}

/** Throws a conflict if another session has inserted one of these answers since they were read; then all is repeated. */
async function insertAlone(trx: Trx, fresh: readonly AnswerTable[]): Promise<void> {
  const { numAffectedRows } = await run(trx, INSERT, columns(fresh, ANSWER));
  if (numAffectedRows !== BigInt(fresh.length))
    throw new StoreError('conflict', 'another session answered for the same person');
}

async function joinPolls(trx: Trx, votes: readonly Vote[]): Promise<void> {
  const joining = votes
    .filter(({ choice, team, agrees }) => choice !== null && team !== null && agrees !== null)
    .map((vote) => ({ ...vote, level: levelOf(vote.agrees) }));
  if (joining.length === 0) return;
  await run(trx, JOIN, columns(joining, ['org', 'team', 'day', 'person', 'level']));
  await run(trx, AGREE, columns(joining, ['org', 'team', 'person', 'level']));
}

/** Rows as one array per column, so that one statement takes any number of rows. */
function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}

function run<R>(trx: Trx, sql: string, parameters: unknown[]): Promise<QueryResult<R>> {
  return trx.executeQuery<R>(CompiledQuery.raw(sql, parameters));
}
