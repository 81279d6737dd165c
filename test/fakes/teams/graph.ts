import { randomBytes } from 'node:crypto';
import type { Answer } from './routes';
import type { World } from './world';

/* The part of Microsoft Graph that sets status messages, strict as the real one. */

interface Shown {
  content: string;
  /** Epoch ms; null: it does not end. */
  until: number | null;
}

export interface FakeGraph {
  /** Tenants whose administrator has consented to `Presence.ReadWrite.All`. */
  consented: Set<string>;
  /** What people read, by object id; null: nothing. */
  shown(user: string): string | null;
  /** The person sets one themselves. */
  sets(user: string, content: string): void;
  /** People without a licence for Teams, by object id. */
  unlicensed: Set<string>;
  /** The next call is answered with this status. */
  refuseNext(status: number, retryAfter?: number): void;
  issue(tenant: string, seconds: number): string;
  serve(ask: { method: string; path: string; authorization: string; text: string }): Answer & {
    retryAfter: number | null;
  };
}

const ROLE = 'Presence.ReadWrite.All';
const LONGEST = 280;
const PATH = /^v1\.0\/users\/([^/]+)\/presence(\/setStatusMessage)?$/;
/** The times that Graph takes: without a zone of their own. */
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?$/;

export function makeGraph(world: World, now: () => number): FakeGraph {
  const tokens = new Map<string, { tenant: string; until: number; roles: string[] }>();
  const statuses = new Map<string, Shown>();
  const consented = new Set<string>([world.home]);
  const unlicensed = new Set<string>();
  let next: { status: number; retryAfter: number | null } | null = null;
  const error = (status: number, code: string) => ({ status, body: { error: { code, message: code } } });

  function current(user: string): string | null {
    const shown = statuses.get(user);
    return shown && (shown.until === null || shown.until > now()) && shown.content !== ''
      ? shown.content
      : null;
  }

  function set(user: string, text: string): Answer {
    const { statusMessage } = JSON.parse(text) as {
      statusMessage?: {
        message?: { content?: unknown; contentType?: unknown };
        expiryDateTime?: { dateTime?: string; timeZone?: string };
      };
    };
    const { content, contentType } = statusMessage?.message ?? {};
    const { dateTime = null, timeZone } = statusMessage?.expiryDateTime ?? {};
    if (typeof content !== 'string' || contentType !== 'text') return error(400, 'BadRequest');
    if (content.length > LONGEST) return error(400, 'BadRequest');
    if (dateTime !== null && (!WALL_TIME.test(dateTime) || timeZone !== 'UTC'))
      return error(400, 'BadRequest');
    const until = dateTime === null ? null : Date.parse(`${dateTime}Z`);
    if (until !== null && until <= now()) return error(400, 'BadRequest');
    statuses.set(user, { content, until });
    return { status: 200, body: null };
  }

  function run(method: string, path: string, authorization: string, text: string): Answer {
    const token = tokens.get(authorization.replace(/^Bearer /, ''));
    if (!token || token.until <= now()) return error(401, 'InvalidAuthenticationToken');
    const [, user = '', action] = PATH.exec(path) ?? [];
    if (user === '' || (action ? 'POST' : 'GET') !== method) return error(404, 'ResourceNotFound');
    if (!token.roles.includes(ROLE)) return error(403, 'Forbidden');
    const person = world.findPerson(user);
    if (person?.tenant !== token.tenant || unlicensed.has(user)) return error(404, 'NotFound');
    if (action) return set(user, text);
    // When it ends is not told of another person.
    const content = current(user);
    const statusMessage = content === null ? null : { message: { content, contentType: 'text' } };
    return {
      status: 200,
      body: { id: user, availability: 'Available', activity: 'Available', statusMessage },
    };
  }

  return {
    consented,
    unlicensed,
    shown: current,
    sets: (user, content) => void statuses.set(user, { content, until: null }),
    refuseNext(status, retryAfter) {
      next = { status, retryAfter: retryAfter ?? null };
    },
    issue(tenant, seconds) {
      const value = randomBytes(16).toString('base64url');
      // Roles stand in the token: consent that comes later needs another one.
      tokens.set(value, {
        tenant,
        until: now() + seconds * 1_000,
        roles: consented.has(tenant) ? [ROLE] : [],
      });
      return value;
    },
    serve({ method, path, authorization, text }) {
      const order = next;
      next = null;
      if (order) return { ...error(order.status, 'ByOrder'), retryAfter: order.retryAfter };
      return { ...run(method, path, authorization, text), retryAfter: null };
    },
  };
}
