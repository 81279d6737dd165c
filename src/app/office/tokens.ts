import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { hasControl, MAX_NAME, tidyName } from '../../domain/text';
import type { Millis } from '../../domain/time/calendar';
import type { ApiToken, Scope } from '../../ports/store/api-tokens';
import { newSecret } from '../secret';
import { onTrail } from '../trail';
import { administersAll } from './today';
import type { Visit } from './visit';

const DAY_MS: Millis = 24 * 3_600_000;

/** How long a token may be good, in days. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;

/** More is a program that makes tokens. */
const MOST_TOKENS = 50;

/** The beginning of each token, by which secrets are found that lie where they should not. */
const TOKEN_PREFIX = 'twd_';

/** A token as its owner or an administrator sees it. */
export interface TokenRow extends Pick<ApiToken, 'id' | 'name' | 'scopes' | 'madeAt' | 'until' | 'usedAt'> {
  /** Null: the visitor's own. */
  owner: string | null;
  over: boolean;
}

/** The visitor's tokens; for administrators of the organisation those of everybody. */
export async function tokensOf(visit: Visit): Promise<TokenRow[]> {
  const { core, actor, member } = visit;
  // By the database's time, as a token's end: the visit may be on simulated time.
  const now = await core.time();
  const all = await administersAll(visit);
  const tokens = await core.apiTokens.list(actor.org, all ? null : member.id);
  return Promise.all(
    tokens.map(async ({ person, org: _, ...token }) => ({
      ...token,
      owner: person === member.id ? null : ((await core.people.get(actor.org, person))?.name ?? '?'),
      over: token.until <= now,
    })),
  );
}

/** Makes a token of the visitor's own and resolves with its secret, which nothing keeps. What administrators alone may write takes their role. */
export async function makeToken(
  visit: Visit,
  asked: { name: string; scopes: readonly Scope[]; days: number },
): Promise<{ secret: string } | 'too-many' | Refusal> {
  const { core, actor, member, now } = visit;
  const name = tidyName(asked.name).slice(0, MAX_NAME);
  if (name === '' || hasControl(name)) return refuse('bad-form', { field: 'name' });
  if (asked.scopes.length === 0) return refuse('bad-form', { field: 'scopes' });
  if (asked.scopes.includes('org:write') && !(await administersAll(visit))) return refuse('not-org-admin');
  const own = await core.apiTokens.list(actor.org, member.id);
  if (own.length >= MOST_TOKENS) return 'too-many';
  const days = TOKEN_DAYS.find((one) => one === asked.days) ?? TOKEN_DAYS[0];
  const id = core.newId();
  const secret = `${TOKEN_PREFIX}${newSecret(core)}`;
  const token = { org: actor.org, person: member.id, id, name, scopes: [...asked.scopes] };
  const entry = { org: actor.org, team: null, person: member.id, at: now, before: {}, after: {} };
  const done = await onTrail(
    core,
    { ...entry, intent: 'token-make' },
    async () => {
      await core.apiTokens.add(secret, token, days * DAY_MS);
      return {};
    },
    async () => ({ before: {}, after: { token: asked.scopes.join(' ') } }),
  );
  return isRefusal(done) ? done : { secret };
}

/** Ends a token; administrators end those of others, too. False: there is none. */
export async function revokeToken(visit: Visit, id: string): Promise<boolean> {
  const { core, actor, member, now } = visit;
  const of = (await administersAll(visit)) ? null : member.id;
  const entry = { org: actor.org, team: null, person: member.id, at: now, before: {}, after: {} };
  let isRevoked = false;
  await onTrail(
    core,
    { ...entry, intent: 'token-revoke' },
    async () => {
      isRevoked = await core.apiTokens.revoke(actor.org, of, id);
      return {};
    },
    async () => (isRevoked ? { before: {}, after: {} } : null),
  );
  return isRevoked;
}
