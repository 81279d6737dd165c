import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Millis } from '../../domain/time/calendar';

/** Browsers send a cookie of the first name by https only, to this host alone; the second one is for this machine. */
const COOKIE = { secure: '__Host-telework', plain: 'telework' } as const;

/** The browser's side of a session: a cookie that scripts and other sites cannot read. */
export class SessionCookie {
  readonly #secure: boolean;
  readonly #lifeMs: Millis;

  /** `secure`: people reach the pages by https. */
  constructor({ secure, lifeMs }: { secure: boolean; lifeMs: Millis }) {
    this.#secure = secure;
    this.#lifeMs = lifeMs;
  }

  get #name(): string {
    return this.#secure ? COOKIE.secure : COOKIE.plain;
  }

  /** The token that the browser sent; null: none. */
  read({ headers }: Pick<Request, 'headers'>): string | null {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    const found = pairs.filter(([name]) => name === this.#name).map(([, value = '']) => value);
    const [token = ''] = found;
    // Two of one name: another site of the same host has set one.
    return found.length === 1 && /^[\w-]{1,200}$/.test(token) ? token : null;
  }

  set(response: Response, token: string): void {
    response.cookie(this.#name, token, { ...this.#options, maxAge: this.#lifeMs });
  }

  clear(response: Response): void {
    response.clearCookie(this.#name, this.#options);
  }

  get #options() {
    return { httpOnly: true, secure: this.#secure, sameSite: 'lax', path: '/' } as const;
  }
}

/** What every form of a session's pages brings along: other sites cannot know it. */
export function formKeyOf(token: string): string {
  return digest(`form ${token}`).toString('base64url');
}

/** Whether a request comes from a page of this session, and not from another site. */
export function isOwnForm({ headers }: Pick<Request, 'headers'>, token: string, key: unknown): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin, host } = headers;
  if (origin !== undefined && origin.replace(/^https?:\/\//, '') !== host) return false;
  return typeof key === 'string' && timingSafeEqual(digest(key), digest(formKeyOf(token)));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
