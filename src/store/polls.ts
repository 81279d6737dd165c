import type { Selectable } from 'kysely';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import type { PollStore } from '../ports/store/polls';
import type { Backend } from './backend';
import { openAgain, openPoll, prolong, remindNow } from './open-poll';
import { bookOf, bookRows, countsIn, lookUpBook } from './poll-books';
import { ends, firstAnswers, type PollKey, prepareCount } from './poll-counts';
import { members, silent } from './poll-members';
import { lookup, prepared } from './prepared';
import { reach } from './reach';
import { pollOf } from './rows';
import { countSafety, silentOnSafety } from './safety';
import type { Db, Flag, PollTable } from './schema';
import { inTransaction } from './transaction';

type Span = Pick<PollKey, 'org' | 'team'> & { from: Day; until: Day };

export function createPolls(backend: Backend): PollStore {
  const { db } = backend;
  const get = lookup<PollKey, Selectable<PollTable>>(backend, ['org', 'team', 'day'], (value) =>
    pollsOf(db, value('org'), value('team')).where('day', '=', value('day')),
  );
  const span = lookUpSpan(db);
  const count = prepareCount(db);
  const book = lookUpBook(backend);
  const pollsWith = lookUpPollsWith(backend);
  return {
    open: (poll, roster, now) => inTransaction(db, (trx) => openPoll(trx, poll, roster, now)),
    async get(org, team, day) {
      const [row] = await get({ org, team, day });
      return row ? pollOf(row) : null;
    },
    async list(org, team, from, until) {
      const rows = await span({ org, team, from, until });
      return rows.map(pollOf);
    },
    async books(org, team, from, until) {
      const rows = await bookRows(db, org, team).where('day', '>=', from).where('day', '<=', until).execute();
      // The last entry of each day holds.
      return new Map(rows.map((row) => [row.day, bookOf(row)]));
    },
    async previous(org, team, before, which) {
      const earlier = pollsOf(db, org, team)
        .where('day', '<', before)
        .where((eb) => {
          const called = eb('drill', 'is not', null);
          return which === 'drill' ? called : eb.or([eb('campaign', 'is not', null), called]);
        });
      const row = await earlier.orderBy('day', 'desc').limit(1).executeTakeFirst();
      return row ? pollOf(row) : null;
    },
    prolong: (poll) => prolong(db, poll),
    remindNow: (poll, at) => inTransaction(db, (trx) => remindNow(trx, poll, at)),
    async of(org, person, day) {
      const rows = await pollsWith({ org, person, day });
      return rows.map((row) => ({ ...pollOf(row), here: row.here === 1 }));
    },
    book: (org, team, day) => book({ org, team, day }),
    async count(org, team, day, lateFrom) {
      const key = { org, team, day };
      const closed = await book(key);
      return closed ? countsIn(closed) : count({ ...key, lateFrom });
    },
    firstAnswers: (org, team, day, to) => firstAnswers(db, { org, team, day }, to),
    members: (org, team, day) => members(db, { org, team, day }),
    silent: (org, team, day, since = null) => silent(db, { org, team, day }, since),
    silentOnSafety: (org, team, day, since, asked) => silentOnSafety(db, { org, team, day }, since, asked),
    safetyAnswers: (org, team, day, since) => countSafety(db, { org, team, day }, since),
    openAgain: (poll, roster) => inTransaction(db, (trx) => openAgain(trx, poll, roster)),
    reach: (of) => reach(db, of),
    ends: (org, days) => ends(db, org, days),
  };
}

function lookUpSpan(db: Db) {
  return prepared<Span, Selectable<PollTable>>(db, (value) =>
    pollsOf(db, value('org'), value('team'))
      .where('day', '>=', value('from'))
      .where('day', '<=', value('until'))
      .orderBy('day'),
  );
}

function pollsOf(db: Db, org: OrgId, team: TeamId) {
  return db.selectFrom('polls').selectAll().where('org', '=', org).where('team', '=', team);
}

/** More teams than any person is in. */
const MAX_TEAMS = 10_000;

/**
 * Finds the day's polls that list a person, scheduled or not: taking an answer back changes their tallies, too. The
 * limit keeps the planner from merging the subquery, so that both databases begin with this person's polls. In the
 * morning PostgreSQL's statistics do not yet know the day, and it would begin with all polls of the organisation, which
 * costs three hundred times as much.
 */
function lookUpPollsWith(backend: Backend) {
  type Key = { org: OrgId; person: PersonId; day: Day };
  return lookup<Key, Selectable<PollTable> & { here: Flag }>(backend, ['org', 'person', 'day'], (value) =>
    backend.db
      .selectFrom(({ selectFrom }) =>
        selectFrom('poll_members as m')
          .select(['org', 'team', 'day', 'person'])
          .where('org', '=', value('org'))
          .where('person', '=', value('person'))
          .where('day', '=', value('day'))
          .limit(MAX_TEAMS)
          .as('listed'),
      )
      .crossJoin('polls as p')
      .whereRef('p.org', '=', 'listed.org')
      .whereRef('p.team', '=', 'listed.team')
      .whereRef('p.day', '=', 'listed.day')
      .innerJoin('poll_members as own', (join) =>
        join
          .onRef('own.org', '=', 'listed.org')
          .onRef('own.team', '=', 'listed.team')
          .onRef('own.day', '=', 'listed.day')
          .onRef('own.person', '=', 'listed.person'),
      )
      .selectAll('p')
      .select('own.here')
      .orderBy('p.team'),
  );
}
