import type { Response } from 'express';

/** A refusal for programs (RFC 9457). `errors`: what is wrong, by the JSON pointer of each value. */
export interface Problem {
  status: number;
  /** The last part of the type's URN. */
  code: string;
  title: string;
  detail?: string;
  errors?: readonly { pointer: string; detail: string }[];
}

/** Thrown where a request is refused. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

const TITLES = {
  'not-found': [404, 'There is no such thing, or it is not yours to see'],
  'method-not-allowed': [405, 'This address takes other methods'],
  'not-acceptable': [406, 'The answer does not exist in a format that you accept'],
  'unsupported-media-type': [415, 'Send the body in a format that this address takes'],
  'body-too-large': [413, 'The body is too large'],
  'body-not-read': [400, 'The body cannot be read'],
  'bad-request': [400, 'Something in the request is wrong'],
  'bad-cursor': [400, 'The cursor is not one of this list and token'],
  unauthorized: [401, 'A token is needed, and this one is none or is over'],
  'scope-missing': [403, 'The token may not be used for this'],
  forbidden: [403, 'The person of the token may not do this'],
  refused: [422, 'This cannot be done'],
  'key-reused': [422, 'The Idempotency-Key was used for another request'],
  'still-running': [409, 'A request with this Idempotency-Key is being done'],
  'too-many-requests': [429, 'Too many requests'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof TITLES;

export function problem(code: ProblemCode, more: Pick<Problem, 'detail' | 'errors'> = {}): Problem {
  const [status, title] = TITLES[code];
  return { status, code, title, ...more };
}

export function sendProblem(response: Response, { status, code, title, detail, errors }: Problem): void {
  const body = { type: `urn:telework-days:problem:${code}`, title, status, detail, errors };
  response
    .status(status)
    .set('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
}
