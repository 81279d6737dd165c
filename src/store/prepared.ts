import { type Compilable, type Expression, sql } from 'kysely';
import type { Backend } from './backend';
import { createBatcher } from './batcher';
import type { Db } from './schema';

/** A placeholder for a value that is given when the query runs. */
class Slot<Name> {
  constructor(readonly name: Name) {}
}

type ValueOf<Values> = <Name extends keyof Values>(name: Name) => Values[Name];

/**
 * Compiles a query once, to run it often: building SQL costs several times as much as running it.
 * `build` calls `value` with a name wherever the query needs that value.
 */
export function prepared<Values extends object, Row>(
  db: Db,
  build: (value: ValueOf<Values>) => Compilable<Row>,
): (values: Values) => Promise<Row[]> {
  const query = build((name) => new Slot(name) as never).compile();
  return async (values) => {
    const parameters = query.parameters.map((given) =>
      given instanceof Slot ? values[given.name as keyof Values] : given,
    );
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}

/** Keys per query, and concurrent queries: a slow one delays only its own keys. */
const KEYS_PER_QUERY = 256;
const MAX_QUERIES = 4;

/**
 * A prepared query by a key of texts, for reads that come in crowds when polls open. With a remote database concurrent
 * reads share a query, as votes share a commit; a lone read is not delayed.
 */
export function lookup<Key extends Record<string, string>, Row>(
  { db, remote }: Pick<Backend, 'db' | 'remote'>,
  names: readonly (keyof Key & string)[],
  build: (value: ValueOf<Key>) => Compilable<Row> & Expression<Row>,
): (key: Key) => Promise<Row[]> {
  if (!remote) return prepared(db, build);
  const find = together(db, names, build);
  return createBatcher(find, KEYS_PER_QUERY, MAX_QUERIES).add;
}

/** One query for many keys; resolves with the rows of each key, in the order of the keys. */
function together<Key extends Record<string, string>, Row>(
  db: Db,
  names: readonly (keyof Key & string)[],
  build: (value: ValueOf<Key>) => Expression<Row>,
): (keys: readonly Key[]) => Promise<Row[][]> {
  const one = build((name) => sql.ref(`asked.${String(name)}`) as never);
  // The offset keeps the planner from joining whole tables: each key is looked up in the index.
  const query = sql<{ nth: number } & Row>`
    select asked.nth, found.* from unnest(${sql.join(names.map((name) => sql`${new Slot(name)}::text[]`))})
      with ordinality as asked (${sql.join([...names, 'nth'].map((name) => sql.id(name)))})
    cross join lateral (select * from ${one} as one offset 0) as found`.compile(db);
  return async (keys) => {
    const parameters = query.parameters.map((given) =>
      given instanceof Slot ? keys.map((key) => key[given.name as keyof Key]) : given,
    );
    const { rows } = await db.executeQuery<{ nth: number } & Row>({ ...query, parameters });
    const found = keys.map((): Row[] => []);
    for (const { nth, ...row } of rows) found[nth - 1]?.push(row as unknown as Row);
    return found;
  };
}
