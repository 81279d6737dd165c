import { createHash } from 'node:crypto';
import { ownerAt, prefixOf } from '../domain/people/addresses';
import type { Identity, OrgId, PersonId } from '../domain/people/person';
import type { Identified } from '../ports/store/links';
import { chunks } from './chunks';
import type { Db, Trx } from './schema';

/*
 * A person who asked to be forgotten leaves marks, so that no roster brings them back. A mark is a hash of the
 * person's address: it names nobody, and it can be compared with what a platform reports. It has no secret key, as not
 * every installation has one, and people must stay forgotten when a key is changed.
 */

/** The same for the person's own organisation and for the one it was joined to. */
export function markOf(org: OrgId, person: PersonId): string {
  const address = ownerAt(org, person) === org ? prefixOf(org) + person : person;
  return hashOf(`person ${address}`);
}

/** Keeps other ids of the same person away, too. */
export function markOfIdentity(org: OrgId, hash: Identity): string {
  return hashOf(`identity ${prefixOf(org)}${hash}`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Those of the persons who are forgotten. */
export async function forgottenAmong(
  db: Db | Trx,
  org: OrgId,
  persons: readonly PersonId[],
): Promise<Set<PersonId>> {
  if (persons.length === 0) return new Set();
  const any = await db.selectFrom('forgotten').select('mark').limit(1).executeTakeFirst();
  return any ? among(db, org, persons) : new Set();
}

async function among(db: Db | Trx, org: OrgId, persons: readonly PersonId[]): Promise<Set<PersonId>> {
  const byMark = new Map(persons.map((person) => [markOf(org, person), person]));
  const found = await marked(db, [...byMark.keys()]);
  return new Set(found.flatMap(({ mark }) => byMark.get(mark) ?? []));
}

/** Ids with the identity of a forgotten person, each with the group of the person's marks. */
export async function aliasesOfForgotten(
  db: Db,
  org: OrgId,
  given: readonly Identified[],
): Promise<Map<PersonId, string>> {
  const any = await db.selectFrom('forgotten').select('mark').limit(1).executeTakeFirst();
  if (!any) return new Map();
  const found = await marked(
    db,
    given.flatMap(({ identity }) => (identity === null ? [] : [markOfIdentity(org, identity)])),
  );
  const groups = new Map(found.map(({ mark, person }) => [mark, person]));
  return new Map(
    given.flatMap(({ id, identity }) => {
      const group = identity === null ? undefined : groups.get(markOfIdentity(org, identity));
      return group === undefined ? [] : [[id, group] as const];
    }),
  );
}

/** Those of the marks that are kept. */
async function marked(db: Db | Trx, marks: readonly string[]): Promise<{ mark: string; person: string }[]> {
  const found: { mark: string; person: string }[] = [];
  for (const some of chunks(marks)) {
    const rows = await db
      .selectFrom('forgotten')
      .select(['mark', 'person'])
      .where('mark', 'in', some)
      .execute();
    found.push(...rows);
  }
  return found;
}

/** Marks a person under all their ids and identities. `group`: random, the same for all of them. */
export async function leaveMarks(
  trx: Trx,
  org: OrgId,
  group: string,
  marks: readonly string[],
): Promise<void> {
  for (const mark of [...new Set(marks)].sort()) {
    await trx
      .insertInto('forgotten')
      .values({ mark, org, person: group })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Removes all marks of a person who acts again. */
export async function removeMarks(trx: Trx, org: OrgId, person: PersonId): Promise<void> {
  const own = await trx
    .selectFrom('forgotten')
    .select('person')
    .where('mark', '=', markOf(org, person))
    .executeTakeFirst();
  if (!own) return;
  await trx.deleteFrom('forgotten').where('org', '=', org).where('person', '=', own.person).execute();
}
