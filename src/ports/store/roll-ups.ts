import type { Poll } from '../../domain/answers/poll';
import type { Cell, RollUp } from '../../domain/figures/roll-up';
import type { OrgId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** What was told of the organisation's days, kept as it was. Every method throws a StoreError when the database fails. */
export interface RollUpStore {
  /**
   * The people of a day whom its polls list, each once, with their answers as they stand; null: some of the answers are
   * deleted. `since`: those who answered after this moment, in epoch ms, are late; null: none are. Counts in portions, between which other work has its turn.
   */
  cells(org: OrgId, day: Day, since: Millis | null): Promise<Cell[] | null>;
  /** The polls of a day, of teams that are still there. */
  polls(org: OrgId, day: Day): Promise<Poll[]>;
  /** What was told of these days, for each first to last: the last one holds. */
  read(org: OrgId, days: readonly Day[]): Promise<Map<Day, RollUp[]>>;
  /**
   * Lets `plan` decide, by what was told of the day, what is told besides; null: nothing. Writes that, and resolves with
   * everything. One at a time for each organisation, in one transaction; `plan` may be called again and must be pure.
   */
  tell(
    org: OrgId,
    day: Day,
    now: Millis,
    plan: (earlier: readonly RollUp[]) => RollUp | null,
  ): Promise<RollUp[]>;
}
