// Writes dist/telework-days-teams.zip, the app to upload to Microsoft Teams: the manifest with the id of your bot and
// the address of your organisation filled in, its icons, and its words in four languages.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { zipSync } from 'fflate';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const APP = join(ROOT, 'adapters', 'teams', 'app');
const OUTPUT = process.argv[2] ?? join(ROOT, 'dist', 'telework-days-teams.zip');
const EXAMPLE_URL = 'https://bot.example.com';
const EXAMPLE_NAME = 'Your organisation';
/** Where the bot's own page speaks of each. */
const PARTS_OF_PAGE = { privacyUrl: '/#privacy', termsOfUseUrl: '/#terms' };
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const { MicrosoftAppId: appId = '', PUBLIC_URL = '' } = { ...readEnvFile(), ...process.env };
const publicUrl = PUBLIC_URL.replace(/\/+$/, '');
if (!GUID.test(appId)) {
  fail(
    'MicrosoftAppId is missing or not an id; set it to the "Application (client) ID" of your bot, in .env.',
  );
}
if (publicUrl !== '' && !/^https:\/\/[^/]/.test(publicUrl)) {
  fail('PUBLIC_URL is not an https address; Teams shows it to people as the page of the app.');
}

mkdirSync(dirname(OUTPUT), { recursive: true });
writeFileSync(OUTPUT, zipSync(files(), { mtime: new Date(2018, 6, 24) }));
console.log(`Written: ${OUTPUT}`);
if (manifest().developer.name === EXAMPLE_NAME)
  console.log('Put the name of your organisation into developer.name of adapters/teams/app/manifest.json.');
console.log('Upload it in Teams: Apps, "Manage your apps", "Upload an app".');
if (publicUrl === '')
  console.log('Set PUBLIC_URL to show the address of your bot, not bot.example.com, to people.');

function readEnvFile() {
  try {
    return parse(readFileSync('.env'));
  } catch {
    return {};
  }
}

/** By their names in the package; the drawings of the icons stay out. */
function files() {
  const names = readdirSync(APP).filter((name) => /\.(json|png)$/.test(name));
  const whole = names.map((name) => [name, readFileSync(join(APP, name))]);
  return { ...Object.fromEntries(whole), 'manifest.json': Buffer.from(JSON.stringify(manifest(), null, 2)) };
}

function manifest() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const template = JSON.parse(readFileSync(join(APP, 'manifest.json'), 'utf8'));
  // Addresses of your own in the manifest stand; only its examples are filled in.
  const developer = Object.fromEntries(
    Object.entries(template.developer).map(([key, value]) => [
      key,
      value === EXAMPLE_URL && publicUrl !== '' ? publicUrl + (PARTS_OF_PAGE[key] ?? '') : value,
    ]),
  );
  const bots = template.bots.map((bot) => ({ ...bot, botId: appId }));
  return { ...template, version, id: appId, developer, bots };
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
