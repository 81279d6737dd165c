import { isTelework } from '../domain/answers/work-style';
import type { Book, Reach } from '../ports/store/polls';
import { bookOf, bookRows } from './books';
import { answered, TELEWORK } from './poll-counts';
import type { Db } from './schema';

/** Days with a book count from it; a campaign's book has the people whose answers are no longer kept. */
export async function reach(
  db: Db,
  { org, team, campaign, days }: Reach,
): Promise<{ people: number; personDays: number }> {
  if (days.length === 0) return { people: 0, personDays: 0 };
  const telework = answered(db, org, team).where('m.day', 'in', days).where('a.style', 'in', TELEWORK);
  const [kept, booked, gone] = await Promise.all([
    telework
      .groupBy('m.day')
      .select(({ fn }) => ['m.day', fn.countAll<number>().as('answers')])
      .execute(),
    bookRows(db, org, team).where('day', 'in', days).execute(),
    db
      .selectFrom('campaign_books')
      .select('people')
      .where('org', '=', org)
      .where('team', '=', team)
      .where('campaign', '=', campaign)
      .executeTakeFirst(),
  ]);
  const { people } = await telework
    .select(({ fn }) => fn.count<number>('a.person').distinct().as('people'))
    .executeTakeFirstOrThrow();
  const answersOn = new Map(kept.map(({ day, answers }) => [day, answers]));
  for (const row of booked) answersOn.set(row.day, teleworkIn(bookOf(row)));
  const personDays = [...answersOn.values()].reduce((sum, answers) => sum + answers, 0);
  return { people: people + (gone?.people ?? 0), personDays };
}

function teleworkIn({ groups }: Book): number {
  return groups.reduce((sum, { style, count }) => (isTelework(style) ? sum + count : sum), 0);
}
