import type { Compilable } from 'kysely';
import type { Db } from './schema';

/** Stands in a query for a value that is given when it runs. */
class Slot<Name> {
  constructor(readonly name: Name) {}
}

/**
 * A query written once and run often: building its SQL costs several times what running it does.
 * `build` asks for each value by name and uses it as if it were there.
 */
export function prepared<Values extends object, Row>(
  db: Db,
  build: (value: <Name extends keyof Values>(name: Name) => Values[Name]) => Compilable<Row>,
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
