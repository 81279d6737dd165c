import type { HistoryEntry, Listed } from '../domain/figures/book';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import { EVERYONE, type Portion, within } from './portions';
import type { Db, Trx } from './schema';

/** Whose rows are read: of one team, of one person, or of the whole organisation; of a portion of the people, or of all. */
interface Whose {
  org: OrgId;
  day: Day;
  team?: TeamId;
  person?: PersonId;
  portion?: Portion;
}

/** A member of the polls of these teams. */
export interface ListedIn extends Listed {
  teams: readonly TeamId[];
}

/** Those whom the polls of the day list, each once for every poll, with their histories of the day. */
export async function listedIn(db: Db | Trx, whose: Whose): Promise<ListedIn[]> {
  const [rows, histories] = await Promise.all([memberRows(db, whose), historiesOf(db, whose)]);
  return rows.map(({ person, team, scheduled, here, style, arrival, at, source }) => {
    // Every answer has a history; one without is taken as it stands.
    const stands = style === null || at === null || source === null ? [] : [{ style, arrival, at, source }];
    const history =
      histories.get(person) ??
      stands.map((answer): HistoryEntry => {
        return { choice: { style: answer.style, arrival }, at: answer.at, source: answer.source };
      });
    return { person, teams: [team], scheduled: scheduled === 1, here: here === 1, history };
  });
}

/** Each person once: scheduled if one of the polls has them so. */
export function eachOnce(listed: readonly ListedIn[]): ListedIn[] {
  const persons = new Map<PersonId, ListedIn>();
  for (const one of listed) {
    const known = persons.get(one.person);
    persons.set(one.person, {
      ...one,
      teams: [...(known?.teams ?? []), ...one.teams],
      scheduled: one.scheduled || known?.scheduled === true,
    });
  }
  return [...persons.values()];
}

function memberRows(db: Db | Trx, { org, day, team, person, portion = EVERYONE }: Whose) {
  return db
    .selectFrom('poll_members as m')
    .leftJoin('answers as a', (join) =>
      join.onRef('a.org', '=', 'm.org').onRef('a.day', '=', 'm.day').onRef('a.person', '=', 'm.person'),
    )
    .where('m.org', '=', org)
    .where('m.day', '=', day)
    .$if(team !== undefined, (query) => query.where('m.team', '=', team ?? ''))
    .$if(person !== undefined, (query) => query.where('m.person', '=', person ?? ''))
    .where(within('m.person', portion))
    .select(['m.person', 'm.team', 'm.scheduled', 'm.here', 'a.style', 'a.arrival', 'a.at', 'a.source'])
    .execute();
}

/** Of a team along the keys of its members; else all of the day. */
async function historiesOf(
  db: Db | Trx,
  { org, day, team, person, portion = EVERYONE }: Whose,
): Promise<Map<PersonId, HistoryEntry[]>> {
  const rows =
    team === undefined
      ? await db
          .selectFrom('answer_history as h')
          .where('h.org', '=', org)
          .where('h.day', '=', day)
          .$if(person !== undefined, (query) => query.where('h.person', '=', person ?? ''))
          .where(within('h.person', portion))
          .select(['h.person', 'h.style', 'h.arrival', 'h.at', 'h.source'])
          .orderBy('h.seq')
          .execute()
      : await db
          .selectFrom('poll_members as m')
          .crossJoin('answer_history as h')
          .whereRef('h.org', '=', 'm.org')
          .whereRef('h.day', '=', 'm.day')
          .whereRef('h.person', '=', 'm.person')
          .where('m.org', '=', org)
          .where('m.team', '=', team)
          .where('m.day', '=', day)
          .where(within('m.person', portion))
          .select(['h.person', 'h.style', 'h.arrival', 'h.at', 'h.source'])
          .orderBy('h.seq')
          .execute();
  const histories = new Map<PersonId, HistoryEntry[]>();
  for (const { person: of, style, arrival, at, source } of rows) {
    const entry = { choice: style === null ? null : { style, arrival }, at, source };
    const known = histories.get(of);
    if (known) known.push(entry);
    else histories.set(of, [entry]);
  }
  return histories;
}
