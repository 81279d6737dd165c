import type { Poll } from '../domain/answers/poll';
import type { Millis } from '../domain/time/calendar';
import type { Recorded, Vote } from '../ports/store/answers';
import type { BookStore, OrgDay } from '../ports/store/books';
import type { Backend } from './backend';
import { pastChanged } from './book-version';
import { correctCampaigns, peopleOf, sharesOf } from './campaign-people';
import { closeDay, closePoll, closingOf, unbooked } from './close-books';
import { correctDay, dayCounts } from './day-books';
import { countDay, entryOf } from './day-counts';
import { closeBook, correctBook, isSealed } from './poll-books';
import { pollOf } from './rows';
import type { Db, Trx } from './schema';

/** Polls, and days, of one look. */
const PORTION = 100;

export function createBooks(backend: Pick<Backend, 'db' | 'lock' | 'recordVote'>): BookStore {
  const { db } = backend;
  const closing = closingOf(backend);
  return {
    async due(until) {
      const rows = await unbooked(db)
        .selectAll()
        .where('booked', '=', 0)
        .where('ends_at', '<=', until)
        .orderBy('ends_at', 'desc')
        .limit(PORTION)
        .execute();
      return rows.map(pollOf);
    },
    close: (poll, now) => closePoll(closing, poll, now),
    dueDays: () => dueDays(db),
    closeDay: (org, day, now, goOn = () => true) => closeDay(closing, { org, day }, now, goOn),
    days: (org, days) => dayCounts(db, org, days),
    count: (org, day) => countDay(db, { org, day }),
    people: (org, campaign, days) => peopleOf(db, { org, campaign, team: null }, days),
    correct: (vote, now) => closing.inTurn(vote.org, (trx) => correct(trx, backend, vote, now)),
  };
}

async function dueDays(db: Db): Promise<OrgDay[]> {
  return unbooked(db)
    .select(['org', 'day'])
    .groupBy(['org', 'day'])
    .having(({ fn }) => fn.min('booked'), '=', 1)
    .orderBy('day', 'desc')
    .limit(PORTION)
    .execute();
}

/** The polls which list the person, and that of the team in which they answer. */
async function pollsConcerned(trx: Trx, { org, person, day, team }: Vote): Promise<Poll[]> {
  const listing = await trx
    .selectFrom('poll_members')
    .select('team')
    .where('org', '=', org)
    .where('day', '=', day)
    .where('person', '=', person)
    .execute();
  const teams = [...listing.map((row) => row.team), ...(team === null ? [] : [team])];
  if (teams.length === 0) return [];
  const rows = await trx
    .selectFrom('polls')
    .selectAll()
    .where('org', '=', org)
    .where('team', 'in', teams)
    .where('day', '=', day)
    .execute();
  return rows.map(pollOf);
}

async function correct(
  trx: Trx,
  { recordVote }: Pick<Backend, 'recordVote'>,
  vote: Vote,
  now: Millis,
): Promise<Recorded | null> {
  const { org, day, person } = vote;
  const polls = await pollsConcerned(trx, vote);
  for (const poll of polls) await closeBook(trx, poll, now);
  const teams = polls.map(({ team }) => team);
  if (await isSealed(trx, org, day, teams)) return null;
  await pastChanged(trx, org);
  const from = await entryOf(trx, { org, day, person });
  const shares = await sharesOf(trx, { org, day, person });
  const recorded = await recordVote(trx, vote);
  for (const poll of polls) await correctBook(trx, poll, now);
  const to = await entryOf(trx, { org, day, person });
  await correctDay(trx, { org, day }, { from, to }, now);
  await correctCampaigns(trx, shares, await sharesOf(trx, { org, day, person }), now);
  return recorded;
}
