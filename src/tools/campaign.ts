import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepCampaign } from '../app/campaigns/import-campaign';
import { onTrail } from '../app/trail';
import { workCalendar } from '../domain/planned-days';
import { isRefusal, type Refusal } from '../domain/refusal';
import { defaultSettings } from '../domain/teams/settings';
import { dayAt } from '../domain/time/calendar';
import { refusalLines } from '../present/refusal-lines';
import { openStore, STORE_FILE } from '../store';
import { Refused, runCommand } from './command';
import { readSettings } from './settings';

/* `npm run campaign -- import FILE --org slack:T0123` starts the campaign of a file (YAML, JSON, iCalendar), or changes it. */

const USAGE = 'Name the file and the organisation: npm run campaign -- import FILE --org slack:T0123456789';
/** Four bytes for each character that a campaign file may have. */
const MAX_BYTES = 262_144;

async function importCampaign(): Promise<void> {
  const { file, org } = readArguments();
  const { store: place, defaults } = readSettings();
  if (statSync(file).size > MAX_BYTES) throw new Refused(`${file} is larger than ${MAX_BYTES} bytes.`);
  const text = readFileSync(file, 'utf8');
  const target = place.kind === 'postgres' ? place : { file: join(place.dataDir, STORE_FILE) };
  const store = await openStore({ ...target, now: () => Date.now() });
  try {
    const [team = { settings: defaultSettings(defaults) }] = await store.teams.list(org);
    const today = dayAt(Date.now(), team.settings.zone);
    const planning = { org, calendar: workCalendar(team), today };
    const kept = await onTrail(
      store,
      {
        ...{ org, team: null, person: 'operator', at: Date.now(), intent: 'campaign-import' },
        ...{ before: {}, after: {} },
      },
      () => keepCampaign(store, planning, text),
      async () => ({ before: {}, after: {} }),
    );
    if (isRefusal(kept)) throw refused(kept, today);
    const { name, days } = kept.campaign;
    const span = [days[0]?.day, days.at(-1)?.day].join(' to ');
    process.stdout.write(`The campaign is ${kept.change}: ${name}, ${span}, ${days.length} days.\n`);
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

function refused(refusal: Refusal, today: string): Refused {
  return new Refused(refusalLines(refusal, 'en', today).join('\n'));
}

runCommand(importCampaign, 'Nothing was imported.');
