import { createAddresses, type JoinedPair, platformOf, prefixOf } from '../../domain/people/addresses';
import type { OrgId, PersonId } from '../../domain/people/person';
import type { Chat } from '../../ports/chat';
import type { Inbox } from '../../ports/inbox';
import type { Log } from '../../ports/log';
import type { LinkStore } from '../../ports/store/links';
import type { PeopleStore } from '../../ports/store/people';
import { joinChat } from './chat';
import { joinInbox } from './inbox';
import { createPersons } from './persons';

export interface JoinParts {
  pairs: readonly JoinedPair[];
  /** Whether people whom several platforms know by the same identity are one person. */
  linking: boolean;
  store: { links: LinkStore; people: PeopleStore };
  log: Log;
}

/** The border between platforms and the core where several organisations are one. */
export interface Joined {
  chat(chat: Chat): Chat;
  inbox(inbox: Inbox): Inbox;
  /** Somebody as the store knows them, by what their platform calls them. */
  known(org: OrgId, person: PersonId): ReturnType<PeopleStore['get']>;
  /** Whether an organisation of another platform is kept under this name. */
  isJoined(org: OrgId): boolean;
  /** Before anything is served: brings along what was recorded while they were apart. */
  prepare(): Promise<void>;
}

export function createJoined({ pairs, linking, store, log }: JoinParts): Joined {
  const addresses = createAddresses(pairs);
  const persons = createPersons({ addresses, store, linking });
  const apart = pairs.length === 0 && !linking;
  return {
    chat: (chat) => (apart ? chat : joinChat(chat, addresses, persons)),
    inbox: (inbox) => (apart ? inbox : joinInbox(inbox, addresses, persons)),
    async known(org, person) {
      if (apart) return store.people.get(org, person);
      const [id = person] = await persons.behind(org, [person]);
      return store.people.get(addresses.orgOf(org), id);
    },
    isJoined: (org) => addresses.members(org).some((each) => platformOf(each) !== platformOf(org)),
    async prepare() {
      if (!linking) await store.links.clear();
      for (const { org, into } of pairs) {
        const teams = await store.links.adopt(org, into, prefixOf(org));
        if (teams > 0) log.info({ org, into, teams }, 'organisations are joined: teams came along');
      }
    },
  };
}
