import { platformOf } from '../../domain/people/addresses';
import { mayVisit } from '../../domain/people/roster';
import type { Roles } from '../../domain/permissions';
import type { Millis } from '../../domain/time/calendar';
import type { Actor } from '../../ports/inbox';
import type { WebPerson } from '../../ports/store/web-access';
import type { RequestContext } from '../context';
import type { PortName, Ports } from '../core';
import { isChatFault, isGone } from '../delivery/outcome';
import { contextOf } from '../requests/context-of';
import { newSecret } from '../secret';

type WholeCore = Ports<PortName>;

/** What a visitor of the pages asks with: the same as in the chat, in private. */
export type Visit = RequestContext<PortName>;

const HOUR_MS: Millis = 3_600_000;
/** How long a session lasts. */
export const SESSION_MS: Millis = 12 * HOUR_MS;

/** The name of the person whom a link is for; null: the link is not good. The link stays good. */
export async function invited(core: WholeCore, code: string): Promise<Visit | null> {
  const person = await core.webAccess.offered(code);
  return person && visitOf(core, person);
}

/** Begins a session by a link, and returns its token; null: the link is not good, or the person is not there any more. */
export async function enter(core: WholeCore, code: string): Promise<string | null> {
  // The person is looked up first: a platform that does not answer must not use the link up.
  if ((await invited(core, code)) === null) return null;
  const token = newSecret(core);
  return (await core.webAccess.enter(code, token, SESSION_MS)) && token;
}

/**
 * Who has this session, as the chat platform knows them now (or 15 minutes ago at most); null: nobody. Where the platform
 * does not answer, no role is known.
 */
export async function visit(core: WholeCore, token: string): Promise<Visit | null> {
  const person = await core.webAccess.session(token);
  return person && visitOf(core, person);
}

/** The visit of a person who proved who they are; null: the platform does not know them any more. */
export async function visitOf(core: WholeCore, { org, person }: WebPerson): Promise<Visit | null> {
  const member = await core.people.get(org, person);
  if (!member) return null;
  const standing = await standingOf(core, { org, person });
  if (standing === null) {
    await core.webAccess.endAll({ org, person });
    return null;
  }
  const { preferences: _, ...known } = member;
  const seen = { ...known, kind: standing.kind ?? member.kind };
  if (!mayVisit(seen)) return null;
  const actor: Actor = {
    org,
    person: seen,
    place: null,
    placeName: '',
    roles: async () => standing.roles,
    prefix: '',
  };
  return contextOf<PortName>(core, actor, 'page', { acts: false });
}

/** Null: the platform does not know the person any more. */
async function standingOf(
  core: WholeCore,
  { org, person }: WebPerson,
): Promise<{ kind: Actor['person']['kind'] | null; roles: Roles } | null> {
  try {
    return await core.chat.standing(org, person);
  } catch (error) {
    if (!isChatFault(error)) throw error;
    if (isGone(error)) return null;
    core.log.warn({ err: error }, 'the roles of a visitor of the pages are not known');
    return {
      kind: null,
      roles: { place: 'unknown', organisation: 'unknown', platform: platformOf(org) },
    };
  }
}
