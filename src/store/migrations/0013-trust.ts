import { sql, type Transaction } from 'kysely';
import type { Migration, MigrationTables } from './migration';

/** Marks of forgotten people, the books of closed days, the trail, and what retention and erasure need to know. */
export const trust: Migration = {
  number: 13,
  name: 'trust',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('forgotten'))
      .addColumn('mark', shape.text, (column) => column.notNull())
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('person', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('forgotten_key', ['mark'])
      .execute();
    await trx.schema.createIndex('forgotten_org').on('forgotten').columns(['org', 'person']).execute();
    await shape
      .byKey(trx.schema.createTable('books'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('members', shape.integer, (column) => column.notNull())
      .addColumn('groups', shape.text, (column) => column.notNull())
      .addColumn('curve', shape.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('books_key', ['org', 'team', 'day'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('campaign_books'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('campaign', shape.text, (column) => column.notNull())
      .addColumn('people', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('campaign_books_key', ['org', 'team', 'campaign'])
      .execute();
    await shape
      .appended(trx.schema.createTable('audit'))
      .addColumn('seq', shape.integer, (column) => shape.sequence(column))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text)
      .addColumn('person', shape.text, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addColumn('intent', shape.text, (column) => column.notNull())
      .addColumn('before', shape.text, (column) => column.notNull())
      .addColumn('after', shape.text, (column) => column.notNull())
      .execute();
    await trx.schema.createIndex('audit_org').on('audit').columns(['org', 'seq']).execute();
    await trx.schema
      .alterTable('people')
      .addColumn('seen_at', shape.integer, (column) => column.notNull().defaultTo(0))
      .execute();
    await trx.schema.alterTable('memories').addColumn('org', shape.text).execute();
    await trx.schema.createIndex('memories_org').on('memories').column('org').execute();
    await nameOrganisations(trx);
  },
};

/** Keys of both adapters held the workspace or the tenant of an entry, which has a column of its own now. */
async function nameOrganisations(trx: Transaction<MigrationTables>): Promise<void> {
  const { rows } = await sql<{ owner: string; key: string }>`select owner, key from memories`.execute(trx);
  for (const { owner, key } of rows) {
    const org = owner === 'teams' ? tenantIn(key) : workspaceIn(key);
    if (org !== null) {
      await sql`update memories set org = ${org} where owner = ${owner} and key = ${key}`.execute(trx);
    }
  }
}

/** `place:<tenant>/…`, `person:<tenant>/…`, `tenant:<tenant>`, `once:<tenant>/…`, `once:greet/<tenant>/…` */
function tenantIn(key: string): string | null {
  const [, tenant] = /^(?:place|person|tenant|once):(?:greet\/)?([^/]+)/.exec(key) ?? [];
  return tenant === undefined ? null : `teams:${tenant}`;
}

/** `install:T…`, `pause:install:T…`, `lease:install:T…`, `org-wide:T…`, `no-charts:slack:T…` */
function workspaceIn(key: string): string | null {
  const [, workspace] = /^(?:(?:pause:|lease:)?install:|org-wide:|no-charts:slack:)(T\w+)$/.exec(key) ?? [];
  return workspace === undefined ? null : `slack:${workspace}`;
}
