import type { OrgId } from '../../domain/people/person';
import type { DueTeam } from '../../ports/store/wake-queue';
import { OrganisationLoad } from './organisation-load';

/** Checks of one organisation at once, while others have teams to check and while none has. The rest stays free. */
const BESIDE_OTHERS = 4;
const ALONE = 12;

/** Teams to be checked, the organisations in turn: the least busy one is next. */
export class TeamQueue {
  readonly #loads = new Map<OrgId, OrganisationLoad>();
  #teams: DueTeam[] = [];

  get size(): number {
    return this.#teams.length;
  }

  add(team: DueTeam): void {
    this.#teams.push(team);
  }

  loadOf(org: OrgId): OrganisationLoad {
    const load = this.#loads.get(org) ?? new OrganisationLoad();
    this.#loads.set(org, load);
    return load;
  }

  /** Whether a team may be checked now. */
  hasNext(): boolean {
    return this.#next() !== null;
  }

  /** Takes the next team; null: there is none, or every organisation has as many checks running as it may. */
  take(): DueTeam | null {
    const next = this.#next();
    this.#teams = this.#teams.filter((team) => team !== next);
    return next;
  }

  takeAll(): DueTeam[] {
    const all = this.#teams;
    this.#teams = [];
    return all;
  }

  #next(): DueTeam | null {
    const most = this.#countOrganisations() > 1 ? BESIDE_OTHERS : ALONE;
    let best: DueTeam | null = null;
    let fewest = most;
    for (const team of this.#teams) {
      const { checks } = this.loadOf(team.org);
      if (checks >= fewest) continue;
      best = team;
      fewest = checks;
    }
    return best;
  }

  /** Those that wait, and those that are being checked. */
  #countOrganisations(): number {
    const busy = [...this.#loads].flatMap(([org, { checks }]) => (checks > 0 ? [org] : []));
    return new Set([...this.#teams.map(({ org }) => org), ...busy]).size;
  }
}
