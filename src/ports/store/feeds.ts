import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';

/** A calendar that a person subscribed to: of their own days, or of a team. */
export interface Feed {
  org: OrgId;
  person: PersonId;
  /** Null: the person's own days. */
  team: TeamId | null;
  /** Epoch ms, by the database's time. */
  madeAt: Millis;
}

/** Secret addresses of calendars, of which only hashes are kept. Every method throws a StoreError when the database fails. */
export interface FeedStore {
  /** Makes the calendar's address; an earlier one ends at once. */
  offer(secret: string, feed: Omit<Feed, 'madeAt'>): Promise<void>;
  /** Null: there is no such address any more. */
  find(secret: string): Promise<Feed | null>;
  list(org: OrgId, person: PersonId): Promise<Feed[]>;
  /** Ends the calendar's address. */
  end(feed: Omit<Feed, 'madeAt'>): Promise<void>;
}
