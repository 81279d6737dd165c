import { createHmac, timingSafeEqual } from 'node:crypto';
import { problem, Refused } from './problems';

/** So many characters of a signature keep a cursor from being made up. */
const SIGNATURE = 22;

/** Where a list goes on: after the item of this key. Bound to the list and to the token, whose secret signs it. */
export function cursorOf(list: string, key: string, secret: string): string {
  return Buffer.from(`${signed(list, key, secret)}${key}`).toString('base64url');
}

/** The key that the cursor holds. Throws a `bad-cursor` problem for one of another list or token, or that was changed. */
export function keyIn(cursor: string, list: string, secret: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [signature, key] = [text.slice(0, SIGNATURE), text.slice(SIGNATURE)];
  const expected = Buffer.from(signed(list, key, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refused(problem('bad-cursor'));
  return key;
}

function signed(list: string, key: string, secret: string): string {
  return createHmac('sha256', secret).update(`${list}\n${key}`).digest('base64url').slice(0, SIGNATURE);
}

/** One page of items that come in the order of their keys: those after the cursor's. */
export async function pageOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  { after, limit, keyOf }: { after: string | null; limit: number; keyOf(item: Item): string },
): Promise<{ items: Item[]; lastKey: string | null }> {
  const page: Item[] = [];
  for await (const item of items) {
    if (after !== null && keyOf(item) <= after) continue;
    if (page.length === limit) return { items: page, lastKey: keyOf(page[limit - 1] as Item) };
    page.push(item);
  }
  return { items: page, lastKey: null };
}
