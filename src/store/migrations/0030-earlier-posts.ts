import type { Migration } from './migration';

/** The posts of a task before it was opened again, as `time:attempt` with commas in between; null: there were none. */
export const earlierPosts: Migration = {
  number: 30,
  name: 'earlier posts',
  async up(trx, shape) {
    await trx.schema.alterTable('tasks').addColumn('earlier', shape.text).execute();
  },
};
