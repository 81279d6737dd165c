import { sql } from 'kysely';
import type { Migration } from './migration';

/** When the bot was not running, and what is known of polls that open late or at short notice. */
export const late: Migration = {
  number: 17,
  name: 'late',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('alive'))
      .addColumn('id', shape.integer, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('alive_key', ['id'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('absences'))
      .addColumn('since', shape.integer, (column) => column.notNull())
      .addColumn('until', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('absences_key', ['since'])
      .execute();
    for (const name of ['opened_at', 'round', 'emergency']) {
      await trx.schema
        .alterTable('polls')
        .addColumn(name, shape.integer, (column) => column.notNull().defaultTo(0))
        .execute();
    }
    await trx.schema.alterTable('polls').addColumn('away_since', shape.integer).execute();
    await trx.schema
      .alterTable('polls')
      .addColumn('peak_until', shape.text, (column) => column.notNull().defaultTo(''))
      .execute();
    await sql`update polls set opened_at = opens_at, peak_until = window_until`.execute(trx);
  },
};
