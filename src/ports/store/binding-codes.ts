import type { OrgId, TeamId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';

/** Codes by which a team offers itself to a second channel. Each can be used once, until it expires. */
export interface BindingCodeStore {
  /** Keeps the code for so long, by the database's time. */
  offer(code: string, org: OrgId, team: TeamId, lifeMs: Millis): Promise<void>;
  /** The team that offers the code; null: there is none, or the code has expired or was used. */
  find(code: string): Promise<{ org: OrgId; team: TeamId } | null>;
  /** Uses the code up. True for the one caller, among all processes, who did it while it was valid. */
  use(code: string): Promise<boolean>;
}
