import { isRepeatable } from '../../src/app/delivery/post';
import type { Card } from '../../src/domain/card';
import type { OrgId, Person } from '../../src/domain/people/person';
import type { Chat, Place, Post, PostKey } from '../../src/ports/chat';
import { ChatError } from '../../src/ports/chat';
import type { Identify } from '../../src/ports/store/links';
import { type Bases, refreshAction } from './bases';
import type { Gateway, Reference } from './gateway';
import type { Pace } from './pace';
import { maySetUp, tenantOfOrg, toListed } from './people';
import type { TeamsMemory } from './records';
import { type Element, type Refresh, toAdaptiveCard, toText } from './render';

export interface ChatParts {
  memory: TeamsMemory;
  gateway: Gateway;
  bases: Bases;
  /** What people are called, by `<tenant>/<person>`: for those who leave, of whom nothing more is told. */
  names: Map<string, string>;
  pace: Pace;
  /** Only where people are linked by their e-mail address. */
  identify: Identify | null;
}

/** What `refresh.userIds` may name. */
export const FEW = 60;

/** Where a message stands: its conversation and its own id, neither of which holds a bar. */
export function toPost(conversation: string, message: string): Post {
  return `${conversation}|${message}`;
}

function readPost(post: Post): { conversation: string; message: string } {
  const bar = post.lastIndexOf('|');
  if (bar < 1) throw new ChatError('gone', 'this is the address of no message in Teams');
  return { conversation: post.slice(0, bar), message: post.slice(bar + 1) };
}

/** The message that carries a card. */
export function messageOf(card: Card, refresh: Refresh | null = null): Element {
  return {
    type: 'message',
    summary: toText(card, 300),
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: toAdaptiveCard(card, refresh) },
    ],
  };
}

/** Teams has no key by which an earlier post could be found: what must not come twice is not tried twice. */
function refuseDouble(key: PostKey): void {
  if (key.again && !isRepeatable(key)) {
    throw new ChatError('uncertain', 'an earlier attempt may have reached Teams, which cannot be asked');
  }
}

export function createChat({ memory, gateway, bases, names, pace, identify }: ChatParts): Chat {
  async function reference(org: OrgId, conversation: string): Promise<Reference> {
    const tenant = tenantOfOrg(org);
    const place = await memory.places.get(`${tenant}/${conversation}`);
    return { serviceUrl: place?.serviceUrl ?? (await serviceUrlOf(tenant)), tenant, conversation };
  }

  async function serviceUrlOf(tenant: string): Promise<string> {
    const known = await memory.tenants.get(tenant);
    if (known) return known.serviceUrl;
    throw new ChatError('gone', 'Teams has never written from this tenant: its address is not known');
  }

  /** Who sees their own answer on it: everybody, in a small place. */
  async function refreshOf(org: OrgId, conversation: string, card: Card): Promise<Refresh | null> {
    const place = await memory.places.get(`${tenantOfOrg(org)}/${conversation}`);
    const action = refreshAction(card);
    return place && action !== null ? { action, userIds: place.few } : null;
  }

  async function personalChat(org: OrgId, person: string): Promise<Reference> {
    const tenant = tenantOfOrg(org);
    const key = `${tenant}/${person}`;
    const known = await memory.persons.get(key);
    const serviceUrl = known?.serviceUrl ?? (await serviceUrlOf(tenant));
    if (known?.chat) return { serviceUrl, tenant, conversation: known.chat };
    const chat = await gateway.open({ serviceUrl, tenant }, person);
    const nobody = { serviceUrl, locale: null, zone: null, guest: false };
    await memory.persons.update(key, (before) => ({ ...(before ?? nobody), chat }));
    return { serviceUrl, tenant, conversation: chat };
  }

  /** The next message to them opens a chat anew. */
  async function forgetChat(tenant: string, person: string): Promise<void> {
    const key = `${tenant}/${person}`;
    const known = await memory.persons.get(key);
    if (known) await memory.persons.update(key, (before) => ({ ...(before ?? known), chat: null }));
  }

  return {
    async post(org, place, card, key) {
      refuseDouble(key);
      const to = await reference(org, place);
      const message = await gateway.send(to, messageOf(card, await refreshOf(org, place, card)));
      const post = toPost(place, message);
      bases.keep(post, card);
      const posted = memory.places.update(`${to.tenant}/${place}`, (before) => ({
        ...(before ?? { serviceUrl: to.serviceUrl, team: null, name: null, installers: [], few: [] }),
        posted: true,
      }));
      // It stands there, whether or not that can be written down: the next post does.
      await posted.catch(() => undefined);
      return post;
    },
    async edit(org, post, card) {
      const { conversation, message } = readPost(post);
      const to = await reference(org, conversation);
      bases.keep(post, card);
      const place = await memory.places.get(`${to.tenant}/${conversation}`);
      await pace.take(to.tenant, post, (place?.few.length ?? 0) > 0);
      await gateway.update(to, message, messageOf(card, await refreshOf(org, conversation, card)));
    },
    async direct(org, person, card, key) {
      refuseDouble(key);
      const to = await personalChat(org, person);
      try {
        return toPost(to.conversation, await gateway.send(to, messageOf(card)));
      } catch (error) {
        if (error instanceof ChatError && error.kind === 'gone') await forgetChat(to.tenant, person);
        throw error;
      }
    },
    roster: (org, place) => roster(org, place),
    // Bots cannot read tags with the rights this one asks for.
    group: async () => 'unsupported',
    /** Who added the bot to a place stays known as its administrator: by an id alone. */
    async forget(org, person) {
      const key = `${tenantOfOrg(org)}/${person}`;
      names.delete(key);
      await memory.persons.remove(key);
    },
    async mayManage(org, person, place) {
      const tenant = tenantOfOrg(org);
      const [spot, record] = await Promise.all([
        memory.places.get(`${tenant}/${place}`),
        memory.persons.get(`${tenant}/${person}`),
      ]);
      return maySetUp(person, spot, record?.guest ?? false);
    },
  };

  async function* roster(org: OrgId, place: Place): AsyncIterable<Person> {
    const of = await reference(org, place);
    const known = await memory.persons.list(`${of.tenant}/`);
    const records = new Map(known.map(({ key, value }) => [key, value]));
    const ids: string[] = [];
    for await (const account of gateway.members(of)) {
      const key = `${of.tenant}/${account.id}`;
      ids.push(account.id);
      names.set(key, account.name);
      const record = records.get(key) ?? null;
      if (account.guest !== (record?.guest ?? false)) {
        const nobody = { serviceUrl: of.serviceUrl, chat: null, locale: null, zone: null };
        await memory.persons.update(key, (before) => ({ ...(before ?? nobody), guest: account.guest }));
      }
      yield toListed(account, record, identify);
    }
    const few = ids.length <= FEW ? ids : [];
    await memory.places.update(`${of.tenant}/${place}`, (before) => ({
      ...(before ?? { serviceUrl: of.serviceUrl, team: null, name: null, installers: [], posted: false }),
      few,
    }));
  }
}
