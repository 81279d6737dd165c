import type { Answer } from '../domain/answers/poll';
import type { Member, PersonId } from '../domain/people/person';
import type { PollKey } from './poll-counts';
import { answerOf, memberOf } from './rows';
import { type Db, flag } from './schema';

/** One member of a poll, with name and answer. */
export interface PollMemberView {
  member: Member;
  scheduled: boolean;
  /** Whether they have answered in the team under what the poll shows. */
  here: boolean;
  answer: Answer | null;
}

/** All members of the poll, by name; a forgotten person's name is empty. */
export async function members(db: Db, key: PollKey): Promise<PollMemberView[]> {
  const rows = await membersOf(db, key).execute();
  return rows.map((row) => {
    const answer = answerIn(row, key);
    const scheduled = row.scheduled === 1 || answer !== null;
    return { member: memberIn(row), scheduled, here: row.here === 1, answer };
  });
}

/** Who has answered in the team's channels while it showed names, or counts at least. */
export async function agreed(
  db: Db,
  { org, team }: Pick<PollKey, 'org' | 'team'>,
  names: boolean,
): Promise<ReadonlySet<PersonId>> {
  const rows = await db
    .selectFrom('agreements')
    .select('person')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('level', '>', flag(names))
    .execute();
  return new Set(rows.map(({ person }) => person));
}

export async function silent(db: Db, key: PollKey): Promise<Member[]> {
  const rows = await membersOf(db, key).where('m.scheduled', '=', 1).where('a.at', 'is', null).execute();
  return rows.map(memberIn);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof membersOf>['execute']>>[number];

function membersOf(db: Db, { org, team, day }: PollKey) {
  return db
    .selectFrom('poll_members as m')
    .leftJoin('answers as a', (join) =>
      join.onRef('a.org', '=', 'm.org').onRef('a.day', '=', 'm.day').onRef('a.person', '=', 'm.person'),
    )
    .leftJoin('people as p', (join) => join.onRef('p.org', '=', 'm.org').onRef('p.id', '=', 'm.person'))
    .leftJoin('preferences as c', (join) =>
      join.onRef('c.org', '=', 'm.org').onRef('c.person', '=', 'm.person'),
    )
    .select(['m.person', 'm.scheduled', 'm.here', 'a.style', 'a.arrival', 'a.at', 'a.first_at', 'a.source'])
    .select(['p.name', 'p.locale', 'p.time_zone', 'p.kind', 'c.language', 'c.remind', 'c.week'])
    .where('m.org', '=', org)
    .where('m.team', '=', team)
    .where('m.day', '=', day)
    .orderBy('p.name')
    .orderBy('m.person');
}

function memberIn({ person, name, kind, ...row }: MemberRow): Member {
  return memberOf({ ...row, id: person, name: name ?? '', kind: kind ?? 'person' });
}

function answerIn({ person, style, arrival, at, first_at, source }: MemberRow, { org, day }: PollKey) {
  if (style === null || at === null || first_at === null || source === null) return null;
  return answerOf({ org, person, day, style, arrival, at, first_at, source });
}
