import { sql } from 'kysely';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import { nextTurn } from './next-turn';
import type { Db, Trx } from './schema';

/** People by their ids: after `after` and up to `upTo`; null: without that end. */
export interface Portion {
  after: PersonId | null;
  upTo: PersonId | null;
}

/** Everyone at once. */
export const EVERYONE: Portion = { after: null, upTo: null };

/** Rows of a portion: some milliseconds of work. */
export const PORTION = 1_000;

/** The people of the portion, by the column that names them. */
export function within(column: string, { after, upTo }: Portion) {
  const name = sql.ref(column);
  if (after === null) return upTo === null ? sql<boolean>`1 = 1` : sql<boolean>`${name} <= ${upTo}`;
  return upTo === null
    ? sql<boolean>`${name} > ${after}`
    : sql<boolean>`${name} > ${after} and ${name} <= ${upTo}`;
}

/**
 * Portions that hold each person once, some `size` members of the day's polls in each; `team` null: of any team. Other
 * work has its turn before each.
 */
export async function* portionsOf(
  db: Db | Trx,
  { org, team, day }: { org: OrgId; team: TeamId | null; day: Day },
  size = PORTION,
): AsyncGenerator<Portion> {
  let after: PersonId | null = null;
  do {
    await nextTurn();
    const from: PersonId | null = after;
    const last: { person: PersonId } | undefined = await db
      .selectFrom('poll_members')
      .select('person')
      .where('org', '=', org)
      .where('day', '=', day)
      .$if(team !== null, (query) => query.where('team', '=', team ?? ''))
      .$if(from !== null, (query) => query.where('person', '>', from ?? ''))
      .orderBy('person')
      .offset(size - 1)
      .limit(1)
      .executeTakeFirst();
    const upTo: PersonId | null = last?.person ?? null;
    yield { after: from, upTo };
    after = upTo;
  } while (after !== null);
}
