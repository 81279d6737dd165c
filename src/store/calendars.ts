import type { OrgId } from '../domain/people/person';
import { isRefusal } from '../domain/refusal';
import type { Millis } from '../domain/time/calendar';
import { firstDay, NO_CALENDAR, type OwnCalendar, since } from '../domain/time/own-calendar';
import type { CalendarStore } from '../ports/store/calendars';
import type { Cutoff } from '../ports/store/retention';
import type { Backend } from './backend';
import { calendarOf } from './rows';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';
import { wakeTeams } from './wake-queue';

export function createCalendars({ db, lock }: Backend, now: () => Millis): CalendarStore {
  return {
    get: (org) => read(db, org),
    change: (org, apply) =>
      inTransaction(db, async (trx) => {
        await lock(trx, JSON.stringify(['calendar', org]));
        const changed = apply(await read(trx, org));
        if (isRefusal(changed)) return changed;
        await save(trx, org, changed);
        await wakeTeams(trx, org, now());
        return changed;
      }),
  };
}

async function read(db: Db | Trx, org: OrgId): Promise<OwnCalendar> {
  const row = await db.selectFrom('calendars').select('calendar').where('org', '=', org).executeTakeFirst();
  return row ? calendarOf(row.calendar) : NO_CALENDAR;
}

async function save(trx: Trx, org: OrgId, calendar: OwnCalendar): Promise<void> {
  const values = { calendar: JSON.stringify(calendar), oldest: firstDay(calendar) };
  await trx
    .insertInto('calendars')
    .values({ org, ...values })
    .onConflict((conflict) => conflict.column('org').doUpdateSet(values))
    .execute();
}

/** Drops the past of one calendar; false: none reaches back so far. */
export async function sweepCalendars(trx: Trx, { day }: Pick<Cutoff, 'day'>): Promise<boolean> {
  const row = await trx
    .selectFrom('calendars')
    .select(['org', 'calendar'])
    .where('oldest', '<', day)
    .limit(1)
    .executeTakeFirst();
  if (!row) return false;
  await save(trx, row.org, since(calendarOf(row.calendar), day));
  return true;
}
