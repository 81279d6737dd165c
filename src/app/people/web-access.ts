import type { Right } from '../../domain/permissions';
import { refuse } from '../../domain/refusal';
import type { Millis } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { WebPerson } from '../../ports/store/web-access';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import type { IntentOf } from '../intent';
import { newSecret } from '../secret';

const MINUTE_MS: Millis = 60_000;
/** How long a link is good. */
const LINK_MINUTES = 10;

/** Where a link leads, from the address of the pages on; the code follows. */
const ENTRY = '/office/enter/';

/** A link by which the person, who is known to the chat platform, signs in to the pages: once, within ten minutes. */
export async function offerWebLink({
  core,
  actor,
  member,
}: RequestContext<'newId' | 'pagesAt' | 'webAccess'>): Promise<RequestResult> {
  if (core.pagesAt === null) return refuse('no-pages');
  const entry = await entryFor(core, { org: actor.org, person: member.id });
  return { kind: 'web-link', url: `${core.pagesAt}${entry}`, minutes: LINK_MINUTES };
}

/** The path by which the person signs in to the pages, once, within ten minutes. */
export async function entryFor(core: Ports<'newId' | 'webAccess'>, of: WebPerson): Promise<string> {
  const code = newSecret(core);
  await core.webAccess.offer(code, of, LINK_MINUTES * MINUTE_MS);
  return `${ENTRY}${code}`;
}

/** Ends the person's sessions, and the links that they have not used. */
export async function endOwnSessions({
  core,
  actor,
  member,
}: RequestContext<'webAccess'>): Promise<MessageBody> {
  const sessions = await core.webAccess.endAll({ org: actor.org, person: member.id });
  return { kind: 'web-signed-out', sessions, everybody: false };
}

/** Ends the sessions and links of everybody in the organisation. */
export async function endAllSessions(
  { core, actor }: RequestContext<'webAccess'>,
  _intent: IntentOf<'web-sign-out-all'>,
  _right: Right<'end-web-sessions'>,
): Promise<MessageBody> {
  const sessions = await core.webAccess.endAll({ org: actor.org, person: null });
  return { kind: 'web-signed-out', sessions, everybody: true };
}
