import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { SafetyAnswer, SafetyCall, SafetyContact, SafetyState } from '../../domain/safety/safety';
import type { Day, Millis } from '../../domain/time/calendar';

/** An answer as it is given; `since`: earlier ones were to another question. */
interface GivenAnswer {
  org: OrgId;
  team: TeamId;
  day: Day;
  person: PersonId;
  state: SafetyState;
  at: Millis;
  since: Millis;
}

/** Answers to “are you safe?”, and whom a team tells of them. Every method throws a StoreError when the database fails. */
export interface SafetyStore {
  contacts(org: OrgId, team: TeamId): Promise<SafetyContact[]>;
  /** Replaces the team's contacts: new ones are it from `since` on, others keep theirs; people who are forgotten are left out. */
  setContacts(org: OrgId, team: TeamId, persons: readonly PersonId[], since: Millis): Promise<void>;
  /**
   * Records an answer, unless it is the one that stands, and makes the team due in the same transaction where contacts are
   * to be told. Resolves with the number of the call that stands; null: nobody is to be told.
   */
  answer(given: GivenAnswer): Promise<number | null>;
  /** The last answer of each person on the days from `from` to `until`, whichever team it was given in. */
  answers(org: OrgId, from: Day, until: Day): Promise<SafetyAnswer[]>;
  /** What the team's contacts are to be told of days from `from` on. */
  calls(org: OrgId, team: TeamId, from: Day): Promise<SafetyCall[]>;
}
