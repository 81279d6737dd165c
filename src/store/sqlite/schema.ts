import type { Millis } from '../../domain/time/calendar';
import { MIGRATIONS } from '../migrations';
import type { MigrateOptions } from '../migrations/migrate';
import { SQLITE_SHAPE } from './shape';

/** How to check and migrate this database. */
export function migrationOf(file: string, now: Millis): MigrateOptions {
  return {
    migrations: MIGRATIONS,
    shape: SQLITE_SHAPE,
    where: `Database ${file}`,
    now,
    async tables(db) {
      return (await db.introspection.getTables()).map(({ name }) => name);
    },
    cure: 'Move it away, or point DATA_DIR to another folder.',
  };
}
