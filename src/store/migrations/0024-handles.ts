import type { Migration } from './migration';

/** By what people of one name are told apart. Rosters bring it; until then it is not known. */
export const handles: Migration = {
  number: 24,
  name: 'handles',
  async up(trx, shape) {
    await trx.schema.alterTable('people').addColumn('handle', shape.text).execute();
  },
};
