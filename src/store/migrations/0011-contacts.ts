import { sql, type Transaction } from 'kysely';
import type { Millis } from '../../domain/time/calendar';
import type { Migration, MigrationTables } from './migration';

/** What the core kept among the adapters' memories has tables of its own. */
export const contacts: Migration = {
  number: 11,
  name: 'contacts',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('contacts'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('contacts_key', ['org', 'team'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('channel_failures'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('channel', shape.text, (column) => column.notNull())
      .addColumn('since', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('channel_failures_key', ['org', 'team', 'channel'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('binding_codes'))
      .addColumn('code', shape.text, (column) => column.notNull())
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('until', shape.integer, (column) => column.notNull())
      .addColumn('used', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('binding_codes_key', ['code'])
      .execute();
    await trx.schema.createIndex('binding_codes_until').on('binding_codes').column('until').execute();
    await moveMemories(trx);
  },
};

const SECOND = '@also';

async function moveMemories(trx: Transaction<MigrationTables>): Promise<void> {
  const { rows } = await sql<{ owner: string; key: string; value: string; until: Millis | null }>`
    select owner, key, value, until from memories where owner in ('core', 'bind') order by owner, key`.execute(
    trx,
  );
  const used = new Set(rows.flatMap(({ owner, key }) => (owner === 'bind' ? [after('used/', key)] : [])));
  for (const { owner, key, value, until } of rows) {
    const insert = owner === 'core' ? insertOf(key, value) : insertOfCode(key, value, until, used);
    await insert?.execute(trx);
  }
  await sql`delete from memories where owner in ('core', 'bind')`.execute(trx);
}

/** `steward|<org>|<team>` held a team's contact, `trouble|<org>|<team>` since when its channel failed. */
function insertOf(key: string, value: string) {
  const [kind, org, name] = key.split('|');
  // A person who was forgotten does not stay the contact.
  if (kind === 'steward')
    return sql`insert into contacts (org, team, person)
      select org, cast(${name} as text), id from people where org = ${org} and id = ${value}`;
  if (kind !== 'trouble' || name === undefined) return null;
  const isSecond = name.endsWith(SECOND);
  const team = isSecond ? name.slice(0, -SECOND.length) : name;
  return sql`insert into channel_failures (org, team, channel, since)
    values (${org}, ${team}, ${isSecond ? 'second' : 'first'}, ${Number(value)})`;
}

/** `offered/<code>` held the team that offers a code; a code was used once `used/<code>` was there. */
function insertOfCode(key: string, value: string, until: Millis | null, used: ReadonlySet<string | null>) {
  const code = after('offered/', key);
  if (code === null || until === null) return null;
  const [org, team]: string[] = JSON.parse(value);
  return sql`insert into binding_codes (code, org, team, until, used)
    values (${code}, ${org}, ${team}, ${until}, ${used.has(code) ? 1 : 0})`;
}

function after(prefix: string, key: string): string | null {
  return key.startsWith(prefix) ? key.slice(prefix.length) : null;
}
