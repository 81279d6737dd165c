import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import manifest from '../manifest.json';

/* Slack publishes what a manifest is as a type: the compiler judges ours by it, and wrong ones next to it. */

const ROOT = join(__dirname, '..');
const TYPES = join(ROOT, 'node_modules/@slack/web-api/dist/types/request/manifest');
const COMPILER = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
// One run of the compiler, on a machine that may be busy.
jest.setTimeout(30_000);

const { settings, features, oauth_config } = manifest;
const events = settings.event_subscriptions;

const BROKEN: Record<string, object> = {
  'a setting that Slack does not know': { ...manifest, setings: settings },
  'an event that Slack does not know': {
    ...manifest,
    settings: {
      ...settings,
      event_subscriptions: { ...events, bot_events: [...events.bot_events, 'member_left'] },
    },
  },
  'a scope that Slack does not know': {
    ...manifest,
    oauth_config: { ...oauth_config, scopes: { bot: ['chat:read'] } },
  },
  'a misspelt part of a feature': {
    ...manifest,
    features: { ...features, bot_user: { display_name: 'telework-days', always_onlin: true } },
  },
  'a shortcut of no kind': {
    ...manifest,
    features: { ...features, shortcuts: features.shortcuts.map((each) => ({ ...each, type: 'local' })) },
  },
  'a switch that is a text': { ...manifest, settings: { ...settings, socket_mode_enabled: 'yes' } },
  'no name': { ...manifest, display_information: {} },
};

/** The index signature of Slack's type would let any name through. */
function sourceOf(value: object): string {
  return `import type { Manifest } from ${JSON.stringify(`${TYPES}.js`)};
type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
export const manifest: Named<Manifest> = ${JSON.stringify(value)};
`;
}

/** The compiler's complaints by the name of the file, the last part of the path. */
function compile(sources: Record<string, string>): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, name), source);
    const compilerOptions = {
      ...{ target: 'es2023', module: 'nodenext', strict: true, noEmit: true, types: [] },
      skipLibCheck: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { stdout, error } = spawnSync(process.execPath, [COMPILER, '-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (error) throw error;
    const complaints = new Map<string, string[]>();
    for (const [, name = '', text = ''] of stdout.matchAll(/^(\S+\.ts)\(\d+,\d+\): error (.*)$/gm))
      complaints.set(name, [...(complaints.get(name) ?? []), text]);
    return complaints;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('Slack’s own type takes the manifest, and refuses each that is broken', () => {
  const broken = Object.entries(BROKEN);
  const complaints = compile({
    'ours.ts': sourceOf(manifest),
    ...Object.fromEntries(broken.map(([, value], index) => [`broken-${index}.ts`, sourceOf(value)])),
  });
  expect(complaints.get('ours.ts') ?? []).toEqual([]);
  const refused = broken.filter((_, index) => complaints.has(`broken-${index}.ts`)).map(([what]) => what);
  expect(refused).toEqual(Object.keys(BROKEN));
  expect([...complaints.values()].flat().filter((text) => text.includes('Cannot find'))).toEqual([]);
});
