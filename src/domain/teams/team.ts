import type { OrgId, TeamId } from '../people/person';
import type { Millis } from '../time/calendar';
import type { OwnCalendar } from '../time/own-calendar';
import type { TeamSettings } from './settings';

/** A team of an organisation: the people whose tally is posted in one channel. */
export interface Team {
  org: OrgId;
  id: TeamId;
  /** The chat platform's address of the team's channel; only its adapter reads it. */
  place: string;
  name: string;
  settings: TeamSettings;
  /** The organisation's calendar, read with the team and not written with it. */
  calendar?: OwnCalendar;
  /** Why the chat platform refuses posts in the channel; null: it takes them. */
  trouble: Trouble | null;
  /** The team's channel on another chat platform: what is posted is posted in both, and counted once; null: none. */
  secondChannel: SecondChannel | null;
  /** That other organisations see the team's channels, or may do so; null: they do not. */
  sharing: Sharing | null;
}

/**
 * `unknown`: the platform is to be asked; `silent`: shared, and no administrator has switched the polls on since;
 * `agreed`: one has. `since`: epoch ms.
 */
export interface Sharing {
  since: Millis;
  state: 'unknown' | 'silent' | 'agreed';
}

/** `gone`: the channel no longer exists for the bot; `forbidden`: the bot may not post there. */
export type Trouble = 'gone' | 'forbidden';

/** The second channel of a team, with its own trouble. */
export interface SecondChannel {
  place: string;
  trouble: Trouble | null;
}

/** Orders teams by their names as people read them: `team-9` before `team-10`. */
export function byName(a: Pick<Team, 'name'>, b: Pick<Team, 'name'>): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true });
}
