import { sql } from 'kysely';
import type { Member, OrgId, PersonId } from '../domain/people/person';
import { HELP_STANDS, isCall, SAFETY_DAYS, type SafetyAsked } from '../domain/safety/safety';
import { addDays, type Millis } from '../domain/time/calendar';
import type { SafetyStore } from '../ports/store/safety';
import type { Backend } from './backend';
import { forgottenAmong } from './forgotten';
import { type PollKey, safetyAnswers } from './poll-counts';
import { listed } from './poll-members';
import { type Db, flag, type Trx } from './schema';
import { inTransaction } from './transaction';
import { wakeTeams } from './wake-queue';

export function createSafety({ db, lock }: Pick<Backend, 'db' | 'lock'>, clock: () => Millis): SafetyStore {
  return {
    async contacts(org, team) {
      const rows = await db
        .selectFrom('safety_contacts')
        .select(['person', 'since'])
        .where('org', '=', org)
        .where('team', '=', team)
        .orderBy('person')
        .execute();
      return rows;
    },
    async setContacts(org, team, persons, since) {
      await inTransaction(db, async (trx) => {
        const gone = await forgottenAmong(trx, org, [...persons]);
        const before = await trx
          .deleteFrom('safety_contacts')
          .where('org', '=', org)
          .where('team', '=', team)
          .returning(['person', 'since'])
          .execute();
        const known = new Map(before.map((row) => [row.person, row.since]));
        const rows = persons
          .filter((person) => !gone.has(person))
          .map((person) => ({ org, team, person, since: known.get(person) ?? since }));
        if (rows.length > 0) await trx.insertInto('safety_contacts').values(rows).execute();
      });
    },
    answer: (given) => inTransaction(db, (trx) => answer(trx, lock, given, clock())),
    async answers(org, from, until) {
      const rows = await db
        .selectFrom('safety_answers')
        .select(['person', 'state', 'at', 'day'])
        .where('org', '=', org)
        .where('day', '>=', from)
        .where('day', '<=', until)
        .orderBy('seq')
        .execute();
      return [...new Map(rows.map((row) => [row.person, row])).values()];
    },
    async calls(org, team, from) {
      const rows = await db
        .selectFrom('safety_answers')
        .select(['seq as call', 'day', 'person', 'state', 'at'])
        .where('org', '=', org)
        .where('day', '>=', from)
        .where('team', '=', team)
        .where('call', '=', 1)
        .orderBy('seq')
        .execute();
      return rows;
    },
  };
}

async function answer(
  trx: Trx,
  lock: Backend['lock'],
  { since, ...row }: Parameters<SafetyStore['answer']>[0],
  now: Millis,
): Promise<number | null> {
  // Of two presses at once the second sees the first.
  await lock(trx, `safety ${row.org} ${row.person}`);
  const last = await trx
    .selectFrom('safety_answers')
    .select(['seq', 'state', 'call', 'day', 'at'])
    .where('org', '=', row.org)
    .where('day', '>=', addDays(row.day, -HELP_STANDS))
    .where('person', '=', row.person)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isSame = last?.state === row.state && last.day === row.day && last.at >= since;
  if (isSame) return last.call === 1 ? last.seq : null;
  const call = isCall(row.state, last?.state ?? null);
  const { seq } = await trx
    .insertInto('safety_answers')
    .values({ ...row, call: flag(call) })
    .returning('seq')
    .executeTakeFirstOrThrow();
  // A process that dies from here on leaves a team that is due: its contacts are told by the next check.
  if (call) await wakeTeams(trx, row.org, now);
  return call ? seq : null;
}

/** Members of the poll who are asked and have given no safety answer from `since` on, by name. */
export async function silentOnSafety(
  db: Db,
  key: PollKey,
  since: Millis,
  asked: SafetyAsked,
): Promise<Member[]> {
  const [answered, members] = await Promise.all([safetyAnswers(db, key, since), listed(db, key, asked)]);
  return members.filter(({ id }) => !answered.has(id));
}

/** How many members of the poll have given a safety answer from `since` on. */
export async function countSafety(db: Db, key: PollKey, since: Millis): Promise<number> {
  return (await safetyAnswers(db, key, since)).size;
}

/** Deletes what a person answered, what their contacts were told, and them as a contact. */
export async function forgetSafety(trx: Trx, org: OrgId, person: PersonId): Promise<void> {
  const calls = await trx
    .deleteFrom('safety_answers')
    .where('org', '=', org)
    .where('person', '=', person)
    .returning('seq')
    .execute();
  for (const { seq } of calls) {
    const ending = `|${seq}`;
    await sql`delete from tasks where org = ${org} and kind = 'safety-call'
      and substr(subject, length(subject) - ${ending.length - 1}) = ${ending}`.execute(trx);
  }
  const own = `${person}|`;
  await sql`delete from tasks where org = ${org} and kind in ('safety-call', 'safety-list', 'follow-up-reminder')
    and substr(subject, 1, ${own.length}) = ${own}`.execute(trx);
  await trx.deleteFrom('safety_contacts').where('org', '=', org).where('person', '=', person).execute();
}

/** Both are ids of one person. */
export async function mergeSafety(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  await trx
    .updateTable('safety_answers')
    .set({ person })
    .where('org', '=', org)
    .where('person', '=', alias)
    .execute();
}

/** The instant before which safety answers are deleted. */
export function safetyCutoff(now: Millis): Millis {
  return now - SAFETY_DAYS * 24 * 3_600_000;
}
