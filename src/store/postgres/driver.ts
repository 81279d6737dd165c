let loaded: typeof import('pg') | null = null;

/**
 * PostgreSQL's driver, loaded at its first use: a bot on SQLite starts a sixth of a second sooner without it. Kept in a
 * variable, because it is read once per column and `require` looks the package up each time.
 */
export function driver(): typeof import('pg') {
  loaded ??= require('pg') as typeof import('pg');
  return loaded;
}
