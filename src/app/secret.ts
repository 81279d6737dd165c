import type { Ports } from './core';

/** A text that nobody guesses: 64 letters and digits, of 244 random bits. */
export function newSecret({ newId }: Ports<'newId'>): string {
  return `${newId()}${newId()}`.replaceAll('-', '');
}
