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

/** An entry of the book of a poll: the one with the highest number holds. */
export interface PollBookTable {
  org: OrgId;
  team: TeamId;
  day: Day;
  /** 1 for the closing; corrections follow. */
  number: number;
  members: number;
  unheard: number;
  /** JSON, as `everyone` and `curve`. */
  groups: string;
  /** Null: it was not counted yet when the book was closed. */
  everyone: string | null;
  curve: string;
  /** Answers behind the counts are gone: they are final. */
  sealed: 0 | 1;
  at: Millis;
}

export interface DayBookTable {
  org: OrgId;
  day: Day;
  /** 1 for the closing; 0: people who were forgotten before it, until it takes them in. */
  number: number;
  /** JSON: people by status. */
  counts: string;
  at: Millis;
}

/** Absent: past days were not changed yet. */
export interface BookVersionTable {
  org: OrgId;
  /** Rises with each change of past days. */
  version: number;
}

export interface CampaignPeopleTable {
  org: OrgId;
  campaign: CampaignId;
  scope: 'org' | 'team';
  /** The team; '' for the organisation. */
  part: string;
  /** 1 for the closing; 0: people of whom no answers are kept any more. */
  number: number;
  /** JSON: the days that are counted. */
  days: string;
  teleworked: number;
  took_part: number;
  at: Millis;
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
