/** PostgreSQL's driver, loaded at its first use: a bot on a file does without, and starts a sixth of a second sooner. */
export function driver(): typeof import('pg') {
  return require('pg');
}
