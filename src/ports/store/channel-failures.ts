import type { OrgId, TeamId } from '../../domain/people/person';
import type { ChannelSlot } from '../../domain/teams/channels';
import type { Millis } from '../../domain/time/calendar';

/** A channel that cannot be reached. `since`: epoch ms, by the core's clock. */
export interface ChannelFailure {
  org: OrgId;
  team: TeamId;
  channel: ChannelSlot;
  since: Millis;
}

/** Since when channels cannot be reached, as far as a round of checks noticed. */
export interface ChannelFailureStore {
  /** All that are known, of every organisation. */
  list(): Promise<ChannelFailure[]>;
  /** Notes the failure unless it is known, and resolves with since when it is known: the same for every process. */
  begin(failure: ChannelFailure): Promise<Millis>;
  /** The channel can be reached again. */
  end(org: OrgId, team: TeamId, channel: ChannelSlot): Promise<void>;
}
