import type { Poll } from '../../domain/answers/poll';
import type { CampaignId } from '../../domain/campaigns/campaign';
import type { DayBook } from '../../domain/figures/book';
import type { OrgId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';
import type { Recorded, Vote } from './answers';

/** A day of an organisation. */
export interface OrgDay {
  org: OrgId;
  day: Day;
}

/** Distinct people over the days of a campaign: who teleworked, and who answered with any work style, at least once. */
export interface CampaignPeople {
  teleworked: number;
  tookPart: number;
}

/**
 * The books of days that are over. An entry never changes: a correction is a further one, and the last one holds. All
 * closing is idempotent, and may be done by several processes at once. Every method throws a StoreError when the
 * database fails.
 */
export interface BookStore {
  /** Some of the polls which ended at `until` or before, and have no book; the latest first. */
  due(until: Millis): Promise<Poll[]>;
  /** Writes the book of a poll that is over, unless it has one; resolves with the number of its members. */
  close(poll: Poll, now: Millis): Promise<number>;
  /** Some of the days whose polls so far have books, while the organisation's day has none. */
  dueDays(): Promise<OrgDay[]>;
  /**
   * Writes the organisation's book of a day that is over in all its teams, with those of its polls, and the people of
   * the campaigns that end with it. Counts in portions, between which other work has its turn; ends early once `goOn`
   * says no. False: not all of it is written, and the day is still due.
   */
  closeDay(org: OrgId, day: Day, now: Millis, goOn?: () => boolean): Promise<boolean>;
  /** How many distinct people of the organisation had each status, of those days that have a book. */
  days(org: OrgId, days: readonly Day[]): Promise<Map<Day, DayBook>>;
  /**
   * The same of a day as its answers stand now, with the departments of now; null: it has no polls, or some of its
   * answers are deleted.
   */
  count(org: OrgId, day: Day): Promise<DayBook | null>;
  /** The organisation's people over these days of the campaign: from its book, once that has the same days. */
  people(org: OrgId, campaign: CampaignId, days: readonly Day[]): Promise<CampaignPeople>;
  /**
   * Records an answer to polls which are over, with the further entries of their books, in one transaction; null:
   * nothing was recorded, as answers behind the counts are gone.
   */
  correct(vote: Vote, now: Millis): Promise<Recorded | null>;
}
