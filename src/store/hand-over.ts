import type { OrgId, PersonId } from '../domain/people/person';
import type { Trx } from './schema';

/** Tables of which a person's rows tell nothing but that they are there. */
type HandedOver = 'rosters' | 'preferences' | 'safety_contacts' | 'survey_marks';

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
