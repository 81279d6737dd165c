import type { Answer } from '../domain/answers/poll';
import { isAbsent, NOT_SCHEDULED } from '../domain/answers/work-style';
import { standingIn } from '../domain/figures/book';
import type { Member } from '../domain/people/person';
import type { SafetyAsked } from '../domain/safety/safety';
import type { Millis } from '../domain/time/calendar';
import { listedIn } from './listed';
import { type PollKey, responsesSince } from './poll-counts';
import { answerOf, memberOf, pollOf } from './rows';
import type { Db } from './schema';

/** One member of a poll, with name and answer. */
export interface PollMemberView {
  member: Member;
  scheduled: boolean;
  /** Whether they count in it, as they agreed to what it shows. */
  here: boolean;
  answer: Answer | null;
}

/**
 * All members of the poll, by name; a forgotten person's name is empty. Of a member who does not count in it neither
 * answer nor day off leaves the store.
 */
export async function members(db: Db, key: PollKey): Promise<PollMemberView[]> {
  const rows = await asBooked(db, key, await membersOf(db, key).execute());
  return rows.map((row) => {
    const member = memberIn(row);
    if (row.here === 0) return { member, scheduled: true, here: false, answer: null };
    const answer = answerIn(row, key);
    if (row.style === NOT_SCHEDULED) return { member, scheduled: false, here: true, answer: null };
    return { member, scheduled: row.scheduled === 1 || answer !== null, here: true, answer };
  });
}

/** With the answers that the poll's book counts, if it has one: others may have been given elsewhere since. */
async function asBooked(db: Db, { org, team, day }: PollKey, rows: MemberRow[]): Promise<MemberRow[]> {
  const poll = await db
    .selectFrom('polls')
    .selectAll()
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('booked', '>', 0)
    .executeTakeFirst();
  if (!poll) return rows;
  const histories = new Map((await listedIn(db, { org, team, day })).map((one) => [one.person, one.history]));
  return rows.map((row) => {
    const standing = standingIn(histories.get(row.person) ?? [], pollOf(poll), 'corrected');
    if (!standing) return { ...row, style: null };
    const { firstAt: first_at, ...answer } = standing;
    return { ...row, ...answer, first_at };
  });
}

/** Scheduled members who have not answered; `since`: who have given no answer from that instant on. */
export async function silent(db: Db, key: PollKey, since: Millis | null): Promise<Member[]> {
  const scheduled = membersOf(db, key).where('m.scheduled', '=', 1);
  if (since === null) return (await scheduled.where('a.at', 'is', null).execute()).map(memberIn);
  const answered = new Set((await responsesSince(db, key, since)).map(({ person }) => person));
  return (await scheduled.execute()).filter(({ person }) => !answered.has(person)).map(memberIn);
}

/** All members of the poll, or those who work that day as far as is known, wherever they said so. */
export async function listed(db: Db, key: PollKey, which: SafetyAsked): Promise<Member[]> {
  const rows = await membersOf(db, key).execute();
  return (which === 'everyone' ? rows : rows.filter(isAtWork)).map(memberIn);
}

function isAtWork({ scheduled, style }: MemberRow): boolean {
  return style === null ? scheduled === 1 : !isAbsent(style);
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
    .select(['p.name', 'p.locale', 'p.time_zone', 'p.kind', 'p.handle'])
    .select(['c.language', 'c.remind', 'c.ask_privately', 'c.week'])
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
