import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { type Answer, headerOf } from '../ports/post';

/** The refusal of a request; null: it may pass. */
export type Guard = (request: IncomingMessage) => Answer | null;

/** Who may use routes that ask for no proof of their own. */
export interface OpenAccess {
  /** What a request must bring; null: it must come from this machine instead. */
  token: string | null;
  /** Names under which this machine is called, apart from `localhost` and its addresses. */
  hosts: readonly string[];
  /** The setting that gives the token a value. */
  setting: 'SANDBOX_TOKEN' | 'METRICS_TOKEN';
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
/** Proxies add these: their connection comes from this machine, the request does not. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
/** One each: signing in to a page for one of the tokens does not sign out of the pages for the other. */
const COOKIES = { SANDBOX_TOKEN: 'telework-access', METRICS_TOKEN: 'telework-setup' } as const;

/**
 * Without a token, only requests of this machine pass: over a loopback connection, through no proxy, under a name of this
 * machine (another name is a rebound DNS name). With one, only requests that bring it, as a bearer token or as the cookie
 * of `signIn`. Either way a page of another site may not send anything.
 */
export function guardOpen({ token, hosts, setting }: OpenAccess): Guard {
  const names = new Set([...LOOPBACK_NAMES, ...hosts.map((host) => host.toLowerCase())]);
  return (request) => {
    if (token === null) {
      if (!isLocal(request))
        return refusal(403, `only this machine is served: set ${setting} to serve others`);
      if (!names.has(hostname(request.headers.host))) {
        return refusal(421, 'this host name is not served here: open http://127.0.0.1 instead');
      }
    } else if (!brings(request, token, COOKIES[setting])) return refusal(401, `${setting} is needed`);
    return sameOrigin(request) ? null : refusal(403, 'requests from other sites are refused');
  };
}

/** The same for Express. */
export function guardRoutes(access: OpenAccess): RequestHandler {
  const guard = guardOpen(access);
  return (request, response, next) => {
    const refused = guard(request);
    if (!refused) return next();
    if (refused.status === 401) response.set('www-authenticate', 'Bearer');
    response.status(refused.status).json(refused.json);
  };
}

/** A browser that opens a page with `?token=` gets a cookie that brings the token, and the page without it. */
export function signIn({ token, setting }: Pick<OpenAccess, 'token' | 'setting'>): RequestHandler {
  return ({ method, query, originalUrl }, response, next) => {
    if (token === null || method !== 'GET' || !isSame(String(query.token ?? ''), token)) return next();
    response.cookie(COOKIES[setting], cookieOf(token), { httpOnly: true, sameSite: 'strict' });
    response.set('cache-control', 'no-store').redirect(withoutToken(originalUrl));
  };
}

function refusal(status: number, error: string): Answer {
  return { status, json: { error }, refused: error };
}

function isLocal({ socket, headers }: IncomingMessage): boolean {
  return (
    LOOPBACK_ADDRESS.test(socket.remoteAddress ?? '') &&
    FORWARDED.every((name) => headers[name] === undefined)
  );
}

function brings({ headers }: IncomingMessage, token: string, name: string): boolean {
  const bearer = headers.authorization?.replace(/^Bearer /i, '') ?? '';
  const cookie = new RegExp(`(?:^|;) *${name}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? '';
  return isSame(bearer, token) || isSame(cookie, cookieOf(token));
}

function cookieOf(token: string): string {
  return digest(token).toString('hex');
}

/** Compares digests, so that the time it takes does not depend on the texts. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function withoutToken(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  searchParams.delete('token');
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return `/${pathname.replace(/^\/+/, '')}${query}`;
}

function sameOrigin({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const { host } = headers;
  const origin = headerOf(headers.origin);
  return origin === undefined || origin.replace(/^https?:\/\//, '').toLowerCase() === host?.toLowerCase();
}

/** The name in a Host header, in small letters; empty for one that is missing or malformed. */
function hostname(host: string | undefined): string {
  const match = /^(\[[0-9a-f:]+\]|[^:/?#@]+)(?::\d+)?$/i.exec(host ?? '');
  return match?.[1]?.toLowerCase() ?? '';
}
