import type { AuditStore } from '../ports/store/audit';
import type { Backend } from './backend';

export function createAudit({ db }: Pick<Backend, 'db'>): AuditStore {
  return {
    async append({ before, after, ...entry }) {
      const values = { before: JSON.stringify(before), after: JSON.stringify(after) };
      await db
        .insertInto('audit')
        .values({ ...entry, ...values })
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
      }));
    },
  };
}
