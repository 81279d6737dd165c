import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { After } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import type { Memory } from '../../src/ports/store/memory';
import { memoryKeys } from './memory-keys';
import type { Places } from './places';
import { readdress } from './posts';
import { orgOf } from './workspaces';

export interface MembershipsParts {
  places: Places;
  memory: Memory;
  after: After;
  log: Log;
}

/** Slack repeats no event for longer than a few minutes: what happened while the bot was away is found so. */
const INTERVAL_MS: Millis = 12 * 3_600_000;

/** Tells the core in which channels the bot is: at the start, and twice a day. */
export class Memberships {
  readonly #parts: MembershipsParts;
  #cancel: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: MembershipsParts) {
    this.#parts = parts;
  }

  /** `own`: the workspace of a fixed token. Does not wait for Slack. */
  start(inbox: Inbox, own: OrgId | null): void {
    this.#running = this.#compare(inbox, own);
    this.#cancel = this.#parts.after(INTERVAL_MS, () => this.start(inbox, own));
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#running;
  }

  /** Never throws: what cannot be compared now is compared the next time. */
  async #compare(inbox: Inbox, own: OrgId | null): Promise<void> {
    const { places, log } = this.#parts;
    try {
      for (const org of own === null ? await this.#installed() : [own])
        await inbox.places(org, { places: await places.joinedByBot(org), readdress });
    } catch (error) {
      log.info({ err: error }, 'the channels of Slack are not compared now');
    }
  }

  /** The workspaces with an install of their own, and those that an org-wide install has served. */
  async #installed(): Promise<OrgId[]> {
    const { memory } = this.#parts;
    const installs = await memory.list(memoryKeys.installPrefix);
    const served = await memory.list(memoryKeys.orgWidePrefix);
    return [
      ...installs.flatMap(({ key }) => memoryKeys.orgOfInstall(key) ?? []),
      ...served.map(({ key }) => orgOf(memoryKeys.teamIdOfOrgWide(key))),
    ];
  }
}
