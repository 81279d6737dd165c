import type { Generated } from 'kysely';
import type { CampaignId } from '../domain/campaigns/campaign';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { RecordedKind } from '../ports/store/audit';

/* What is kept of people who were forgotten, of days whose answers are gone, and of what administrators did. */

export interface ForgottenTable {
  /** A hash of the person's address on their platform. */
  mark: string;
  org: OrgId;
  /** Random, the same for all marks of one person. */
  person: PersonId;
}

export interface BookTable {
  org: OrgId;
  team: TeamId;
  day: Day;
  members: number;
  groups: string;
  curve: string;
}

export interface CampaignBookTable {
  org: OrgId;
  team: TeamId;
  campaign: CampaignId;
  /** People who teleworked on one of its days, and whose answers are no longer kept. */
  people: number;
}

export interface AuditTable {
  seq: Generated<number>;
  org: OrgId;
  team: TeamId | null;
  person: PersonId;
  at: Millis;
  intent: RecordedKind;
  before: string;
  after: string;
  /** 0: the deed was begun, and may or may not have been done. */
  done: 0 | 1;
}

/** What a person agreed to in a team by answering there: more than that is not shown of them in it. */
export interface AgreementTable {
  org: OrgId;
  team: TeamId;
  person: PersonId;
  /** See `levelOf`. */
  level: number;
}
