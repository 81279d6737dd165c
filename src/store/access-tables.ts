import type { OrgId, PersonId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';

/* How people and their programs reach the pages and the API. */

/** A link to the pages, or a session there. */
interface WebAccessTable {
  /** Of what the link or the cookie holds. */
  hash: string;
  org: OrgId;
  person: PersonId;
  /** When it ends, by the database's time. */
  until: Millis;
}

export interface ApiTokenTable {
  /** Of the secret. */
  hash: string;
  id: string;
  org: OrgId;
  person: PersonId;
  name: string;
  /** With spaces in between. */
  scopes: string;
  made_at: Millis;
  /** By the database's time, as `used_at`. */
  until: Millis;
  used_at: Millis | null;
}

/** A write that a program may send again; `status` null: it is being done. */
interface ApiWriteTable {
  org: OrgId;
  person: PersonId;
  key: string;
  /** A mark of what is asked. */
  request: string;
  status: number | null;
  body: string | null;
  until: Millis;
}

interface FeedTable {
  /** Of the address. */
  hash: string;
  org: OrgId;
  person: PersonId;
  /** Empty: the person's own days. */
  team: string;
  made_at: Millis;
}

export interface AccessTables {
  feeds: FeedTable;
  web_links: WebAccessTable;
  web_sessions: WebAccessTable;
  api_tokens: ApiTokenTable;
  api_writes: ApiWriteTable;
}
