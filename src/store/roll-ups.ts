import { entryIn, NO_STATUSES } from '../domain/figures/book';
import type { Cell, RollUp } from '../domain/figures/roll-up';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { OrgDay } from '../ports/store/books';
import type { RollUpStore } from '../ports/store/roll-ups';
import type { Backend } from './backend';
import { instantsOf, pollsOf } from './day-counts';
import { eachOnce, listedIn } from './listed';
import { isSealed } from './poll-books';
import { type Portion, portionsOf, within } from './portions';
import { pollOf } from './rows';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

export function createRollUps({ db, lock }: Backend): RollUpStore {
  return {
    cells: (org, day, since) => cellsOf(db, { org, day }, since),
    polls: async (org, day) => (await pollsOf(db, org, day)).map(pollOf),
    async read(org, days) {
      const told = new Map<Day, RollUp[]>();
      for (const { day, figures } of await rowsOf(db, org, days))
        told.set(day, [...(told.get(day) ?? []), JSON.parse(figures)]);
      return told;
    },
    tell: (org, day, now, plan) =>
      inTransaction(db, async (trx) => {
        await lock(trx, JSON.stringify(['roll-ups', org]));
        const earlier: RollUp[] = (await rowsOf(trx, org, [day])).map(({ figures }) => JSON.parse(figures));
        const next = plan(earlier);
        if (!next) return earlier;
        await trx
          .insertInto('roll_ups')
          .values({ org, day, number: earlier.length + 1, figures: JSON.stringify(next), at: now })
          .execute();
        return [...earlier, next];
      }),
  };
}

async function rowsOf(db: Db | Trx, org: OrgId, days: readonly Day[]) {
  if (days.length === 0) return [];
  return db
    .selectFrom('roll_ups')
    .select(['day', 'figures'])
    .where('org', '=', org)
    .where('day', 'in', days)
    .orderBy('day')
    .orderBy('number')
    .execute();
}

async function cellsOf(db: Db, { org, day }: OrgDay, since: Millis | null): Promise<Cell[] | null> {
  const polls = await pollsOf(db, org, day);
  const teams = polls.map(({ team }) => team);
  if (await isSealed(db, org, day, teams)) return null;
  const instants = instantsOf(polls);
  const cells = new Map<string, Cell>();
  for await (const portion of portionsOf(db, { org, day, team: null })) {
    const belonging = await teamsOf(db, { org, day, portion }, new Set(teams));
    for (const one of eachOnce(await listedIn(db, { org, day, portion }))) {
      const place = belonging.get(one.person);
      if (!place) continue;
      const key = JSON.stringify(place);
      const { counts, late } = cells.get(key) ?? { counts: NO_STATUSES, late: NO_STATUSES };
      const { status } = entryIn(one, one.teams, instants, 'corrected');
      const isLate = since !== null && (one.history.at(-1)?.at ?? 0) > since;
      cells.set(key, {
        ...place,
        counts: { ...counts, [status]: counts[status] + 1 },
        late: isLate ? { ...late, [status]: late[status] + 1 } : late,
      });
    }
  }
  return [...cells.values()];
}

/** The teams of each person, and those that are shown their answers; of teams that are still there. */
async function teamsOf(
  db: Db,
  { org, day, portion }: { org: OrgId; day: Day; portion: Portion },
  known: ReadonlySet<TeamId>,
): Promise<Map<PersonId, Pick<Cell, 'teams' | 'here'>>> {
  const rows = await db
    .selectFrom('poll_members as m')
    .where('m.org', '=', org)
    .where('m.day', '=', day)
    .where(within('m.person', portion))
    .select(['m.person', 'm.team', 'm.here'])
    .orderBy('m.team')
    .execute();
  const found = new Map<PersonId, { teams: TeamId[]; here: TeamId[] }>();
  for (const { person, team, here } of rows) {
    if (!known.has(team)) continue;
    const own = found.get(person) ?? { teams: [], here: [] };
    own.teams.push(team);
    if (here === 1) own.here.push(team);
    found.set(person, own);
  }
  return found;
}
