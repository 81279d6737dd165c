import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Api } from './api';
import { slackPages } from './pages';
import type { SlackUser } from './profile';

/** More unknown people than this cost less as a list of the workspace, together or one after the other. */
const MAX_ONE_BY_ONE = 15;
/** People who are not in the list, as outsiders in shared channels, are asked for alone until it is read again. */
const MIN_LIST_INTERVAL_MS: Millis = 3_600_000;
const PAGE_SIZE = 500;

type Keep = (org: OrgId, users: readonly SlackUser[]) => Promise<void>;

/** Lists workspaces, and decides when a list costs fewer calls than one call for each person. */
export class WorkspaceListing {
  readonly #api: Api;
  readonly #clock: Clock;
  readonly #keep: Keep;
  readonly #running = new Map<OrgId, Promise<void>>();
  /** How many people were asked for one by one since the last list. */
  readonly #asked = new Map<OrgId, { since: Millis; count: number }>();

  constructor(api: Api, clock: Clock, keep: Keep) {
    this.#api = api;
    this.#clock = clock;
    this.#keep = keep;
  }

  /** Lists the workspace if so many unknown people are more than to ask for one by one. */
  async beforeMany(org: OrgId, unknown: number): Promise<void> {
    if (unknown > MAX_ONE_BY_ONE) await this.#list(org);
  }

  /** Counts a person to be asked for; lists the workspace if they have become too many, or if it is being listed. */
  async beforeOne(org: OrgId): Promise<void> {
    if (this.#running.has(org) || !this.#mayAskAlone(org)) await this.#list(org);
  }

  #mayAskAlone(org: OrgId): boolean {
    const { since = Number.NEGATIVE_INFINITY, count = 0 } = this.#asked.get(org) ?? {};
    this.#asked.set(org, { since, count: count + 1 });
    const listed = this.#clock.now() < since + MIN_LIST_INTERVAL_MS;
    return count < MAX_ONE_BY_ONE || listed;
  }

  /** Many channels ask at seven o'clock: one list serves all of them. */
  #list(org: OrgId): Promise<void> {
    const running = this.#running.get(org) ?? this.#read(org).finally(() => this.#running.delete(org));
    this.#running.set(org, running);
    this.#asked.set(org, { since: this.#clock.now(), count: 0 });
    return running;
  }

  async #read(org: OrgId): Promise<void> {
    const pages = slackPages((from) =>
      this.#api.call(org, 'users.list', (client, auth) =>
        client.users.list({ ...auth, include_locale: true, limit: PAGE_SIZE, ...from }),
      ),
    );
    for await (const { members } of pages) await this.#keep(org, members ?? []);
  }
}
