import type { OrgId, PersonId } from '../../src/domain/people/person';
import type { Status, StatusAccess, StatusState } from '../../src/domain/people/status';
import { ChatError } from '../../src/ports/chat';
import type { Graph } from './graph';
import { personKey, tenantOfOrg } from './keys';
import type { TeamsMemory } from './records';

/** People's status messages in Teams, by the permission that the tenant's administrator gave the app. */
export class PresenceStatus {
  readonly #memory: TeamsMemory;
  /** Null: the operator has not switched it on. */
  readonly #graph: Graph | null;

  constructor(memory: TeamsMemory, graph: Graph | null) {
    this.#memory = memory;
    this.#graph = graph;
  }

  get access(): StatusAccess {
    return this.#graph ? 'ready' : 'off';
  }

  /** Graph does not tell when another person's status message ends: by its words alone the bot knows its own. */
  async set(
    org: OrgId,
    person: PersonId,
    status: Status | null,
    ours: readonly Status[],
  ): Promise<StatusState> {
    const tenant = tenantOfOrg(org);
    if (!this.#graph) return 'off';
    const user = (await this.#memory.persons.get(personKey(tenant, person)))?.objectId ?? null;
    if (user === null) return 'refused';
    try {
      const now = (await this.#graph.statusMessage(tenant, user)).trim();
      if (now !== '' && !ours.some((one) => contentOf(one) === now)) return 'own';
      if (now === '' && status === null) return 'shown';
      await this.#graph.setStatusMessage(
        tenant,
        user,
        status && { content: contentOf(status), until: status.until },
      );
      return 'shown';
    } catch (error) {
      // Without the administrator's consent, and for people whom Teams does not serve.
      if (error instanceof ChatError && (error.kind === 'forbidden' || error.kind === 'gone'))
        return 'refused';
      throw error;
    }
  }
}

function contentOf({ icon, text }: Status): string {
  return `${icon} ${text}`;
}
