import type { Card } from '../../src/domain/card';
import type { Person } from '../../src/domain/people/person';
import { isSameStatus, type Status, type StatusAccess } from '../../src/domain/people/status';
import {
  type Chat,
  ChatError,
  type ChatFault,
  type PostKey,
  type Standing,
  type UserGroup,
} from '../../src/ports/chat';

/** One message as people would see it. */
interface SeenMessage {
  id: string;
  to: string;
  card: Card;
  key: string;
  edits: number;
}

type Method =
  | 'post'
  | 'edit'
  | 'direct'
  | 'roster'
  | 'forget'
  | 'group'
  | 'isShared'
  | 'setStatus'
  | 'standing';

/** A chat platform in memory with the manners of a real one: no idempotency keys, and faults on demand. */
export interface FakeChat extends Chat {
  messages: SeenMessage[];
  people: Map<string, Person[]>;
  /** By the name in lower case; null: a platform without groups. */
  groups: Map<string, UserGroup> | null;
  /** Who may set up which place: `person place`. */
  managers: Set<string>;
  /** What each person is, and their roles where no place is meant. */
  standings: Map<string, Standing>;
  /** The places that other organisations see. */
  shared: Set<string>;
  /** What stands under each person's name. */
  statuses: Map<string, Status>;
  access: StatusAccess;
  calls: { method: Method; key: string; mayHaveBeenSent: boolean }[];
  /** The next `times` calls of the method fail; `after`: only once they have taken effect. */
  fail(
    method: Method,
    kind: ChatFault,
    options?: { times?: number; after?: boolean; retryAfterMs?: number },
  ): void;
  in(place: string): SeenMessage[];
}

/** `nameOf`: what tests read instead of the id of a post's key. */
export function createFakeChat(nameOf: (keyId: string) => string = (id) => id): FakeChat {
  const messages: SeenMessage[] = [];
  const people = new Map<string, Person[]>();
  const calls: FakeChat['calls'] = [];
  const faults: {
    method: Method;
    kind: ChatFault;
    after: boolean;
    times: number;
    retryAfterMs: number | null;
  }[] = [];

  function fault(method: Method, after: boolean): void {
    const found = faults.find((one) => one.method === method && one.after === after && one.times > 0);
    if (!found) return;
    found.times -= 1;
    throw new ChatError(found.kind, `the platform said ${found.kind}`, found.retryAfterMs);
  }

  async function send(method: 'post' | 'direct', to: string, card: Card, key: PostKey): Promise<string> {
    calls.push({ method, key: nameOf(key.id), mayHaveBeenSent: key.mayHaveBeenSent });
    fault(method, false);
    const id = `m${messages.length + 1}`;
    messages.push({ id, to, card, key: nameOf(key.id), edits: 0 });
    fault(method, true);
    return id;
  }

  const fake: FakeChat = {
    messages,
    people,
    groups: new Map(),
    managers: new Set(),
    standings: new Map(),
    shared: new Set(),
    statuses: new Map(),
    access: 'off',
    calls,
    fail(method, kind, { times = 1, after = false, retryAfterMs } = {}) {
      faults.push({ method, kind, times, after, retryAfterMs: retryAfterMs ?? null });
    },
    in: (place) => messages.filter(({ to }) => to === place),
    post: (_org, place, card, key) => send('post', place, card, key),
    direct: (_org, person, card, key) => send('direct', person, card, key),
    async edit(_org, post, card) {
      calls.push({ method: 'edit', key: post, mayHaveBeenSent: false });
      fault('edit', false);
      const message = messages.find(({ id }) => id === post);
      if (!message) throw new ChatError('deleted', `no message ${post}`);
      message.card = card;
      message.edits += 1;
    },
    async *roster(_org, place) {
      fault('roster', false);
      yield* people.get(place) ?? [];
    },
    async group(_org, name) {
      fault('group', false);
      return fake.groups ? (fake.groups.get(name) ?? null) : 'unsupported';
    },
    async forget(_org, person) {
      fault('forget', false);
      calls.push({ method: 'forget', key: person, mayHaveBeenSent: false });
    },
    statusAccess: async () => fake.access,
    statusLink: async (_org, person) => `https://platform.example/allow/${person}`,
    async setStatus(_org, person, status, ours) {
      calls.push({ method: 'setStatus', key: person, mayHaveBeenSent: false });
      fault('setStatus', false);
      if (fake.access !== 'ready') return fake.access === 'connect' ? 'connect' : 'off';
      const now = fake.statuses.get(person);
      if (now && !ours.some((one) => isSameStatus(one, now))) return 'own';
      if (status) fake.statuses.set(person, status);
      else fake.statuses.delete(person);
      fault('setStatus', true);
      return 'shown';
    },
    async dropStatusAccess() {
      if (fake.access === 'ready') fake.access = 'connect';
    },
    async standing(_org, person) {
      fault('standing', false);
      const standing = fake.standings.get(person);
      if (!standing) throw new ChatError('gone', `no person ${person}`);
      return standing;
    },
    async isShared(_org, place) {
      fault('isShared', false);
      return fake.shared.has(place);
    },
    mayManage: async (_org, person, place) => fake.managers.has(`${person} ${place}`),
  };
  return fake;
}
