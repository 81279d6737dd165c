import type { Response } from 'express';
import type { Api, Call } from '../../app/api';
import { isRefusal, type Refusal } from '../../domain/refusal';
import type { OfficeWords } from '../office/words';
import { cursorOf, keyIn, pageOf } from './paging';
import { type ProblemCode, problem, Refused } from './problems';

/** A request that was judged: by its token, its schemas and its rate. */
export interface ApiRequest {
  api: Api;
  call: Call;
  /** The secret of the token, which signs cursors. */
  secret: string;
  response: Response;
  /** The format of the answer that was asked for. */
  format: string;
  words: OfficeWords;
  /** By the schemas of the operation. */
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  /** Takes more of the token's rate, or throws a `too-many-requests` problem. */
  spend(cost: number): void;
}

/** The answer was sent already, in another format than JSON. */
export const SENT = Symbol('sent');

const NOT_FOUND: ReadonlySet<string> = new Set([
  'unknown-campaign',
  'no-campaign',
  'poll-unknown',
  'unknown-team',
]);
const FORBIDDEN =
  /^(?:not-(?:admin|org-admin|operator|workspace-admin|channel-maker|installer)|no-admin-set.*|roles-unknown)$/;

/** Throws a refusal of the app as a problem, in the words of the person. */
export function unlessRefused<Result extends object>(
  { api, call }: ApiRequest,
  result: Result | Refusal,
): Result {
  if (!isRefusal(result)) return result;
  const { text, fields } = api.say(call, result);
  const errors = fields.map(({ field, text: detail }) => ({ pointer: `/${field}`, detail }));
  throw new Refused(problem(codeOf(result), { detail: text, ...(errors.length > 0 && { errors }) }));
}

function codeOf({ refusal }: Refusal): ProblemCode {
  if (NOT_FOUND.has(refusal)) return 'not-found';
  return FORBIDDEN.test(refusal) ? 'forbidden' : 'refused';
}

/** One page of a list whose items come in the order of their keys. */
export async function listed<Item, Shown>(
  { query, secret }: ApiRequest,
  list: string,
  items: AsyncIterable<Item> | Iterable<Item>,
  { keyOf, show }: { keyOf(item: Item): string; show(item: Item): Shown },
): Promise<{ items: Shown[]; next: string | null }> {
  const after = afterOf(query, list, secret);
  const { items: page, lastKey } = await pageOf(items, { after, limit: Number(query.limit), keyOf });
  return { items: page.map(show), next: lastKey === null ? null : cursorOf(list, lastKey, secret) };
}

/** The key after which the page begins; null: at the first. */
export function afterOf(query: ApiRequest['query'], list: string, secret: string): string | null {
  return typeof query.cursor === 'string' ? keyIn(query.cursor, list, secret) : null;
}
