import type { Card } from '../../src/domain/card';
import type { OrgId, Person, PersonId } from '../../src/domain/people/person';
import { isOutsider } from '../../src/domain/people/roster';
import type { Status, StatusAccess, StatusState } from '../../src/domain/people/status';
import type { Chat, Place, Post, PostKey, Standing } from '../../src/ports/chat';
import { ChatError } from '../../src/ports/chat';
import type { ForgottenElsewhere } from '../../src/ports/forgotten-elsewhere';
import type { Identify } from '../../src/ports/store/links';
import { Addresses } from './addresses';
import type { Directory } from './directory';
import type { Account, Gateway, Reference } from './gateway';
import type { RecentAnswers } from './invokes';
import { greetKey, personKey, placeKey, readPost, tenantOfOrg, toPost } from './keys';
import type { EditLimiter } from './limits';
import { rememberKind, toListed } from './people';
import { installersAt } from './places';
import type { PresenceStatus } from './presence-status';
import { type PersonRecord, type PlaceRecord, type TeamsMemory, unknownPlace } from './records';
import type { Refresh, Renderer } from './render';
import { isManager, rolesOf } from './roles';
import type { SharedCardCache } from './shared-cards';

export interface ChatParts {
  memory: TeamsMemory;
  gateway: Gateway;
  render: Renderer;
  sharedCards: SharedCardCache;
  recentAnswers: RecentAnswers;
  directory: Directory;
  /** Object ids of the operator's administrators, in lower case. */
  admins: readonly string[];
  editLimiter: EditLimiter;
  /** Only where people are linked by their e-mail address. */
  identify: Identify | null;
  forgottenElsewhere: ForgottenElsewhere;
  status: PresenceStatus;
}

/** The most people that `refresh.userIds` may name. */
const MOST_OWN_VIEWS = 60;

/** Teams has no key by which an earlier post could be found, so what must not come twice is not tried twice. */
function refuseDouble(key: PostKey): void {
  if (key.mayHaveBeenSent && !key.repeatable) {
    throw new ChatError('uncertain', 'an earlier attempt may have reached Teams, which cannot be asked');
  }
}

/** Drops the cards of a tenant that this process keeps: they may name a person who is forgotten, and are not needed. */
export function dropCards(
  { sharedCards, recentAnswers }: Pick<ChatParts, 'sharedCards' | 'recentAnswers'>,
  tenant: string,
): void {
  sharedCards.dropIn(tenant);
  recentAnswers.dropIn(tenant);
}

/** Drops what is cached of those people who asked to be forgotten; resolves with them. */
export async function dropForgotten(
  { memory, directory }: Pick<ChatParts, 'memory' | 'directory'>,
  tenant: string,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const gone = await memory.forgottenAmong(tenant, ids);
  for (const id of gone) directory.forget(tenant, id);
  return gone;
}

function withoutPerson(record: PlaceRecord, person: PersonId): PlaceRecord {
  const { installers, few } = record;
  if (!installers.includes(person) && !few.includes(person)) return record;
  return {
    ...record,
    installers: installers.filter((id) => id !== person),
    few: few.filter((id) => id !== person),
  };
}

