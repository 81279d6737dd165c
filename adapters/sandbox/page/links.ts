import type { View } from './view';

/** The address of another look at the page; a language asked for by address stays. */
export function hrefOf(
  { asked }: Pick<View, 'asked'>,
  query: { as: string; in?: string | undefined; all?: string },
): string {
  const search = new URLSearchParams({ as: query.as });
  if (query.in) search.set('in', query.in);
  if (query.all) search.set('all', query.all);
  if (asked) search.set('lang', asked);
  return `/sandbox?${search}`;
}
