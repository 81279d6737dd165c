import { type Visibility, visibilityOf } from '../domain/answers/visibility';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import { chunks } from './chunks';
import { levelOf } from './rows';
import type { Trx } from './schema';

/*
 * Polls whose day still lasts follow who belongs to the team. A member who leaves stays in the poll only while an answer
 * of theirs counts there; a person who comes back counts while they have one. Polls that are over stay as they are.
 */

export interface TeamNow {
  org: OrgId;
  team: TeamId;
  /** Epoch ms. */
  now: Millis;
}

/** Takes out these persons. Resolves with the days of the polls that it changed. */
export async function leavePolls(trx: Trx, of: TeamNow, persons: readonly PersonId[]): Promise<Day[]> {
  const changed = new Set<Day>();
  if (persons.length === 0) return [];
  for (const { day } of await runningPolls(trx, of)) {
    for (const ids of chunks([...persons].sort())) {
      if (await takeOut(trx, of, day, ids)) changed.add(day);
    }
  }
  return [...changed];
}

/** Takes out everybody but these persons. Resolves with the days of the polls that it changed. */
export async function leaveOnly(trx: Trx, of: TeamNow, persons: ReadonlySet<PersonId>): Promise<Day[]> {
  const changed: Day[] = [];
  for (const { day } of await runningPolls(trx, of)) {
    const listed = await trx
      .selectFrom('poll_members')
      .select('person')
      .where('org', '=', of.org)
      .where('team', '=', of.team)
      .where('day', '=', day)
      .execute();
    const gone = listed.map(({ person }) => person).filter((person) => !persons.has(person));
    for (const ids of chunks(gone.sort())) {
      if ((await takeOut(trx, of, day, ids)) && !changed.includes(day)) changed.push(day);
    }
  }
  return changed;
}

/**
 * Lists those of the persons who agreed with the team: they count while they have an answer. Resolves with the days of the
 * polls that it changed.
 */
export async function joinPolls(trx: Trx, of: TeamNow, persons: readonly PersonId[]): Promise<Day[]> {
  const changed = new Set<Day>();
  if (persons.length === 0) return [];
  const { org, team } = of;
  for (const { day, shows } of await runningPolls(trx, of)) {
    for (const ids of chunks([...persons].sort())) {
      const agreed = await trx
        .selectFrom('agreements')
        .select('person')
        .where('org', '=', org)
        .where('team', '=', team)
        .where('person', 'in', ids)
        .where('level', '>=', levelOf(shows))
        .orderBy('person')
        .execute();
      if (agreed.length === 0) continue;
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('poll_members')
        .values(
          agreed.map(({ person }) => ({ org, team, day, person, scheduled: 0 as const, here: 1 as const })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows) changed.add(day);
    }
  }
  return [...changed];
}

async function runningPolls(
  trx: Trx,
  { org, team, now }: TeamNow,
): Promise<{ day: Day; shows: Visibility }[]> {
  const rows = await trx
    .selectFrom('polls')
    .select(['day', 'names'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('ends_at', '>', now)
    .orderBy('day')
    .execute();
  return rows.map(({ day, names }) => ({ day, shows: visibilityOf({ names: names === 1 }) }));
}

/** Whether it changed who counts. A member whose answer counts here stays listed for it, and for nothing else. */
async function takeOut(
  trx: Trx,
  { org, team }: TeamNow,
  day: Day,
  persons: readonly PersonId[],
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('poll_members')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('person', 'in', persons)
    .where(({ or, not, eb, exists, selectFrom }) =>
      or([
        eb('here', '=', 0),
        not(
          exists(
            selectFrom('answers as a')
              .select('a.person')
              .where('a.org', '=', org)
              .where('a.day', '=', day)
              .whereRef('a.person', '=', 'poll_members.person'),
          ),
        ),
      ]),
    )
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('poll_members')
    .set({ scheduled: 0 })
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('person', 'in', persons)
    .execute();
  return numDeletedRows > 0n;
}
