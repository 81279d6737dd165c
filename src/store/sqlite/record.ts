import { type Answer, answerTimes } from '../../domain/answers/poll';
import type { Recorded, Vote } from '../../ports/store/answers';
import type { Backend } from '../backend';
import { levelOf } from '../rows';
import type { SqliteConnection } from './connection';
import type { SharedCommits } from './shared-commits';

/* The path of a vote, in SQL by hand: three to four statements per vote, and one commit for all given votes. */

const PREVIOUS = 'select style, arrival, at, first_at from answers where org = ? and day = ? and person = ?';
const UPSERT = `insert into answers (org, day, person, style, arrival, at, first_at, source)
  values (?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do update set style = excluded.style, arrival = excluded.arrival, at = excluded.at,
    source = excluded.source`;
const CLEAR = 'delete from answers where org = ? and day = ? and person = ?';
const APPEND = `insert into answer_history (org, day, person, style, arrival, at, source)
  values (?, ?, ?, ?, ?, ?, ?)`;
/** A person who joins a poll is not scheduled: they count while they have an answer. */
const JOIN = `insert into poll_members (org, team, day, person, scheduled, here)
  select org, team, day, ?, 0, 1 from polls where org = ? and team = ? and day = ? and names < ?
  on conflict do update set here = 1 where here = 0`;

const AGREE = `insert into agreements (org, team, person, level) values (?, ?, ?, ?)
  on conflict do update set level = excluded.level where excluded.level > level`;

export function sqliteRecord(
  connection: SqliteConnection,
  commits: SharedCommits,
): Pick<Backend, 'recordVote' | 'recordVotes'> {
  const recordOne = prepareRecord(connection);
  return {
    recordVotes: (votes) => commits.run(() => connection.guarded(() => votes.map(recordOne))),
    // The transaction has its turn, and there is one connection.
    recordVote: async (_trx, vote) => recordOne(vote),
  };
}

function prepareRecord(connection: SqliteConnection): (vote: Vote) => Recorded {
  const previousOf = connection.prepare(PREVIOUS);
  const upsert = connection.prepare(UPSERT);
  const clear = connection.prepare(CLEAR);
  const append = connection.prepare(APPEND);
  const joinTeam = prepareJoin(connection);
  return (vote) => {
    const { org, person, day, choice, at, source } = vote;
    const key = [org, day, person];
    const found = answerOf(previousOf.get(key));
    const times = choice ? answerTimes(found, choice, at) : { at, firstAt: at };
    if (choice) {
      upsert.run([...key, choice.style, choice.arrival, times.at, times.firstAt, source]);
      joinTeam(vote);
    } else if (found) {
      clear.run(key);
    }
    const row = [...key, choice?.style ?? null, choice?.arrival ?? null, at, source];
    const previous = found && { style: found.style, arrival: found.arrival };
    return { seq: Number(append.run(row).lastInsertRowid), previous, at: times.at };
  };
}

/** Keeps what the person agrees to in the team, and counts them in its poll of the day. */
function prepareJoin(connection: SqliteConnection): (vote: Vote) => void {
  const join = connection.prepare(JOIN);
  const agree = connection.prepare(AGREE);
  return ({ org, person, day, team, agrees }) => {
    if (team === null || agrees === null) return;
    join.run([person, org, team, day, levelOf(agrees)]);
    agree.run([org, team, person, levelOf(agrees)]);
  };
}

type Found = Pick<Answer, 'style' | 'arrival' | 'at' | 'firstAt'>;

function answerOf(row: unknown): Found | null {
  if (!row) return null;
  const [style, arrival, at, firstAt] = row as [Found['style'], Found['arrival'], number, number];
  return { style, arrival, at, firstAt };
}
