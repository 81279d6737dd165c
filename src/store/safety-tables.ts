import type { Generated } from 'kysely';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { SafetyState } from '../domain/safety/safety';
import type { Day, Millis } from '../domain/time/calendar';

interface SafetyAnswerTable {
  seq: Generated<number>;
  org: OrgId;
  /** In which it was given, and whose contacts are told. */
  team: TeamId;
  day: Day;
  person: PersonId;
  state: SafetyState;
  at: Millis;
  /** 1: the contacts are told at once. */
  call: 0 | 1;
}

interface SafetyContactTable {
  org: OrgId;
  team: TeamId;
  person: PersonId;
  since: Millis;
}

/** Tables of the question whether people are safe. */
export interface SafetyTables {
  safety_answers: SafetyAnswerTable;
  safety_contacts: SafetyContactTable;
}
