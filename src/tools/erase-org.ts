import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { slackOwnedData } from '../../adapters/slack/owned-data';
import { teamsOwnedData } from '../../adapters/teams/owned-data';
import { type Config, describeFaults, loadConfig } from '../config';
import type { OrgId } from '../domain/people/person';
import type { OwnedData, RowCounts } from '../ports/store/erasure';
import { openStore, STORE_FILE } from '../store';

/*
 * `npm run erase-org -- slack:T0123`: says what is kept of an organisation; with `--confirm slack:T0123` it is erased.
 */

const EXIT_CONFIG = 2;
const EXIT_FAULT = 1;
const USAGE = 'Name the organisation: npm run erase-org -- slack:T0123456789, or teams:<tenant id>';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { confirm: { type: 'string' } },
  });
  const [org = '', ...more] = positionals;
  if (more.length > 0 || !remainsOf(org)) return refuse(USAGE);
  if (values.confirm !== undefined && values.confirm !== org) {
    return refuse('What --confirm names is another organisation. Nothing was erased.');
  }
  const config = loadConfig();
  if ('faults' in config) return refuse(describeFaults(config.faults));
  const whole = config.joined.pairs.find((pair) => pair.org === org);
  if (whole) return refuse(`${org} is kept as part of ${whole.into}: name that one.`);
  await eraseOrg(config, org, values.confirm === org);
}

/** An organisation with all that is joined to it: what they have recorded stands under its name. */
async function eraseOrg(config: Config, org: OrgId, confirmed: boolean): Promise<void> {
  const parts = config.joined.pairs.filter(({ into }) => into === org).map((pair) => pair.org);
  const all = [org, ...parts].flatMap((each) => remainsOf(each) ?? []);
  const remains = {
    memories: all.flatMap(({ memories }) => memories),
    lanes: all.flatMap(({ lanes }) => lanes),
  };
  const { store: place } = config;
  const target = place.kind === 'postgres' ? place : { file: join(place.dataDir, STORE_FILE) };
  const store = await openStore({ ...target, now: () => Date.now() });
  try {
    const erased = await store.eraseOrg(org, remains, confirmed ? 'erase' : 'count');
    process.stdout.write(report(org, erased, confirmed));
  } finally {
    await store.close();
  }
}

function remainsOf(org: OrgId): OwnedData | null {
  if (!/^(slack:[A-Z0-9]+|teams:[0-9a-z-]+)$/.test(org)) return null;
  return teamsOwnedData(org) ?? slackOwnedData(org);
}

function report(org: OrgId, erased: RowCounts, confirmed: boolean): string {
  const lines = Object.entries(erased).map(([table, rows]) => `${table}: ${rows}`);
  const total = Object.values(erased).reduce((sum, rows) => sum + rows, 0);
  const end = confirmed
    ? `${total} rows of ${org} were erased. Backups still hold them.`
    : `${total} rows are kept of ${org}. Nothing was erased: to do so, add --confirm ${org}`;
  return `${[...lines, end].join('\n')}\n`;
}

function refuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = EXIT_CONFIG;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Nothing was erased.'}\n`);
  process.exitCode = EXIT_FAULT;
});
