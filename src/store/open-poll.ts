import { isLate, type Poll } from '../domain/answers/poll';
import { visibilityOf } from '../domain/answers/visibility';
import type { Choice } from '../domain/answers/work-style';
import type { PersonId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import type { PollMember } from '../ports/store/polls';
import { within } from './agreements';
import { chunks, sortedBy } from './chunks';
import { forgottenAmong } from './forgotten';
import { pollOf, pollRow } from './rows';
import { type AnswerTable, type Db, flag, type Trx } from './schema';
import { wakeTeams } from './wake-queue';

/** Inserts the poll, its members and their usual answers; an existing poll is returned unchanged. */
export async function openPoll(
  trx: Trx,
  poll: Poll,
  members: readonly PollMember[],
  now: Millis,
): Promise<Poll> {
  const inserted = await trx
    .insertInto('polls')
    .values(pollRow(poll))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) return existing(trx, poll);
  await answerAsUsual(trx, poll, await joinMembers(trx, poll, members), now);
  // No agenda knows of a call at short notice, should this process die before it posts it.
  if (poll.drill) await wakeTeams(trx, poll.org, now);
  return poll;
}

/** Puts the members who are not forgotten into the poll, unless they are there; resolves with them, by id. */
async function joinMembers(trx: Trx, poll: Poll, members: readonly PollMember[]): Promise<PollMember[]> {
  const gone = await forgottenAmong(
    trx,
    poll.org,
    members.map(({ person }) => person),
  );
  const kept = members.filter(({ person }) => !gone.has(person));
  const sorted = sortedBy(kept, ({ person }) => person);
  await insertMembers(trx, poll, sorted, await within(trx, poll.org, poll.team, visibilityOf(poll)));
  return sorted;
}

/** Replaces the poll of the round before; its members and their answers stay, and new members join. */
export async function openAgain(trx: Trx, poll: Poll, members: readonly PollMember[]): Promise<boolean> {
  const { org: _org, team: _team, day: _day, ...changed } = pollRow(poll);
  const { numUpdatedRows } = await trx
    .updateTable('polls')
    .set(changed)
    .where('org', '=', poll.org)
    .where('team', '=', poll.team)
    .where('day', '=', poll.day)
    .where('round', '=', poll.round - 1)
    .executeTakeFirst();
  if (!numUpdatedRows) return false;
  await joinMembers(trx, poll, members);
  // A process that dies from here on leaves a team that is due: its next check posts the poll.
  await wakeTeams(trx, poll.org, poll.openedAt);
  return true;
}

/** False: it was asked for before, or another poll of the day has taken this one's place. */
export async function remindNow(
  trx: Trx,
  { org, team, day, round }: Pick<Poll, 'org' | 'team' | 'day' | 'round'>,
  at: Millis,
): Promise<boolean> {
  const changed = await trx
    .updateTable('polls')
    .set({ remind_now_at: at })
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('round', '=', round)
    .where('remind_now_at', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  await wakeTeams(trx, org, at);
  return true;
}

/** Moves the end of a poll's window to a later instant. */
export async function prolong(
  db: Db,
  {
    org,
    team,
    day,
    round,
    window,
    closesAt,
  }: Pick<Poll, 'org' | 'team' | 'day' | 'round' | 'window' | 'closesAt'>,
): Promise<void> {
  await db
    .updateTable('polls')
    .set({ window_until: window.until, closes_at: closesAt })
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('round', '=', round)
    .where('closes_at', '<', closesAt)
    .execute();
}

async function existing(trx: Trx, { org, team, day }: Poll): Promise<Poll> {
  const row = await trx
    .selectFrom('polls')
    .selectAll()
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  return pollOf(row);
}

async function insertMembers(
  trx: Trx,
  poll: Poll,
  members: readonly PollMember[],
  here: ReadonlySet<PersonId>,
): Promise<void> {
  const { org, team, day } = poll;
  const rows = members.map(({ person, scheduled }) => ({
    org,
    team,
    day,
    person,
    scheduled: flag(scheduled),
    here: flag(here.has(person)),
  }));
  for (const values of chunks(rows)) {
    await trx
      .insertInto('poll_members')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * Records the answers of default weeks; an answer already given wins. A default week was set before the opening, so
 * such an answer must not count as a quick response: its first instant is before the opening.
 */
async function answerAsUsual(
  trx: Trx,
  { org, day, opensAt, closesAt }: Poll,
  members: readonly PollMember[],
  now: Millis,
): Promise<void> {
  const firstAt = Math.min(now, opensAt - 1);
  // Nor may it count as late where the poll opens after its window.
  const at = isLate(now, { closesAt }) ? firstAt : now;
  const rows = members.flatMap(({ person, usual }) =>
    usual ? [answerRow({ org, day, person }, usual, at, firstAt)] : [],
  );
  for (const values of chunks(rows)) {
    const inserted = await trx
      .insertInto('answers')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .returning(['org', 'day', 'person', 'style', 'arrival', 'at', 'source'])
      .execute();
    if (inserted.length > 0) await trx.insertInto('answer_history').values(inserted).execute();
  }
}

function answerRow(
  key: Pick<AnswerTable, 'org' | 'day' | 'person'>,
  choice: Choice,
  at: Millis,
  firstAt: Millis,
): AnswerTable {
  const { style, arrival } = choice;
  return { ...key, style, arrival, at, first_at: firstAt, source: 'default-week' };
}
