import type { CampaignId } from '../campaigns/campaign';
import type { OrgId, PersonId, TeamId } from '../people/person';
import type { Day, Millis, Zone } from '../time/calendar';
import type { Window } from '../time/window';
import type { Choice } from './work-style';

/** Where an answer came from. */
export type Source = 'button' | 'command' | 'form' | 'plan' | 'default-week' | 'admin';

/** One team on one day. Its key is (org, team, day); what was in force when it opened stays with it. */
export interface Poll {
  org: OrgId;
  team: TeamId;
  day: Day;
  zone: Zone;
  window: Window;
  opensAt: Millis;
  closesAt: Millis;
  endsAt: Millis;
  /** When the silent are reminded; null: never. */
  remindAt: Millis | null;
  campaign: CampaignId | null;
  core: boolean;
  /** A Telework Day declared at short notice; the reason may be empty. */
  drill: { reason: string } | null;
}

/** A member's work style for a day: one a member and day, the last one wins. */
export interface Answer extends Choice {
  person: PersonId;
  day: Day;
  /** When this answer was given. */
  at: Millis;
  /** When this member first answered for the day. */
  firstAt: Millis;
  source: Source;
}

export type Phase = 'planned' | 'open' | 'late' | 'over';

/** `late`: after the window, until the local day ends, answers are still taken and shown as late. */
export function phaseOf(
  { opensAt, closesAt, endsAt }: Pick<Poll, 'opensAt' | 'closesAt' | 'endsAt'>,
  now: Millis,
): Phase {
  if (now < opensAt) return 'planned';
  if (now < closesAt) return 'open';
  return now < endsAt ? 'late' : 'over';
}
