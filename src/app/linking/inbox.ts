import type { Addresses } from '../../domain/people/addresses';
import type { OrgId } from '../../domain/people/person';
import { isOutsider } from '../../domain/people/roster';
import type { Actor, Inbox, Readdress } from '../../ports/inbox';
import type { Persons } from './persons';

/** The inbox as adapters see it: what they tell of an organisation that was joined reaches the core as part of it. */
export function joinInbox(inbox: Inbox, addresses: Addresses, persons: Persons): Inbox {
  async function known(actor: Actor): Promise<Actor> {
    const { org, place } = actor;
    return {
      ...actor,
      org: addresses.orgOf(org),
      // An outsider is refused, so that nothing links them.
      person: isOutsider(actor.person) ? actor.person : await persons.acting(org, actor.person),
      place: place === null ? null : addresses.inward(org, place),
    };
  }

  return {
    press: async (actor, action) => inbox.press(await known(actor), action),
    command: async (actor, text) => inbox.command(await known(actor), text),
    submit: async (actor, form, values) => inbox.submit(await known(actor), form, values),
    home: async (actor) => inbox.home(await known(actor)),
    shown: async (actor, action) => inbox.shown(await known(actor), action),
    member: async (org, place, person, change) =>
      inbox.member(
        addresses.orgOf(org),
        addresses.inward(org, place),
        await persons.told(org, person),
        change,
      ),
    profile: async (org, person) => inbox.profile(addresses.orgOf(org), await persons.told(org, person)),
    async place(org, place, name, { by, ...about } = {}) {
      const [person] = by === undefined ? [] : await persons.behind(org, [by]);
      await inbox.place(addresses.orgOf(org), addresses.inward(org, place), name, {
        ...about,
        ...(person === undefined ? {} : { by: person }),
      });
    },
    sharingChanged: (org, place) => inbox.sharingChanged(addresses.orgOf(org), addresses.inward(org, place)),
    moved: (org, from, to, readdress) =>
      inbox.moved(
        addresses.orgOf(org),
        addresses.inward(org, from),
        addresses.inward(org, to),
        joinReaddress(addresses, org, readdress),
      ),
    places: (org, { places, readdress }) =>
      inbox.places(addresses.orgOf(org), {
        places: places.map((one) => ({ ...one, place: addresses.inward(org, one.place) })),
        readdress: joinReaddress(addresses, org, readdress),
        part: org,
      }),
    async statusAccessChanged(org, id) {
      const [person = id] = await persons.behind(org, [id]);
      return inbox.statusAccessChanged(addresses.orgOf(org), person);
    },
    async installed(org, id, seen) {
      const [person = id] = await persons.behind(org, [id]);
      await inbox.installed(addresses.orgOf(org), person, seen);
    },
    removed: (org) => inbox.removed(addresses.orgOf(org), org),
  };
}

function joinReaddress(addresses: Addresses, org: OrgId, readdress: Readdress): Readdress {
  const own = (address: string) => addresses.outward(addresses.orgOf(org), address);
  return (post, from, to) =>
    own(post).org === org
      ? addresses.inward(org, readdress(own(post).address, own(from).address, own(to).address))
      : post;
}
