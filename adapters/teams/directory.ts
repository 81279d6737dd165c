import { LRUCache } from 'lru-cache';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import type { Account, Gateway, Reference } from './gateway';
import { idOfKey, personKey, withoutThread } from './keys';

/** What rosters tell of a member. */
export type Profile = Pick<Account, 'name' | 'kind' | 'certain'>;

/** Some hundred bytes each. */
const MOST_PROFILES = 50_000;
/** As many as the limit for reads gives at once. */
const MOST_LISTED = 5_000;
const MOST_LISTINGS = 1_000;
/** People who read pages at once. */
const MOST_ACCOUNTS = 1_000;
/** A role that was lost ends within a quarter of an hour on the pages. */
const ACCOUNT_FOR_MS: Millis = 10 * 60_000;
/** A roster is read again for a stranger after this time. */
const LISTED_FOR_MS: Millis = 60_000;

/**
 * Who the members of places are, as far as this process has read it. A person who is not known is looked up in the
 * roster of the place first: many people press within a minute, and Teams allows one lookup a second.
 */
export class Directory {
  readonly #gateway: Gateway;
  readonly #clock: Clock;
  readonly #profiles = new LRUCache<string, Profile>({ max: MOST_PROFILES });
  readonly #accounts = new LRUCache<string, { at: Millis; account: Account }>({ max: MOST_ACCOUNTS });
  readonly #listings = new LRUCache<string, { at: Millis; done: Promise<void> }>({ max: MOST_LISTINGS });

  constructor(gateway: Gateway, clock: Clock) {
    this.#gateway = gateway;
    this.#clock = clock;
  }

  keep(tenant: string, { id, name, kind, certain }: Account): void {
    this.#profiles.set(personKey(tenant, id), { name, kind, certain });
  }

  known(tenant: string, person: string): Profile | null {
    return this.#profiles.get(personKey(tenant, person)) ?? null;
  }

  /** The people of a tenant of whom something is kept. */
  idsIn(tenant: string): string[] {
    const prefix = personKey(tenant, '');
    return [...this.#profiles.keys()].flatMap((key) => (key.startsWith(prefix) ? idOfKey(tenant, key) : []));
  }

  forget(tenant: string, person: string): void {
    this.#profiles.delete(personKey(tenant, person));
    this.#accounts.delete(personKey(tenant, person));
  }

  /** A member of a conversation. Throws a ChatError where Teams does not answer. */
  async find(of: Reference, person: string, { personal }: { personal: boolean }): Promise<Profile> {
    const known = this.known(of.tenant, person);
    if (known) return known;
    if (!personal) await this.#list({ ...of, conversation: withoutThread(of.conversation) });
    return this.known(of.tenant, person) ?? this.ask(of, person);
  }

  /** The member as Teams knows them now. */
  async ask(of: Reference, person: string): Promise<Account> {
    const account = await this.#gateway.member(of, person);
    this.keep(of.tenant, account);
    return account;
  }

  /** The member as Teams knew them at most ten minutes ago. */
  async recent(of: Reference, person: string): Promise<Account> {
    const key = personKey(of.tenant, person);
    const now = this.#clock.now();
    const before = this.#accounts.get(key);
    if (before && now >= before.at && now < before.at + ACCOUNT_FOR_MS) return before.account;
    const account = await this.ask(of, person);
    this.#accounts.set(key, { at: now, account });
    return account;
  }

  /** Reads the beginning of a roster, once a minute; all who wait for it share it. */
  #list(of: Reference): Promise<void> {
    const key = `${of.tenant}/${of.conversation}`;
    const now = this.#clock.now();
    const before = this.#listings.get(key);
    if (before && now >= before.at && now < before.at + LISTED_FOR_MS) return before.done;
    const done = this.#readRoster(of).catch((error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
    });
    this.#listings.set(key, { at: now, done });
    return done;
  }

  async #readRoster(of: Reference): Promise<void> {
    let left = MOST_LISTED;
    for await (const account of this.#gateway.members(of)) {
      this.keep(of.tenant, account);
      left -= 1;
      if (left === 0) return;
    }
  }
}