/** The core's Chat port, for Microsoft Teams. */
export class TeamsChat implements Chat {
  readonly #parts: ChatParts;
  readonly #addresses: Addresses;

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.#addresses = new Addresses(parts.memory, parts.gateway);
  }

  async post(org: OrgId, place: Place, card: Card, key: PostKey): Promise<Post> {
    refuseDouble(key);
    const { gateway, render, sharedCards, memory } = this.#parts;
    const to = await this.#addresses.ofPlace(org, place);
    const message = await gateway.send(to, render.toMessage(card, await this.#refreshOf(to, card)));
    const post = toPost({ conversation: place, message });
    sharedCards.keep(to.tenant, post, card);
    const unknown = unknownPlace(to.serviceUrl);
    const stored = memory.places.update(placeKey(to.tenant, place), (before) => ({
      ...(before ?? unknown),
      posted: true,
    }));
    // The message is there even if this cannot be stored; the next post stores it.
    await stored.catch(() => undefined);
    return post;
  }

  async edit(org: OrgId, post: Post, card: Card): Promise<void> {
    const { gateway, render, sharedCards, memory, editLimiter } = this.#parts;
    const { conversation, message } = readPost(post);
    const to = await this.#addresses.ofPlace(org, conversation);
    sharedCards.keep(to.tenant, post, card);
    const place = await memory.places.get(placeKey(to.tenant, conversation));
    const isSmall = (place?.few.length ?? 0) > 0;
    await editLimiter.acquire(to.tenant, post, isSmall ? 'small' : 'large');
    await gateway.update(to, message, render.toMessage(card, await this.#refreshOf(to, card)));
  }

  async direct(org: OrgId, person: PersonId, card: Card, key: PostKey): Promise<Post> {
    refuseDouble(key);
    const { gateway, render } = this.#parts;
    const to = await this.#addresses.ofPerson(org, person);
    try {
      const message = await gateway.send(to, render.toMessage(card));
      return toPost({ conversation: to.conversation, message });
    } catch (error) {
      if (error instanceof ChatError && error.kind === 'gone') await this.#addresses.forgetChat(org, person);
      throw error;
    }
  }

  async *roster(org: OrgId, place: Place): AsyncIterable<Person> {
    const { gateway, memory, directory, identify } = this.#parts;
    const of = await this.#addresses.ofPlace(org, place);
    const known = await memory.persons.list(personKey(of.tenant, ''));
    const records = new Map(known.map(({ key, value }) => [key, value]));
    const ids: string[] = [];
    for await (const account of gateway.members(of)) {
      const key = personKey(of.tenant, account.id);
      const record = records.get(key) ?? null;
      if (!isOutsider(account)) ids.push(account.id);
      directory.keep(of.tenant, account);
      await this.#rememberChange(of, account, record);
      yield toListed(account, record, identify);
    }
    const gone = await dropForgotten(this.#parts, of.tenant, ids);
    await this.#rememberFew(
      of,
      ids.filter((id) => !gone.has(id)),
    );
  }

  /** Bots cannot read tags with the permissions that this one asks for. */
  async group(): Promise<'unsupported'> {
    return 'unsupported';
  }

  /** A person who added the bot to a place does not administer it any more. */
  async forget(org: OrgId, person: PersonId): Promise<void> {
    const { directory, memory } = this.#parts;
    const tenant = tenantOfOrg(org);
    const key = personKey(tenant, person);
    directory.forget(tenant, person);
    dropCards(this.#parts, tenant);
    await memory.persons.remove(key);
    await memory.giveBack(greetKey(key));
    for (const { key: place, value } of await memory.places.list(placeKey(tenant, ''))) {
      await memory.places.update(place, (before) => withoutPerson(before ?? value, person));
    }
    await this.#parts.forgottenElsewhere.tell(org);
  }

  /** Teams says it of a channel with everything that happens there. */
  async statusAccess(): Promise<StatusAccess> {
    return this.#parts.status.access;
  }

  /** The tenant's administrator has allowed it, and the person has asked for it. */
  async statusLink(): Promise<string | null> {
    return null;
  }

  setStatus(
    org: OrgId,
    person: PersonId,
    status: Status | null,
    ours: readonly Status[],
  ): Promise<StatusState> {
    return this.#parts.status.set(org, person, status, ours);
  }

  async dropStatusAccess(): Promise<void> {}

  async isShared(org: OrgId, place: Place): Promise<boolean> {
    const record = await this.#parts.memory.places.get(placeKey(tenantOfOrg(org), place));
    return record?.shared === true;
  }

  async standing(org: OrgId, person: PersonId): Promise<Standing> {
    const { directory, admins } = this.#parts;
    const account = await directory.recent(await this.#addresses.ofPerson(org, person), person);
    return { kind: account.kind, roles: rolesOf({ ...account, admins }, null) };
  }

  /** Only for a person who may administer the place Teams is asked whether they are a member of it now. */
  async mayManage(org: OrgId, person: PersonId, place: Place): Promise<boolean> {
    const { memory, directory, admins } = this.#parts;
    const tenant = tenantOfOrg(org);
    const [installers, record] = await Promise.all([
      installersAt(memory, tenant, place),
      memory.persons.get(personKey(tenant, person)),
    ]);
    const objectId = record?.objectId ?? null;
    if (!isManager({ id: person, objectId, kind: 'person', certain: true, admins }, installers)) return false;
    const account = await memberOrNull(directory, await this.#addresses.ofPlace(org, place), person);
    if (account === null) return false;
    if (!account.certain) throw new ChatError('unreachable', 'Teams did not tell the tenant of a member');
    return isManager({ ...account, admins }, installers);
  }

  /** In a small place every member sees their own answer on the card. */
  async #refreshOf({ tenant, conversation }: Reference, card: Card): Promise<Refresh | null> {
    const place = await this.#parts.memory.places.get(placeKey(tenant, conversation));
    return place && card.own !== undefined ? { action: card.own, userIds: place.few } : null;
  }

  /** Only people who have written to the bot have a record, and those who are not plain members. */
  async #rememberChange({ tenant, serviceUrl }: Reference, account: Account, record: PersonRecord | null) {
    const { id: person, kind } = account;
    if (kind === (record === null ? 'person' : record.kind)) return;
    await rememberKind(this.#parts.memory, { tenant, serviceUrl, person }, account);
  }

  async #rememberFew(of: Reference, ids: string[]): Promise<void> {
    const few = ids.length <= MOST_OWN_VIEWS ? ids : [];
    const unknown = unknownPlace(of.serviceUrl);
    await this.#parts.memory.places.update(placeKey(of.tenant, of.conversation), (before) => ({
      ...(before ?? unknown),
      few,
    }));
  }
}

/** Null: they are not a member, or the place is gone. */
async function memberOrNull(directory: Directory, of: Reference, person: PersonId): Promise<Account | null> {
  try {
    return await directory.ask(of, person);
  } catch (error) {
    if (error instanceof ChatError && error.kind === 'gone') return null;
    throw error;
  }
}
