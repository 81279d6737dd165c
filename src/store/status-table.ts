import type { Generated } from 'kysely';
import type { DayState } from '../domain/answers/work-style';
import type { OrgId, PersonId } from '../domain/people/person';
import type { StatusState } from '../domain/people/status';
import type { Day, Millis } from '../domain/time/calendar';

/** A person who wants their day shown in their status. */
export interface StatusTable {
  org: OrgId;
  person: PersonId;
  leaving: Generated<0 | 1>;
  state: StatusState;
  /** JSON. */
  written: Generated<string>;
  /** The day that was served last, and the answer to it; '': none. */
  day: Generated<Day | ''>;
  seen: Generated<DayState | ''>;
  /** 0: at once. */
  due_at: Generated<Millis>;
  /** After a failure it is not served sooner. */
  free_at: Generated<Millis>;
  /** By the database's time; 0: not leased. */
  leased_until: Generated<Millis>;
  turn: Generated<number>;
  wakes: Generated<number>;
  tries: Generated<number>;
}

/** Whose days a person wants to see. */
export interface FollowTable {
  org: OrgId;
  person: PersonId;
  followed: PersonId;
}
