import type { Campaign } from '../../domain/campaigns/campaign';
import type { DayBook } from '../../domain/figures/book';
import { type CountedDay, countedDays } from '../../domain/figures/counted-days';
import { type DayFigures, figuresOfDay } from '../../domain/figures/day-figures';
import type { Day, Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** The ports to count the days of a campaign. */
export type CampaignNeeds = 'books' | 'polls' | 'teams';

/** A day of a campaign that was polled, with its counts. */
export interface BookedDay extends CountedDay {
  book: DayBook;
  figures: DayFigures;
}

/** A campaign as its books have it, and the days that are not over as their answers stand. */
export interface CountedCampaign {
  days: BookedDay[];
  /** Days that are over, of which nothing is known any more. */
  missing: Day[];
  /** The days that are over, polled. */
  over: Day[];
  /** Whether every day of the campaign is over, polled or not. */
  complete: boolean;
}

/** Counts the days of a campaign, and closes the books of those that are over. */
export async function campaignDays(
  core: Ports<CampaignNeeds>,
  campaign: Campaign,
  now: Millis,
): Promise<CountedCampaign> {
  const { org } = campaign;
  const all = campaign.days.map(({ day }) => day);
  const [teams, ends] = await Promise.all([core.teams.list(org), core.polls.ends(org, all)]);
  const { counted, complete } = countedDays(campaign, { ends, teams }, now);
  const over = counted.flatMap(({ day, running }) => (running ? [] : [day]));
  const books = await closedBooks(core, campaign, over, now);
  for (const { day, running } of counted) {
    const book = running && (await core.books.count(org, day));
    if (book) books.set(day, book);
  }
  const days = counted.flatMap((one): BookedDay[] => {
    const book = books.get(one.day);
    return book ? [{ ...one, book, figures: figuresOfDay(book) }] : [];
  });
  return { days, missing: over.filter((day) => !books.has(day)), over, complete };
}

/** Of days that are over, for those who ask before the schedule has closed them. */
async function closedBooks(
  { books }: Ports<'books'>,
  { org }: Campaign,
  over: readonly Day[],
  now: Millis,
): Promise<Map<Day, DayBook>> {
  const booked = await books.days(org, over);
  const open = over.filter((day) => !booked.has(day));
  for (const day of open) await books.closeDay(org, day, now);
  return open.length === 0 ? booked : books.days(org, over);
}
