import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { slackLanes } from '../../adapters/slack/owned-data';
import { teamsLanes } from '../../adapters/teams/owned-data';
import type { Config } from '../config';
import type { OrgId } from '../domain/people/person';
import type { OwnedData, RowCounts } from '../ports/store/erasure';
import { openStore, STORE_FILE } from '../store';
import { Refused, runCommand } from './command';
import { readSettings } from './settings';

/*
 * `npm run erase-org -- slack:T0123` counts what is kept of an organisation; with `--confirm slack:T0123` it is erased.
 */

const USAGE = 'Name the organisation: npm run erase-org -- slack:T0123456789, or teams:<tenant id>';

interface Asked {
  org: OrgId;
  what: 'erase' | 'count';
}

async function eraseOrg(): Promise<void> {
  const asked = readArguments();
  const config = readSettings();
  const whole = config.joined.pairs.find((pair) => pair.org === asked.org);
  if (whole) throw new Refused(`${asked.org} is kept as part of ${whole.into}: name that one.`);
  const { store: place } = config;
  const target = place.kind === 'postgres' ? place : { file: join(place.dataDir, STORE_FILE) };
  const store = await openStore({ ...target, now: () => Date.now() });
  try {
    const rows = await store.eraseOrg(asked.org, ownedDataOfAll(config, asked.org), asked.what);
    process.stdout.write(report(asked, rows));
  } finally {
    await store.close();
  }
}

function readArguments(): Asked {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { confirm: { type: 'string' } },
  });
  const [org = '', ...more] = positionals;
  if (more.length > 0 || !lanesOf(org)) throw new Refused(USAGE);
  if (values.confirm !== undefined && values.confirm !== org) {
    throw new Refused('--confirm names another organisation. Nothing was erased.');
  }
  return { org, what: values.confirm === org ? 'erase' : 'count' };
}

/** The organisations joined to it, whose records are under its name, and the rate limits of all. */
function ownedDataOfAll({ joined }: Config, org: OrgId): OwnedData {
  const parts = joined.pairs.filter(({ into }) => into === org).map((pair) => pair.org);
  const all = [org, ...parts].flatMap((each) => lanesOf(each) ?? []);
  return { parts, lanes: all };
}

/** Null: not the name of an organisation. */
function lanesOf(org: OrgId): OwnedData['lanes'] | null {
  if (!/^(slack:[A-Z0-9]+|teams:[0-9a-z-]+)$/.test(org)) return null;
  return teamsLanes(org) ?? slackLanes(org);
}

function report({ org, what }: Asked, rows: RowCounts): string {
  const lines = Object.entries(rows).map(([table, count]) => `${table}: ${count}`);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const end =
    what === 'erase'
      ? `${total} rows of ${org} were erased. Backups still hold them.`
      : `${total} rows are kept of ${org}. Nothing was erased: to do so, add --confirm ${org}`;
  return `${[...lines, end].join('\n')}\n`;
}

runCommand(eraseOrg, 'Nothing was erased.');
