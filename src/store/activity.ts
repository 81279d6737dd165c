import type { SeriesCounts } from '../domain/effects/activity-file';
import type { OrgId } from '../domain/people/person';
import { isRefusal } from '../domain/refusal';
import type { Day } from '../domain/time/calendar';
import type { ActivityStore } from '../ports/store/effects';
import type { Cutoff } from '../ports/store/retention';
import type { Backend } from './backend';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

/** As days are kept: a third of the size of objects. */
type Row = readonly [day: Day, total: number, readings: number];

export function createActivity({ db, lock }: Pick<Backend, 'db' | 'lock'>): ActivityStore {
  return {
    async sources(org) {
      const rows = await db
        .selectFrom('activity')
        .select('source')
        .distinct()
        .where('org', '=', org)
        .orderBy('source')
        .execute();
      return rows.map(({ source }) => source);
    },
    get: (org, source) => read(db, org, source),
    change: (org, source, apply) =>
      inTransaction(db, async (trx) => {
        await lock(trx, JSON.stringify(['activity', org, source]));
        const before = await read(trx, org, source);
        const changed = apply(before);
        if (!isRefusal(changed)) await saveChanged(trx, { org, source }, before, changed);
        return changed;
      }),
  };
}

async function read(db: Db | Trx, org: OrgId, source: string): Promise<SeriesCounts[]> {
  const rows = await db
    .selectFrom('activity')
    .select(['series', 'days'])
    .where('org', '=', org)
    .where('source', '=', source)
    .orderBy('series')
    .execute();
  return rows.map(({ series, days }) => ({ series, days: daysOf(days) }));
}

function daysOf(text: string): SeriesCounts['days'] {
  return (JSON.parse(text) as Row[]).map(([day, total, readings]) => ({ day, total, readings }));
}

function textOf({ days }: SeriesCounts): string {
  return JSON.stringify(days.map(({ day, total, readings }): Row => [day, total, readings]));
}

async function saveChanged(
  trx: Trx,
  key: { org: OrgId; source: string },
  before: readonly SeriesCounts[],
  after: readonly SeriesCounts[],
): Promise<void> {
  const known = new Map(before.map((one) => [one.series, textOf(one)]));
  for (const one of after) {
    const days = textOf(one);
    const isSame = known.get(one.series) === days;
    known.delete(one.series);
    const [first] = one.days;
    if (isSame || !first) continue;
    await save(trx, { ...key, series: one.series }, days, first.day);
  }
  for (const series of known.keys()) {
    await trx
      .deleteFrom('activity')
      .where('org', '=', key.org)
      .where('source', '=', key.source)
      .where('series', '=', series)
      .execute();
  }
}

async function save(
  trx: Trx,
  key: { org: OrgId; source: string; series: string },
  days: string,
  oldest: Day,
): Promise<void> {
  await trx
    .insertInto('activity')
    .values({ ...key, days, oldest })
    .onConflict((conflict) => conflict.columns(['org', 'source', 'series']).doUpdateSet({ days, oldest }))
    .execute();
}

/** Drops the past of one series; false: none reaches back so far. */
export async function sweepActivity(trx: Trx, { day }: Pick<Cutoff, 'day'>): Promise<boolean> {
  const row = await trx
    .selectFrom('activity')
    .selectAll()
    .where('oldest', '<', day)
    .limit(1)
    .executeTakeFirst();
  if (!row) return false;
  const { org, source, series } = row;
  const days = daysOf(row.days).filter((count) => count.day >= day);
  const [first] = days;
  if (first) await save(trx, { org, source, series }, textOf({ series, days }), first.day);
  else
    await trx
      .deleteFrom('activity')
      .where('org', '=', org)
      .where('source', '=', source)
      .where('series', '=', series)
      .execute();
  return true;
}
