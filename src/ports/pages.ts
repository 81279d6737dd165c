import { ChatError } from './chat';

/** More pages than the longest list of any platform has. */
const MAX_PAGES = 400;

/**
 * The pages of a list, each asked for with the cursor of the page before; '' asks for the first. Throws an
 * `unreachable` ChatError when a cursor comes twice, or after 400 pages.
 */
export async function* pagesOf<Page>(
  ask: (cursor: string) => Promise<Page>,
  cursorAfter: (page: Page) => string | null | undefined,
): AsyncIterable<Page> {
  const seen = new Set<string>();
  for (let cursor = ''; ; ) {
    const page = await ask(cursor);
    yield page;
    cursor = cursorAfter(page) ?? '';
    if (cursor === '') return;
    if (seen.has(cursor) || seen.size >= MAX_PAGES)
      throw new ChatError('unreachable', 'the pages of a list do not end');
    seen.add(cursor);
  }
}
