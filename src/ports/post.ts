/* Requests that a platform sends to the bot, without the ways of any HTTP library. */

/** HTTP headers by their names in small letters. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The answer to a request. */
export interface Answer {
  status: number;
  /** The body, sent as JSON; an empty body without it. */
  json?: unknown;
  /** Why the request is refused, in a few fixed words for the log; nothing of the request itself. */
  refused?: string;
}

/** The size that a body may have, in bytes. */
export interface Admission {
  maxBytes: number;
}

/** A request whose body was read to its end. */
export interface Post {
  headers: Headers;
  body: Buffer;
  /** Tells the server that the sender is proved: the body then no longer counts as unverified. */
  verified(): void;
}

/** Receives what a platform posts to one path. */
export interface PostReceiver {
  /** Judges the headers before any of the body is read: a refusal, or how large the body may be. */
  admit(headers: Headers): Admission | Answer;
  /** Answers the request. What it throws is logged and answered with status 500. */
  receive(post: Post): Promise<Answer>;
}

/** The value of a header that is sent once. */
export function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Whether the body is sent as JSON. */
export function isJson(headers: Headers): boolean {
  return headerOf(headers['content-type'])?.startsWith('application/json') ?? false;
}

/** The JSON object in a text; null for anything else. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
