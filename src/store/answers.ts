import type { Answer } from '../domain/answers/poll';
import type { Visibility } from '../domain/answers/visibility';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import type { AnswerStore, Plans, Recorded, Vote } from '../ports/store/answers';
import type { Backend } from './backend';
import type { Batcher } from './batcher';
import { daysWith } from './days';
import { lookup } from './prepared';
import { answerOf, levelOf } from './rows';
import type { AnswerTable, Db } from './schema';

type AnswerKey = Pick<AnswerTable, 'org' | 'person' | 'day'>;

export function createAnswers(backend: Backend, votes: Batcher<Vote, Recorded>): AnswerStore {
  const { db } = backend;
  const get = lookup<AnswerKey, AnswerTable>(backend, ['org', 'person', 'day'], (value) =>
    answersOf(db, value('org'), value('person')).where('day', '=', value('day')),
  );
  return {
    record: (vote) => votes.add(vote),
    async get(org, person, day) {
      const [row] = await get({ org, person, day });
      return row ? answerOf(row) : null;
    },
    list: (org, person, from, until) => list(db, org, person, { from, until }),
    async history(org, person, day) {
      const rows = await db
        .selectFrom('answer_history')
        .select(['seq', 'style', 'arrival', 'at', 'source'])
        .where('org', '=', org)
        .where('day', '=', day)
        .where('person', '=', person)
        .orderBy('seq')
        .execute();
      return rows.map(({ seq, style, arrival, at, source }) => {
        return { seq, choice: style === null ? null : { style, arrival }, at, source };
      });
    },
    async planned(org, team, day, shows) {
      // SQLite reads the first table of a cross join first: the roster, not the whole day.
      const rows = await db
        .selectFrom('rosters as r')
        .crossJoin('answers as a')
        .innerJoin('agreements as g', (join) =>
          join.onRef('g.org', '=', 'r.org').onRef('g.team', '=', 'r.team').onRef('g.person', '=', 'r.person'),
        )
        .whereRef('a.org', '=', 'r.org')
        .whereRef('a.person', '=', 'r.person')
        .where('g.level', '>=', levelOf(shows))
        .selectAll('a')
        .where('r.org', '=', org)
        .where('r.team', '=', team)
        .where('a.day', '=', day)
        .orderBy('a.person')
        .execute();
      return rows.map(answerOf);
    },
    plans: (org, team, days, shows) => plans(db, { org, team, days, shows }),
  };
}

async function plans(
  db: Db,
  { org, team, days, shows }: { org: OrgId; team: TeamId; days: readonly Day[]; shows: Visibility },
): Promise<Plans[]> {
  if (days.length === 0) return [];
  return db
    .selectFrom('rosters as r')
    .crossJoin('answers as a')
    .innerJoin('agreements as g', (join) =>
      join.onRef('g.org', '=', 'r.org').onRef('g.team', '=', 'r.team').onRef('g.person', '=', 'r.person'),
    )
    .whereRef('a.org', '=', 'r.org')
    .whereRef('a.person', '=', 'r.person')
    .where('g.level', '>=', levelOf(shows))
    .where('r.org', '=', org)
    .where('r.team', '=', team)
    .where('a.day', 'in', days)
    .groupBy(['a.day', 'a.style'])
    .select(['a.day', 'a.style'])
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .execute();
}

function answersOf(db: Db, org: OrgId, person: PersonId) {
  return db.selectFrom('answers').selectAll().where('org', '=', org).where('person', '=', person);
}

async function list(
  db: Db,
  org: OrgId,
  person: PersonId,
  span: { from: Day; until: Day },
): Promise<Answer[]> {
  const days = await daysWith(db, 'answers', org, span);
  if (days.length === 0) return [];
  const rows = await answersOf(db, org, person).where('day', 'in', days).orderBy('day').execute();
  return rows.map(answerOf);
}
