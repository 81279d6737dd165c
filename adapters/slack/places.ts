import type { OrgId, PersonId } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import type { Millis } from '../../src/domain/time/calendar';
import type { Place } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import { AgedCache, keyIn } from './aged-cache';
import type { Api } from './api';
import { slackPages } from './pages';
import { ROLE_TTL_MS } from './profile-cache';

export interface PlaceInfo {
  /** As people write it: `#general`; '' where it is not known. */
  name: string;
  creator: PersonId | null;
  /** Whether the bot is in the channel. */
  isMember: boolean;
  /** Whether other organisations are in the channel, or invited to it. */
  shared: boolean;
}

export interface PlacesParts {
  api: Api;
  clock: Clock;
  /** Whether other processes serve the same workspaces: Slack sends each event to one of them only. */
  shared: boolean;
}

const INFO_TTL_MS: Millis = 24 * 3_600_000;
const SHARED_INFO_TTL_MS: Millis = 30 * 60_000;
/** Older lists are still used, and refreshed in the background: events keep them up to date. */
const MEMBERS_REFRESH_MS: Millis = 6 * 3_600_000;
const MEMBERS_TTL_MS: Millis = 48 * 3_600_000;
const SHARED_MEMBERS_TTL_MS: Millis = 30 * 60_000;
const PAGE_SIZE = 1_000;
const BOTS_CHANNELS = {
  types: 'public_channel,private_channel',
  exclude_archived: true,
  limit: PAGE_SIZE,
};

/** Channels: what Slack tells of them, and their members, as last asked for and kept up to date by events. */
export class Places {
  readonly #api: Api;
  readonly #infoTtlMs: Millis;
  readonly #membersTtlMs: Millis;
  readonly #infos: AgedCache<PlaceInfo>;
  readonly #members: AgedCache<Set<PersonId>>;

  constructor({ api, clock, shared }: PlacesParts) {
    this.#api = api;
    this.#infoTtlMs = shared ? SHARED_INFO_TTL_MS : INFO_TTL_MS;
    this.#membersTtlMs = shared ? SHARED_MEMBERS_TTL_MS : MEMBERS_TTL_MS;
    this.#infos = new AgedCache(clock);
    this.#members = new AgedCache(clock);
  }

  /** Throws ChatErrors where Slack does not answer. */
  info(org: OrgId, place: Place): Promise<PlaceInfo> {
    return this.#infos.load(keyIn(org, place), this.#infoTtlMs, () => this.#askInfo(org, place));
  }

  /** The info as Slack gives it now. Throws ChatErrors. */
  infoNow(org: OrgId, place: Place): Promise<PlaceInfo> {
    return this.#infos.reload(keyIn(org, place), () => this.#askInfo(org, place));
  }

  /** The info as last known; where nothing is, only the name, by `fallback`. Never throws. */
  async lastInfo(
    org: OrgId,
    place: Place,
    fallback: string,
  ): Promise<Pick<PlaceInfo, 'name'> & Partial<PlaceInfo>> {
    const name = channelName(fallback);
    try {
      const info = await this.info(org, place);
      return { ...info, name: info.name || name };
    } catch {
      return this.#infos.get(keyIn(org, place)) ?? { name };
    }
  }

  /** The next use asks for the info again. */
  changed(org: OrgId, place: Place): void {
    this.#infos.delete(keyIn(org, place));
  }

  renamed(org: OrgId, place: Place, name: string): void {
    const known = this.#infos.get(keyIn(org, place));
    if (known) known.name = channelName(name);
  }

  /** The ids of everybody in the channel, bots included. Throws ChatErrors. */
  async members(org: OrgId, place: Place): Promise<readonly PersonId[]> {
    const key = keyIn(org, place);
    const ask = () => this.#askMembers(org, place);
    const members = await this.#members.load(key, this.#membersTtlMs, ask);
    if (!this.#members.get(key, MEMBERS_REFRESH_MS))
      void this.#members.reload(key, ask).catch(() => undefined);
    return [...members];
  }

  /** Whether the person is in the channel: asked for, unless they were so 15 minutes ago or later. Throws ChatErrors. */
  async isMember(org: OrgId, place: Place, person: PersonId): Promise<boolean> {
    const key = keyIn(org, place);
    if (this.#members.get(key, ROLE_TTL_MS)?.has(person)) return true;
    return (await this.#members.reload(key, () => this.#askMembers(org, place))).has(person);
  }

  joined(org: OrgId, place: Place, person: PersonId): void {
    this.#members.get(keyIn(org, place))?.add(person);
  }

  left(org: OrgId, place: Place, person: PersonId): void {
    this.#members.get(keyIn(org, place))?.delete(person);
  }

  forget(org: OrgId, place: Place): void {
    this.#infos.delete(keyIn(org, place));
    this.#members.delete(keyIn(org, place));
  }

  /** For a workspace that the bot has left. */
  forgetAll(org: OrgId): void {
    this.#infos.deleteIn(org);
    this.#members.deleteIn(org);
  }

  /** Every channel in which the bot is; archived ones take no posts. Throws ChatErrors. */
  async joinedByBot(org: OrgId): Promise<{ place: Place; name: string; shared: boolean }[]> {
    const pages = slackPages((from) =>
      this.#api.call(org, 'users.conversations', (client, auth) =>
        client.users.conversations({ ...auth, ...BOTS_CHANNELS, ...from }),
      ),
    );
    const found: { place: Place; name: string; shared: boolean }[] = [];
    for await (const { channels } of pages) {
      for (const { id, name, ...channel } of channels ?? [])
        if (id) found.push({ place: id, name: channelName(name ?? ''), shared: isShared(channel) });
    }
    return found;
  }

  async #askInfo(org: OrgId, place: Place): Promise<PlaceInfo> {
    const { channel } = await this.#api.call(
      org,
      'conversations.info',
      (client, { token }) => client.conversations.info({ token, channel: place }),
      { urgent: true },
    );
    return {
      name: channelName(channel?.name ?? ''),
      creator: channel?.creator || null,
      isMember: channel?.is_member === true,
      shared: channel ? isShared(channel) : false,
    };
  }

  async #askMembers(org: OrgId, place: Place): Promise<Set<PersonId>> {
    const ids = new Set<PersonId>();
    const pages = slackPages((from) =>
      this.#api.call(org, 'conversations.members', (client, { token }) =>
        client.conversations.members({ token, channel: place, limit: PAGE_SIZE, ...from }),
      ),
    );
    for await (const { members } of pages) for (const id of members ?? []) ids.add(id);
    return ids;
  }
}

/** What `conversations.info` tells of sharing with other organisations; workspaces of the same one do not matter. */
interface Sharing {
  is_ext_shared?: boolean;
  is_pending_ext_shared?: boolean;
  pending_connected_team_ids?: string[];
}

function isShared({
  is_ext_shared,
  is_pending_ext_shared,
  pending_connected_team_ids = [],
}: Sharing): boolean {
  return is_ext_shared === true || is_pending_ext_shared === true || pending_connected_team_ids.length > 0;
}

function channelName(name: string): string {
  const clean = cleanName(name);
  return clean === '' ? '' : `#${clean}`;
}
