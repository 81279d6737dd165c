import { type Compilable, type Expression, sql } from 'kysely';
import type { Backend } from './backend';
import { createBatcher } from './batcher';
import type { Db } from './schema';

/** Stands in a query for a value that is given when it runs. */
class Slot<Name> {
  constructor(readonly name: Name) {}
}

type ValueOf<Values> = <Name extends keyof Values>(name: Name) => Values[Name];

/**
 * A query written once and run often: building its SQL costs several times what running it does.
 * `build` asks for each value by name and uses it as if it were there.
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

/** Keys in one query, and queries at once: one that is held up holds up only some. */
const KEYS_A_QUERY = 256;
const QUERIES_AT_ONCE = 4;

/**
 * A prepared query by a key of texts, for reads that come in crowds: at seven o'clock everybody presses. Over a network
 * those of one moment share a query, as votes share a commit; a lone one waits for nobody.
 */
export function lookup<Key extends Record<string, string>, Row>(
  { db, remote }: Pick<Backend, 'db' | 'remote'>,
  names: readonly (keyof Key & string)[],
  build: (value: ValueOf<Key>) => Compilable<Row> & Expression<Row>,
): (key: Key) => Promise<Row[]> {
  if (!remote) return prepared(db, build);
  const find = together(db, names, build);
  return createBatcher(find, KEYS_A_QUERY, QUERIES_AT_ONCE).add;
}

/** One query for many keys, which answers in their order. */
function together<Key extends Record<string, string>, Row>(
  db: Db,
  names: readonly (keyof Key & string)[],
  build: (value: ValueOf<Key>) => Expression<Row>,
): (keys: readonly Key[]) => Promise<Row[][]> {
  const one = build((name) => sql.ref(`asked.${String(name)}`) as never);
  // The offset keeps the planner from joining whole tables: each key goes along the index, as it would alone.
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
