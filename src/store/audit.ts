import type { AuditStore } from '../ports/store/audit';
import type { Backend } from './backend';

export function createAudit({ db }: Pick<Backend, 'db'>): AuditStore {
  return {
    async begin({ before, after, ...entry }) {
      const values = { before: JSON.stringify(before), after: JSON.stringify(after), done: 0 as const };
      const { seq } = await db
        .insertInto('audit')
        .values({ ...entry, ...values })
        .returning('seq')
        .executeTakeFirstOrThrow();
      return seq;
    },
    async settle(seq, change) {
      if (!change) {
        await db.deleteFrom('audit').where('seq', '=', seq).where('done', '=', 0).execute();
        return;
      }
      const values = { before: JSON.stringify(change.before), after: JSON.stringify(change.after) };
      await db
        .updateTable('audit')
        .set({ ...values, done: 1 })
        .where('seq', '=', seq)
        .where('done', '=', 0)
        .execute();
    },
    async list(org, before, limit) {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('org', '=', org)
        .where('seq', '<', before ?? Number.MAX_SAFE_INTEGER)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        ...row,
        before: JSON.parse(row.before),
        after: JSON.parse(row.after),
        done: row.done === 1,
      }));
    },
  };
}
