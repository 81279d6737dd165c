import type { OrgId, PersonId } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import type { Millis } from '../../src/domain/time/calendar';
import type { Place } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import type { Api } from './api';
import { slackPages } from './pages';

export interface PlaceInfo {
  name: string;
  /** Who made the channel may set it up. */
  creator: PersonId | null;
}

/** What is known of channels: their names and makers, and who is in them. */
export interface Places {
  /** `fallback` names the place where Slack cannot be asked now, or would not say. */
  info(org: OrgId, place: Place, fallback: string): Promise<PlaceInfo>;
  renamed(org: OrgId, place: Place, name: string): void;
  members(org: OrgId, place: Place): Promise<readonly PersonId[]>;
  joined(org: OrgId, place: Place, person: PersonId): void;
  left(org: OrgId, place: Place, person: PersonId): void;
  /** The channels in which this person is known to be. */
  placesOf(org: OrgId, person: PersonId): Place[];
  forget(org: OrgId, place: Place): void;
  /** The bot has left the workspace. */
  forgetAll(org: OrgId): void;
}

interface Members {
  ids: Set<PersonId>;
  at: Millis;
}

const INFO_TTL: Millis = 24 * 3_600_000;
/** Older lists are still used, and asked for anew beside: joins and leaves are followed as they happen. */
const STALE: Millis = 6 * 3_600_000;
const TOO_OLD: Millis = 48 * 3_600_000;
/** Where other processes are told of joins and leaves, too, of which this one hears nothing. */
const TOO_OLD_SHARED: Millis = 30 * 60_000;
const PAGE = 1_000;

export function createPlaces(api: Api, clock: Clock, shared = false): Places {
  const tooOld = shared ? TOO_OLD_SHARED : TOO_OLD;
  const infos = new Map<string, PlaceInfo & { at: Millis }>();
  const lists = new Map<string, Members>();
  const asking = new Map<string, Promise<Members>>();
  const keyOf = (org: OrgId, place: Place) => `${org} ${place}`;

  async function askMembers(org: OrgId, place: Place): Promise<Members> {
    const ids = new Set<PersonId>();
    const pages = slackPages((from) =>
      api.call(org, 'conversations.members', (client, { token }) =>
        client.conversations.members({ token, channel: place, limit: PAGE, ...from }),
      ),
    );
    for await (const { members } of pages) for (const id of members ?? []) ids.add(id);
    const members = { ids, at: clock.now() };
    lists.set(keyOf(org, place), members);
    return members;
  }

  function askOnce(org: OrgId, place: Place): Promise<Members> {
    const key = keyOf(org, place);
    const running = asking.get(key) ?? askMembers(org, place).finally(() => asking.delete(key));
    asking.set(key, running);
    return running;
  }

  return {
    async info(org, place, fallback) {
      const key = keyOf(org, place);
      const known = infos.get(key);
      if (known && known.at + INFO_TTL > clock.now()) return known;
      try {
        const { channel } = await api.call(
          org,
          'conversations.info',
          (client, { token }) => client.conversations.info({ token, channel: place }),
          { urgent: true },
        );
        const found = { name: nameOf(channel?.name ?? fallback), creator: channel?.creator || null };
        infos.set(key, { ...found, at: clock.now() });
        return found;
      } catch {
        return known ?? { name: nameOf(fallback), creator: null };
      }
    },
    renamed(org, place, name) {
      const known = infos.get(keyOf(org, place));
      if (known) known.name = nameOf(name);
    },
    async members(org, place) {
      const known = lists.get(keyOf(org, place));
      if (!known || known.at + tooOld < clock.now()) return [...(await askOnce(org, place)).ids];
      if (known.at + STALE < clock.now()) void askOnce(org, place).catch(() => undefined);
      return [...known.ids];
    },
    joined: (org, place, person) => void lists.get(keyOf(org, place))?.ids.add(person),
    left: (org, place, person) => void lists.get(keyOf(org, place))?.ids.delete(person),
    placesOf: (org, person) =>
      [...lists].flatMap(([key, { ids }]) =>
        ids.has(person) && key.startsWith(`${org} `) ? [key.slice(org.length + 1)] : [],
      ),
    forget(org, place) {
      infos.delete(keyOf(org, place));
      lists.delete(keyOf(org, place));
    },
    forgetAll(org) {
      for (const map of [infos, lists])
        for (const key of map.keys()) if (key.startsWith(`${org} `)) map.delete(key);
    },
  };
}

/** As people write it: `#general`. */
function nameOf(name: string): string {
  const clean = cleanName(name);
  return clean === '' ? '' : `#${clean}`;
}
