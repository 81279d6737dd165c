import type { Absence } from '../domain/time/absence';
import type { AbsenceStore } from '../ports/store/absences';
import type { Backend } from './backend';
import { inTransaction } from './transaction';

/** The one row of the table `alive`. */
const ROW = 0;

export function createAbsences({ db }: Pick<Backend, 'db'>): AbsenceStore {
  return {
    alive: (now, toleratedMs, keptMs) =>
      inTransaction(db, async (trx) => {
        const last = await trx.selectFrom('alive').select('at').where('id', '=', ROW).executeTakeFirst();
        await trx
          .insertInto('alive')
          .values({ id: ROW, at: now })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: now }))
          .execute();
        // The clock was set back: what it said before was no absence.
        if (last && now < last.at) await trx.deleteFrom('absences').where('until', '>', now).execute();
        if (last && now - last.at > toleratedMs)
          await trx
            .deleteFrom('absences')
            .where('until', '<', now - keptMs)
            .execute();
        if (!last || now - last.at <= toleratedMs) return null;
        const absence: Absence = { from: last.at, until: now };
        await trx
          .insertInto('absences')
          .values({ since: absence.from, until: absence.until })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return absence;
      }),
    async list(after) {
      const rows = await db
        .selectFrom('absences')
        .selectAll()
        .where('until', '>=', after)
        .orderBy('since')
        .execute();
      return rows.map(({ since, until }) => ({ from: since, until }));
    },
  };
}
