import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../config';
import type { OrgId } from '../domain/people/person';
import type { Refusal } from '../domain/refusal';
import { refusalLines } from '../present/refusal-lines';
import { openStore, STORE_FILE } from '../store';
import { Refused } from './command';

/* What the commands that import a file have in common. */

/**
 * Reads `import FILE --org slack:T0123` and the further options that the command has. Throws `Refused` with the usage
 * where anything else is typed.
 */
export function readArguments<Option extends string = never>(
  usage: string,
  further: readonly Option[] = [],
): { file: string; org: OrgId; options: Partial<Record<Option, string>> } {
  const names = ['org', ...further];
  const { positionals, values } = parsed(names, usage);
  const [command, file, ...more] = positionals;
  const { org = '', ...options } = values;
  const isOrg = /^(slack:[A-Z0-9]+|teams:[0-9a-z-]+)$/.test(org);
  if (command !== 'import' || !file || more.length > 0 || !isOrg) throw new Refused(usage);
  return { file, org, options: options as Partial<Record<Option, string>> };
}

function parsed(names: readonly string[], usage: string) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : ''}\n${usage}`.trim());
  }
}

/** The bytes of a file. Throws `Refused` where there is none, or it is larger than `most` bytes. */
export function readBytes(file: string, most: number): Buffer {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new Refused(`There is no file ${file}.`);
  if (stats.size > most) throw new Refused(`${file} is larger than ${most} bytes.`);
  return readFileSync(file);
}

/** The text of a file in UTF-8. Throws `Refused` as `readBytes`, and where it is in another encoding. */
export function readText(file: string, most: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file, most));
  } catch (error) {
    if (error instanceof TypeError) throw new Refused(`${file} is not in UTF-8: save it as UTF-8.`);
    throw error;
  }
}

/** The bot's store, as its settings name it. */
export function openSettingsStore({ store: place }: Pick<Config, 'store'>): ReturnType<typeof openStore> {
  const target = place.kind === 'postgres' ? place : { file: join(place.dataDir, STORE_FILE) };
  return openStore({ ...target, now: () => Date.now() });
}

/** What a refusal says on a terminal. `today`: an ISO date. */
export function asRefused(refusal: Refusal, today = new Date().toISOString().slice(0, 10)): Refused {
  return new Refused(refusalLines(refusal, 'en', today).join('\n'));
}
