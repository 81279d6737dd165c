import { type Selectable, sql } from 'kysely';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Status } from '../domain/people/status';
import type { Millis } from '../domain/time/calendar';
import type { StatusRecord, StatusStore, StatusTurn } from '../ports/store/statuses';
import type { Backend } from './backend';
import type { StatusTable } from './status-table';
import { inTransaction } from './transaction';

/** Longer than the two calls of a turn may take, waiting for the platform's limits included. */
const LEASE_MS: Millis = 60_000;

type Kept = Pick<Selectable<StatusTable>, 'leaving' | 'state' | 'written'>;
type Row = Kept & Pick<Selectable<StatusTable>, 'org' | 'person' | 'turn' | 'wakes' | 'tries'>;

const WOKEN = { due_at: 0, free_at: 0, tries: 0 };

export function createStatuses(backend: Backend): StatusStore {
  return { ...wishes(backend), ...turns(backend) };
}

function wishes({ db }: Backend): Pick<StatusStore, 'get' | 'switchOn' | 'switchOff' | 'wake'> {
  const wakes = sql<number>`statuses.wakes + 1`;
  const wake = async (org: OrgId, person: PersonId, change: { leaving?: 1 }) => {
    const update = db.updateTable('statuses').set({ ...WOKEN, ...change, wakes });
    await update.where('org', '=', org).where('person', '=', person).execute();
  };
  return {
    async get(org, person) {
      const row = await db
        .selectFrom('statuses')
        .select(['leaving', 'state', 'written'])
        .where('org', '=', org)
        .where('person', '=', person)
        .executeTakeFirst();
      return row ? recordOf(row) : null;
    },
    async switchOn(org, person, state) {
      await db
        .insertInto('statuses')
        .values({ org, person, state })
        .onConflict((conflict) =>
          conflict.columns(['org', 'person']).doUpdateSet({ ...WOKEN, leaving: 0, state, wakes }),
        )
        .execute();
    },
    switchOff: (org, person) => wake(org, person, { leaving: 1 }),
    wake: (org, person) => wake(org, person, {}),
  };
}

function turns(backend: Backend): Pick<StatusStore, 'due' | 'writing' | 'finish' | 'putOff' | 'remove'> {
  const { db, now } = backend;
  const held = ({ org, person, turn }: StatusTurn) =>
    db.updateTable('statuses').where('org', '=', org).where('person', '=', person).where('turn', '=', turn);
  return {
    due: (instant, limit) => lease(backend, instant, limit),
    async writing(turn, written) {
      const { numUpdatedRows } = await held(turn)
        .set({ written: JSON.stringify(written), leased_until: sql<Millis>`${now()} + ${LEASE_MS}` })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async finish(turn, { day, seen, written, state, nextAt }) {
      await held(turn)
        .set({
          ...{ day, seen: seen ?? '', written: JSON.stringify(written), state },
          ...{ leased_until: 0, free_at: 0, tries: 0, due_at: unlessWoken(turn, nextAt) },
        })
        .execute();
    },
    async putOff(turn, until) {
      await held(turn)
        .set({ due_at: 0, leased_until: 0, tries: turn.tries + 1, free_at: unlessWoken(turn, until) })
        .execute();
    },
    async remove({ org, person, turn, wakes }) {
      await db
        .deleteFrom('statuses')
        .where('org', '=', org)
        .where('person', '=', person)
        .where('turn', '=', turn)
        .where('wakes', '=', wakes)
        .execute();
    },
  };
}

/** At once where a wake-up came during the turn. */
function unlessWoken({ wakes }: StatusTurn, at: Millis) {
  return sql<Millis>`case when wakes = ${wakes} then cast(${at} as bigint) else 0 end`;
}

async function lease({ db, now, lock }: Backend, instant: Millis, limit: number): Promise<StatusTurn[]> {
  return inTransaction(db, async (trx) => {
    // Two concurrent calls would choose the same people, and one of them would get none.
    await lock(trx, 'statuses due');
    const { rows } = await sql<Row>`
      update statuses set leased_until = ${now()} + ${LEASE_MS}, turn = turn + 1
      where (org, person) in (
        select s.org, s.person from statuses as s
        left join answers as a on a.org = s.org and a.day = s.day and a.person = s.person
        where s.leased_until <= ${now()} and s.free_at <= ${instant}
          and (s.due_at <= ${instant} or coalesce(a.style, '') <> s.seen
            or not exists (select 1 from rosters as r where r.org = s.org and r.person = s.person))
        order by s.due_at limit ${limit})
      returning org, person, leaving, state, written, turn, wakes, tries`.execute(trx);
    return rows.map(({ org, person, turn, wakes, tries, ...row }) => {
      return { org, person, turn, wakes, tries, ...recordOf(row) };
    });
  });
}

function recordOf({ leaving, state, written }: Kept): StatusRecord {
  return { leaving: leaving === 1, state, written: JSON.parse(written) as Status[] };
}
