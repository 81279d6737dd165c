import type { OrgId, PersonId } from '../domain/people/person';
import type { Trx } from './schema';

/** Tables of which a person's rows can be given to another id as they are. */
type HandedOver = 'rosters' | 'preferences' | 'safety_contacts' | 'survey_marks' | 'statuses';

/** Gives the rows of one id to another id of the same person; what that one has already stays. */
export async function handOver(
  trx: Trx,
  table: HandedOver,
  { org, alias, person }: { org: OrgId; alias: PersonId; person: PersonId },
): Promise<void> {
  const rows = await trx
    .deleteFrom(table)
    .where('org', '=', org)
    .where('person', '=', alias)
    .returningAll()
    .execute();
  for (const row of rows) {
    await trx
      .insertInto(table)
      .values({ ...row, person })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
