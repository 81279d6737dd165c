import { randomUUID } from 'node:crypto';
import { onTrail } from '../app/trail';
import { isRefusal, refuseFile } from '../domain/refusal';
import { type Assignment, DEPARTMENT_COLUMNS, readDepartments } from '../domain/teams/department-file';
import { withAssigned } from '../domain/teams/structure';
import type { Team } from '../domain/teams/team';
import { decodeFile, type FileBounds } from '../domain/typed/csv';
import { runCommand } from './command';
import { asRefused, openSettingsStore, readArguments, readBytes } from './import';
import { readSettings } from './settings';

/* `npm run departments -- import FILE.csv --org slack:T0123` puts each team of the file into its department. */

const USAGE =
  'Name the file and the organisation: npm run departments -- import FILE.csv --org slack:T0123456789';
const BOUNDS: FileBounds = { bytes: 5_000_000, rows: 50_000 };

async function importDepartments(): Promise<void> {
  const { file, org } = readArguments(USAGE);
  const store = await openSettingsStore(readSettings());
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
    if (isRefusal(changed)) throw asRefused(changed);
    const said = changed.version === before.version ? 'nothing changed' : 'the departments are changed';
    process.stdout.write(
      `${rows.length} teams of the file, ${changed.departments.length} departments: ${said}.\n`,
    );
  } finally {
    await store.close();
  }
}

function readFile(file: string, teams: readonly Team[]): Assignment[] {
  const text = decodeFile(readBytes(file, BOUNDS.bytes), DEPARTMENT_COLUMNS, BOUNDS);
  if (typeof text !== 'string') throw asRefused(refuseFile([text]));
  const rows = readDepartments(text, teams, BOUNDS);
  if ('faults' in rows) throw asRefused(refuseFile(rows.faults));
  return rows;
}

runCommand(importDepartments, 'Nothing was imported.');
