import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepActivity } from '../app/effects/activity';
import { onTrail } from '../app/trail';
import {
  ACTIVITY_FILE,
  isFaults,
  readActivityFile,
  type SeriesCounts,
} from '../domain/effects/activity-file';
import { isRefusal, type Refusal, refuseFile } from '../domain/refusal';
import { cleanName } from '../domain/text';
import { isZone } from '../domain/time/calendar';
import { decodeFile, type FileBounds } from '../domain/typed/csv';
import { refusalLines } from '../present/refusal-lines';
import { openStore, STORE_FILE } from '../store';
import { Refused, runCommand } from './command';
import { readSettings } from './settings';

/*
 * `npm run activity -- import FILE.csv --org slack:T0123 --source vpn` reads what a platform, a door or a network counted.
 * `--zone`: where timestamps with an offset were counted; the zone of the settings where it is left out.
 */

const USAGE =
  'Name the file, the organisation and what counted: npm run activity -- import FILE.csv --org slack:T0123456789 --source vpn [--zone Asia/Tokyo]';
/** A year of hours of some fifty series. */
const BOUNDS: FileBounds = { bytes: 50_000_000, rows: 500_000 };

async function importActivity(): Promise<void> {
  const settings = readSettings();
  const { file, org, source, zone } = readArguments(settings.defaults.zone);
  const counts = readFile(file, zone);
  const target =
    settings.store.kind === 'postgres' ? settings.store : { file: join(settings.store.dataDir, STORE_FILE) };
  const store = await openStore({ ...target, now: () => Date.now() });
  try {
    const today = new Date().toISOString().slice(0, 10);
    const kept = await onTrail(
      store,
      {
        ...{ org, team: null, person: 'operator', at: Date.now(), intent: 'activity-import' },
        ...{ before: {}, after: {} },
      },
      () =>
        keepActivity({ ...store, retentionMonths: settings.retentionMonths }, { org, source, counts, today }),
      async () => ({ before: {}, after: { source: cleanName(source), series: String(counts.length) } }),
    );
    if (isRefusal(kept)) throw refused(kept);
    const { span, series, changed, tooOld } = kept;
    const days = span === null ? 'no day that is kept' : `${span.from} to ${span.until}`;
    process.stdout.write(
      `${series} series of ${kept.source}, ${days}: ${changed} counts are new or replaced${tooOld > 0 ? `, ${tooOld} are too old to be kept` : ''}.\n`,
    );
  } finally {
    await store.close();
  }
}

function readArguments(usual: string): { file: string; org: string; source: string; zone: string } {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { org: text, source: text, zone: text },
  });
  const [command, file, ...more] = positionals;
  const { org = '', source = '', zone = usual } = values;
  if (command !== 'import' || !file || more.length > 0 || cleanName(source) === '') throw new Refused(USAGE);
  if (!/^(slack:[A-Z0-9]+|teams:[0-9a-z-]+)$/.test(org)) throw new Refused(USAGE);
  if (!isZone(zone)) throw new Refused('--zone names no time zone.');
  return { file, org, source, zone };
}

function readFile(file: string, zone: string): SeriesCounts[] {
  if (statSync(file).size > BOUNDS.bytes) throw new Refused(`${file} is larger than ${BOUNDS.bytes} bytes.`);
  const text = decodeFile(readFileSync(file), ACTIVITY_FILE, BOUNDS);
  if (typeof text !== 'string') throw refused(refuseFile([text]));
  const counts = readActivityFile(text, zone, BOUNDS);
  if (isFaults(counts)) throw refused(refuseFile(counts));
  return counts;
}

function refused(refusal: Refusal): Refused {
  return new Refused(refusalLines(refusal, 'en', new Date().toISOString().slice(0, 10)).join('\n'));
}

runCommand(importActivity, 'Nothing was imported.');
