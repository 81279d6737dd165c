import { keepActivity } from '../app/effects/activity';
import { onTrail } from '../app/trail';
import {
  ACTIVITY_FILE,
  isFaults,
  readActivityFile,
  type SeriesCounts,
} from '../domain/effects/activity-file';
import { isRefusal, refuseFile } from '../domain/refusal';
import { cleanName } from '../domain/text';
import { isZone } from '../domain/time/calendar';
import { decodeFile, type FileBounds } from '../domain/typed/csv';
import { Refused, runCommand } from './command';
import { asRefused, openSettingsStore, readArguments, readBytes } from './import';
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
  const { file, org, source, zone } = readActivityArguments(settings.defaults.zone);
  const counts = readFile(file, zone);
  const store = await openSettingsStore(settings);
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
    if (isRefusal(kept)) throw asRefused(kept);
    const { span, series, changed, tooOld } = kept;
    const days = span === null ? 'no day that is kept' : `${span.from} to ${span.until}`;
    process.stdout.write(
      `${series} series of ${kept.source}, ${days}: ${changed} counts are new or replaced${tooOld > 0 ? `, ${tooOld} are too old to be kept` : ''}.\n`,
    );
  } finally {
    await store.close();
  }
}

function readActivityArguments(usual: string): { file: string; org: string; source: string; zone: string } {
  const { file, org, options } = readArguments(USAGE, ['source', 'zone']);
  const { source = '', zone = usual } = options;
  if (cleanName(source) === '') throw new Refused(USAGE);
  if (!isZone(zone)) throw new Refused('--zone names no time zone.');
  return { file, org, source, zone };
}

function readFile(file: string, zone: string): SeriesCounts[] {
  const text = decodeFile(readBytes(file, BOUNDS.bytes), ACTIVITY_FILE, BOUNDS);
  if (typeof text !== 'string') throw asRefused(refuseFile([text]));
  const counts = readActivityFile(text, zone, BOUNDS);
  if (isFaults(counts)) throw asRefused(refuseFile(counts));
  return counts;
}

runCommand(importActivity, 'Nothing was imported.');
