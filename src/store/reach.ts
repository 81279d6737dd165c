import { isTelework } from '../domain/answers/work-style';
import type { Book, Reach } from '../ports/store/polls';
import { peopleOf } from './campaign-people';
import { bookOf, bookRows } from './poll-books';
import { answered, TELEWORK } from './poll-counts';
import type { Db } from './schema';

/** Days with a book count from it, and so do the people of a campaign. */
export async function reach(
  db: Db,
  { org, team, campaign, days }: Reach,
): Promise<{ people: number; personDays: number }> {
  if (days.length === 0) return { people: 0, personDays: 0 };
  const [kept, booked, people] = await Promise.all([
    answered(db, org, team)
      .where('m.day', 'in', days)
      .where('a.style', 'in', TELEWORK)
      .groupBy('m.day')
      .select(({ fn }) => ['m.day', fn.countAll<number>().as('answers')])
      .execute(),
    bookRows(db, org, team).where('day', 'in', days).execute(),
    peopleOf(db, { org, campaign, team }, days),
  ]);
  const answersOn = new Map(kept.map(({ day, answers }) => [day, answers]));
  for (const row of booked) answersOn.set(row.day, teleworkIn(bookOf(row)));
  const personDays = [...answersOn.values()].reduce((sum, answers) => sum + answers, 0);
  return { people: people.teleworked, personDays };
}

function teleworkIn({ groups }: Book): number {
  return groups.reduce((sum, { style, count }) => (isTelework(style) ? sum + count : sum), 0);
}
