import type { Preview } from '../types';

/** The sandbox's own drawing of a card; the others are named after their platforms. */
export const SANDBOX = 'sandbox';

/** The name of a platform's drawing in addresses. */
export function lookOf({ name }: Preview): string {
  return name.toLowerCase();
}
