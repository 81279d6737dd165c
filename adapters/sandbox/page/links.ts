import { SANDBOX } from './looks';
import type { View } from './view';

/** The address of another look at the page; the language that the address asks for, and the drawing, stay. */
export function hrefOf(
  { asked, look }: Pick<View, 'asked' | 'look'>,
  query: { as: string; in?: string | undefined; all?: string; look?: string },
): string {
  const search = new URLSearchParams({ as: query.as });
  if (query.in) search.set('in', query.in);
  if (query.all) search.set('all', query.all);
  if (asked) search.set('lang', asked);
  const drawing = query.look ?? (look === SANDBOX ? undefined : look);
  if (drawing) search.set('look', drawing);
  return `/sandbox?${search}`;
}
