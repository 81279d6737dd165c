import type { OrgId, PersonId } from '../../src/domain/people/person';
import { ChatError, type Place } from '../../src/ports/chat';
import type { Gateway, Reference } from './gateway';
import { personKey, placeKey, tenantOfOrg } from './keys';
import { type TeamsMemory, unknownPerson } from './records';

/** Where the bot writes to, from what is stored; what is missing is asked of Teams or is `gone`. */
export class Addresses {
  readonly #memory: TeamsMemory;
  readonly #gateway: Gateway;

  constructor(memory: TeamsMemory, gateway: Gateway) {
    this.#memory = memory;
    this.#gateway = gateway;
  }

  /** Throws a `gone` ChatError for a tenant that has never written to the bot. */
  async ofPlace(org: OrgId, place: Place): Promise<Reference> {
    const tenant = tenantOfOrg(org);
    const known = await this.#memory.places.get(placeKey(tenant, place));
    const serviceUrl = known?.serviceUrl ?? (await this.#serviceUrlOf(tenant));
    return { serviceUrl, tenant, conversation: place };
  }

  /** The person's chat with the bot, which is opened and stored if it is not known. */
  async ofPerson(org: OrgId, person: PersonId): Promise<Reference> {
    const tenant = tenantOfOrg(org);
    const key = personKey(tenant, person);
    const known = await this.#memory.persons.get(key);
    const serviceUrl = known?.serviceUrl ?? (await this.#serviceUrlOf(tenant));
    if (known?.chat) return { serviceUrl, tenant, conversation: known.chat };
    const chat = await this.#gateway.open({ serviceUrl, tenant }, person);
    await this.#memory.persons.update(key, (before) => ({ ...(before ?? unknownPerson(serviceUrl)), chat }));
    return { serviceUrl, tenant, conversation: chat };
  }

  /** The next message to this person opens a new chat. */
  async forgetChat(org: OrgId, person: PersonId): Promise<void> {
    const key = personKey(tenantOfOrg(org), person);
    const known = await this.#memory.persons.get(key);
    if (known) await this.#memory.persons.update(key, (before) => ({ ...(before ?? known), chat: null }));
  }

  async #serviceUrlOf(tenant: string): Promise<string> {
    const known = await this.#memory.tenants.get(tenant);
    if (known) return known.serviceUrl;
    throw new ChatError('gone', 'Teams has never written from this tenant, so its address is not known');
  }
}
