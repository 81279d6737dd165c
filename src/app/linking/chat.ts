import type { Card } from '../../domain/card';
import type { Addresses } from '../../domain/people/addresses';
import type { OrgId, Person, PersonId } from '../../domain/people/person';
import { isOutsider } from '../../domain/people/roster';
import { type Chat, ChatError, type Place, type Post, type PostKey, type Standing } from '../../ports/chat';
import { isElsewhereWorthTrying, isGone } from '../delivery/outcome';
import type { Persons } from './persons';
import { joinStatuses } from './statuses';

/** Persons of a roster that are looked up together. */
const AT_ONCE = 500;

/** The chats as the core sees them: addresses of a joined organisation find their way back to its platform. */
export function joinChat(chat: Chat, addresses: Addresses, persons: Persons): Chat {
  async function direct(org: OrgId, id: PersonId, card: Card, key: PostKey): Promise<Post> {
    const to = addresses.outward(org, id);
    return addresses.inward(to.org, await chat.direct(to.org, to.address, card, key));
  }

  async function* roster(org: OrgId, place: Place): AsyncIterable<Person> {
    const at = addresses.outward(org, place);
    let some: Person[] = [];
    for await (const person of chat.roster(at.org, at.address)) {
      if (isOutsider(person)) continue;
      some.push(person);
      if (some.length < AT_ONCE) continue;
      yield* await persons.everybody(at.org, some);
      some = [];
    }
    yield* await persons.everybody(at.org, some);
  }

  return {
    roster,
    async post(org, place, card, key) {
      const at = addresses.outward(org, place);
      return addresses.inward(at.org, await chat.post(at.org, at.address, card, key));
    },
    edit(org, post, card) {
      const at = addresses.outward(org, post);
      return chat.edit(at.org, at.address, card);
    },
    /** To the id they used last; to another one where that cannot be reached. */
    async direct(org, person, card, key) {
      const ids = await persons.idsOf(org, person);
      for (const [index, id] of ids.entries()) {
        try {
          return await direct(org, id, card, key);
        } catch (error) {
          const more = index < ids.length - 1;
          if (!more || !isElsewhereWorthTrying(error)) throw error;
        }
      }
      throw new ChatError('gone', 'this person has no address');
    },
    group: (org, name) => groupOf({ chat, addresses, persons }, org, name),
    async forget(org, person) {
      for (const id of await persons.idsOf(org, person)) {
        const known = addresses.outward(org, id);
        await chat.forget(known.org, known.address);
      }
    },
    ...joinStatuses(chat, addresses, persons),
    standing: (org, person) => standingOf({ chat, addresses, persons }, org, person),
    async isShared(org, place) {
      const at = addresses.outward(org, place);
      return chat.isShared(at.org, at.address);
    },
    async mayManage(org, person, place) {
      const at = addresses.outward(org, place);
      const ids = (await persons.idsOf(org, person)).map((id) => addresses.outward(org, id));
      const own = ids.find((id) => id.org === at.org);
      return own !== undefined && chat.mayManage(own.org, own.address, at.address);
    },
  };
}

/** Under the id that administers most; ids that their platform does not know any more are left out. */
async function standingOf(
  { chat, addresses, persons }: { chat: Chat; addresses: Addresses; persons: Persons },
  org: OrgId,
  person: PersonId,
): Promise<Standing> {
  let best: Standing | null = null;
  for (const id of await persons.idsOf(org, person)) {
    const known = addresses.outward(org, id);
    try {
      const found = await chat.standing(known.org, known.address);
      if (best === null || found.roles.organisation === 'yes') best = found;
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  if (best === null) throw new ChatError('gone', 'no platform knows this person');
  return best;
}

/** By the first of the organisation's platforms that knows such a group. */
async function groupOf(
  { chat, addresses, persons }: { chat: Chat; addresses: Addresses; persons: Persons },
  org: OrgId,
  name: string,
): ReturnType<Chat['group']> {
  let answer: Awaited<ReturnType<Chat['group']>> = 'unsupported';
  for (const each of addresses.members(org)) {
    const found = await chat.group(each, name);
    if (found && found !== 'unsupported')
      return { ...found, members: await persons.behind(each, found.members) };
    if (found === null) answer = null;
  }
  return answer;
}
