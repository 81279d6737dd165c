import type { Intent } from '../app/intent';
import { PAGES } from './words';

/** The pages on the web: a link to them, or the end of sessions there. `text`: folded, the whole line. */
export function parsePages(text: string): Intent | null {
  const kind = PAGES.exact(text);
  return kind ? { kind } : null;
}
