import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { ChannelSlot } from '../domain/teams/channels';
import type { Millis } from '../domain/time/calendar';

/* What the bot knows of its own running, and of channels that fail or are to be bound. */

/** One row: when a process was last known to run, by the core's clock. */
export interface AliveTable {
  id: 0;
  at: Millis;
}

export interface AbsenceTable {
  since: Millis;
  until: Millis;
}

export interface ContactTable {
  org: OrgId;
  team: TeamId;
  person: PersonId;
  /** From when on; 0: from before that was kept. */
  since: Millis;
}

export interface ChannelFailureTable {
  org: OrgId;
  team: TeamId;
  channel: ChannelSlot;
  /** By the core's clock. */
  since: Millis;
}

export interface BindingCodeTable {
  code: string;
  org: OrgId;
  team: TeamId;
  /** When it expires, by the database's time. */
  until: Millis;
  used: 0 | 1;
}
