import { sql, type Transaction } from 'kysely';
import type { Migration, MigrationTables } from './migration';

/**
 * The books of polls, of an organisation's days and of campaigns' people have entries by number. `booked`: 0 a poll
 * without a book, 1 with one, 2 the organisation's day has one, too. Polls of past days get their books after the
 * start, in portions.
 */
export const books: Migration = {
  number: 20,
  name: 'books',
  async up(trx, shape) {
    await shape
      .byKey(trx.schema.createTable('poll_books'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('team', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('number', shape.integer, (column) => column.notNull())
      .addColumn('members', shape.integer, (column) => column.notNull())
      .addColumn('unheard', shape.integer, (column) => column.notNull())
      .addColumn('groups', shape.text, (column) => column.notNull())
      .addColumn('everyone', shape.text)
      .addColumn('curve', shape.text, (column) => column.notNull())
      .addColumn('sealed', shape.integer, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('poll_books_key', ['org', 'team', 'day', 'number'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('day_books'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('day', shape.text, (column) => column.notNull())
      .addColumn('number', shape.integer, (column) => column.notNull())
      .addColumn('counts', shape.text, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('day_books_key', ['org', 'day', 'number'])
      .execute();
    await shape
      .byKey(trx.schema.createTable('campaign_people'))
      .addColumn('org', shape.text, (column) => column.notNull())
      .addColumn('campaign', shape.text, (column) => column.notNull())
      .addColumn('scope', shape.text, (column) => column.notNull())
      .addColumn('part', shape.text, (column) => column.notNull())
      .addColumn('number', shape.integer, (column) => column.notNull())
      .addColumn('days', shape.text, (column) => column.notNull())
      .addColumn('teleworked', shape.integer, (column) => column.notNull())
      .addColumn('took_part', shape.integer, (column) => column.notNull())
      .addColumn('at', shape.integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('campaign_people_key', ['org', 'campaign', 'scope', 'part', 'number'])
      .execute();
    await trx.schema
      .alterTable('polls')
      .addColumn('booked', shape.integer, (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`create index polls_unbooked on polls (ends_at) where booked < 2`.execute(trx);
    await bringBooks(trx);
    await trx.schema.dropTable('books').execute();
    await trx.schema.dropTable('campaign_books').execute();
  },
};

/** The books so far are those of polls some of whose answers were gone. */
async function bringBooks(trx: Transaction<MigrationTables>): Promise<void> {
  await sql`insert into poll_books (org, team, day, number, members, unheard, groups, everyone, curve, sealed, at)
    select org, team, day, 1, members, 0, groups, null, curve, 1, 0 from books`.execute(trx);
  await sql`update polls set booked = 1 where (org, team, day) in (select org, team, day from books)`.execute(
    trx,
  );
  await sql`insert into campaign_people (org, campaign, scope, part, number, days, teleworked, took_part, at)
    select org, campaign, 'team', team, 0, '[]', people, people, 0 from campaign_books`.execute(trx);
  // In which teams the same people were is not known any more.
  await sql`insert into campaign_people (org, campaign, scope, part, number, days, teleworked, took_part, at)
    select org, campaign, 'org', '', 0, '[]', max(people), max(people), 0 from campaign_books
    group by org, campaign`.execute(trx);
}
