import { createHash } from 'node:crypto';
import type { Request } from 'express';

const LENGTH = 27;

/** The entity tag of a text (RFC 9110, 8.8.3). */
export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, LENGTH)}"`;
}

/** Whether the client has what this tag stands for (RFC 9110, 13.1.2). */
export function isKnown(request: Request, tag: string): boolean {
  const known = (request.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}
