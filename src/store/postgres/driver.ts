let loaded: typeof import('pg') | null = null;

/**
 * PostgreSQL's driver, loaded at its first use: a bot on a file does without, and starts a sixth of a second sooner. Kept,
 * as it is asked for once a column, and `require` looks the package up anew each time.
 */
export function driver(): typeof import('pg') {
  loaded ??= require('pg') as typeof import('pg');
  return loaded;
}
