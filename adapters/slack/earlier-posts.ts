import type { OrgId } from '../../src/domain/people/person';
import { ChatError, type Place, type Post, type PostKey } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import type { Api } from './api';
import { toChatError } from './errors';
import { isPostOf, postAt } from './posts';

const LOOK_BACK_S = 24 * 3_600;
const MAX_PAGES = 3;
const PAGE_SIZE = 200;

/** Finds the posts of earlier attempts that may have arrived, by the metadata which the bot's posts carry. */
export class EarlierPosts {
  readonly #api: Api;
  readonly #clock: Clock;

  constructor(api: Api, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
  }

  /**
   * The post of an earlier attempt with this key, or null. Where Slack does not allow to look, the answer is null if the
   * post may be repeated; else throws an `uncertain` ChatError.
   */
  async find(org: OrgId, place: Place, key: PostKey): Promise<Post | null> {
    try {
      return await this.#search(org, place, key);
    } catch (error) {
      const fault = toChatError(error);
      if (fault.kind === 'rate-limited' || fault.kind === 'unreachable') throw fault;
      if (key.repeatable) return null;
      const message = 'an earlier attempt may have posted this; it cannot be looked up';
      throw new ChatError('uncertain', message, null, { cause: error });
    }
  }

  /** Looks through the last day's messages, 600 at most. */
  async #search(org: OrgId, channel: Place, key: PostKey): Promise<Post | null> {
    const oldest = String(Math.floor(this.#clock.now() / 1_000) - LOOK_BACK_S);
    let cursor = '';
    for (let page = 0; page < MAX_PAGES; page++) {
      const found = await this.#page(org, { channel, oldest, ...(cursor ? { cursor } : {}) });
      const match = found.messages?.find(({ metadata }) => isPostOf(key, metadata));
      if (match?.ts) return postAt(channel, match.ts);
      cursor = found.response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return null;
  }

  #page(org: OrgId, from: { channel: Place; oldest: string; cursor?: string }) {
    return this.#api.call(org, 'conversations.history', (client, { token }) =>
      client.conversations.history({ token, limit: PAGE_SIZE, include_all_metadata: true, ...from }),
    );
  }
}
