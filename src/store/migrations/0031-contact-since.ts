import type { Migration } from './migration';

/** From when on the person who set a team up is its contact: as a safety contact they read nothing from before. */
export const contactSince: Migration = {
  number: 31,
  name: 'contact-since',
  async up(trx, shape) {
    await trx.schema
      .alterTable('contacts')
      .addColumn('since', shape.integer, (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
