import { keepCampaign } from '../app/campaigns/import-campaign';
import { onTrail } from '../app/trail';
import { workCalendar } from '../domain/planned-days';
import { isRefusal } from '../domain/refusal';
import { defaultSettings } from '../domain/teams/settings';
import { dayAt } from '../domain/time/calendar';
import { runCommand } from './command';
import { asRefused, openSettingsStore, readArguments, readText } from './import';
import { readSettings } from './settings';

/* `npm run campaign -- import FILE --org slack:T0123` starts the campaign of a file (YAML, JSON, iCalendar), or changes it. */

const USAGE = 'Name the file and the organisation: npm run campaign -- import FILE --org slack:T0123456789';
/** Four bytes for each character that a campaign file may have. */
const MAX_BYTES = 262_144;

async function importCampaign(): Promise<void> {
  const { file, org } = readArguments(USAGE);
  const settings = readSettings();
  const text = readText(file, MAX_BYTES);
  const store = await openSettingsStore(settings);
  try {
    const [team = { settings: defaultSettings(settings.defaults) }] = await store.teams.list(org);
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
    if (isRefusal(kept)) throw asRefused(kept, today);
    const { name, days } = kept.campaign;
    const span = [days[0]?.day, days.at(-1)?.day].join(' to ');
    const follow =
      kept.change === 'changed' ? 'The bot brings what it has posted up to date within a minute.\n' : '';
    process.stdout.write(`The campaign is ${kept.change}: ${name}, ${span}, ${days.length} days.\n${follow}`);
  } finally {
    await store.close();
  }
}

runCommand(importCampaign, 'Nothing was imported.');
