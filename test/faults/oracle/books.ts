import type { Played } from '../play';
import { isWithin, tallyOf } from './shown';
import { DAYS } from './tasks';

/** The book of each polled day says what was answered on it, and each organisation's day has one. */
export async function judgeBooks({ world }: Played, faults: string[]): Promise<void> {
  const { raw } = world.process();
  for (const room of world.rooms) {
    const booked = await raw.books.days(room.org, DAYS);
    for (const day of DAYS) {
      // Whether there had to be a poll is judged with the posts.
      const poll = await raw.polls.get(room.org, room.team, day);
      if (!poll) continue;
      const book = await raw.polls.book(room.org, room.team, day);
      const wanted = tallyOf(world, room, poll);
      const said: Record<string, number> = { answered: 0, members: book?.members ?? -1 };
      for (const { style, count } of book?.groups ?? []) {
        said[style] = (said[style] ?? 0) + count;
        said.answered = (said.answered ?? 0) + count;
      }
      if (!isWithin(said, wanted))
        faults.push(
          `${room.place}: the book of ${day} says ${JSON.stringify(said)} for ${JSON.stringify(wanted)}`,
        );
      if (!booked.has(day)) faults.push(`${room.org}: no book of ${day}`);
    }
  }
}
