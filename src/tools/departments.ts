import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onTrail } from '../app/trail';
import { isRefusal, type Refusal, refuseFile } from '../domain/refusal';
import { type Assignment, DEPARTMENT_COLUMNS, readDepartments } from '../domain/teams/department-file';
import { withAssigned } from '../domain/teams/structure';
import type { Team } from '../domain/teams/team';
import { decodeFile, type FileBounds } from '../domain/typed/csv';
import { refusalLines } from '../present/refusal-lines';
import { openStore, STORE_FILE } from '../store';
import { Refused, runCommand } from './command';
import { readSettings } from './settings';

/* `npm run departments -- import FILE.csv --org slack:T0123` puts each team of the file into its department. */

const USAGE =
  'Name the file and the organisation: npm run departments -- import FILE.csv --org slack:T0123456789';
const BOUNDS: FileBounds = { bytes: 5_000_000, rows: 50_000 };

async function importDepartments(): Promise<void> {
  const { file, org } = readArguments();
  const { store: place } = readSettings();
  const target = place.kind === 'postgres' ? place : { file: join(place.dataDir, STORE_FILE) };
  const store = await openStore({ ...target, now: () => Date.now() });
  try {
    const rows = readFile(file, await store.teams.list(org));
    const ids = rows.map(() => randomUUID());
    const before = await store.structures.get(org);
    const changed = await onTrail(
      store,
      {
        ...{ org, team: null, person: 'operator', at: Date.now(), intent: 'departments-import' },
        ...{ before: {}, after: {} },
      },
      () =>
        store.structures.change(org, (now) => {
          const left = [...ids];
          return withAssigned(now, rows, () => left.shift() ?? '');
        }),
      async () => ({ before: {}, after: { teams: String(rows.length) } }),
    );
    if (isRefusal(changed)) throw refused(changed);
    const said = changed.version === before.version ? 'nothing changed' : 'the departments are changed';
    process.stdout.write(
      `${rows.length} teams of the file, ${changed.departments.length} departments: ${said}.\n`,
    );
  } finally {
    await store.close();
  }
}

function readArguments(): { file: string; org: string } {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { org: { type: 'string' } } });
  const [command, file, ...more] = positionals;
  const { org = '' } = values;
  if (command !== 'import' || !file || more.length > 0) throw new Refused(USAGE);
  if (!/^(slack:[A-Z0-9]+|teams:[0-9a-z-]+)$/.test(org)) throw new Refused(USAGE);
  return { file, org };
}

function readFile(file: string, teams: readonly Team[]): Assignment[] {
  if (statSync(file).size > BOUNDS.bytes) throw new Refused(`${file} is larger than ${BOUNDS.bytes} bytes.`);
  const text = decodeFile(readFileSync(file), DEPARTMENT_COLUMNS, BOUNDS);
  if (typeof text !== 'string') throw refused(refuseFile([text]));
  const rows = readDepartments(text, teams, BOUNDS);
  if ('faults' in rows) throw refused(refuseFile(rows.faults));
  return rows;
}

function refused(refusal: Refusal): Refused {
  return new Refused(refusalLines(refusal, 'en', new Date().toISOString().slice(0, 10)).join('\n'));
}

runCommand(importDepartments, 'Nothing was imported.');
