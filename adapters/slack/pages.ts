import { ChatError } from '../../src/ports/chat';

interface Page {
  response_metadata?: { next_cursor?: string | undefined } | undefined;
}

/** More than the largest workspace has. */
const MOST_PAGES = 400;

/** Page by page, to the last. A list that goes in circles, or never ends, is given up: nothing came of it. */
export async function* pagesOf<T extends Page>(
  ask: (from: { cursor?: string }) => Promise<T>,
): AsyncIterable<T> {
  const seen = new Set<string>();
  for (let cursor = ''; ; ) {
    const page = await ask(cursor === '' ? {} : { cursor });
    yield page;
    cursor = page.response_metadata?.next_cursor ?? '';
    if (cursor === '') return;
    if (seen.has(cursor) || seen.size >= MOST_PAGES)
      throw new ChatError('unreachable', 'the pages of Slack’s list do not end');
    seen.add(cursor);
  }
}
