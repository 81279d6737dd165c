import { pagesOf } from '../../src/ports/pages';

interface Page {
  response_metadata?: { next_cursor?: string | undefined } | undefined;
}

/** Every page of one of Slack's lists. Throws `unreachable` when the list does not end. */
export function slackPages<T extends Page>(ask: (from: { cursor?: string }) => Promise<T>): AsyncIterable<T> {
  return pagesOf(
    (cursor) => ask(cursor === '' ? {} : { cursor }),
    ({ response_metadata }) => response_metadata?.next_cursor,
  );
}
