import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { LOCALES } from '../../src/domain/people/person';
import { isRefusal } from '../../src/domain/refusal';
import { parseIntent } from '../../src/grammar/parse';
import { isJson, type Json, jsonOf, listOf, textOf } from '../fakes/teams/json';
import { checkManifest, checkStrings } from '../fakes/teams/manifest';

const APP = 'adapters/teams/app';
const LANGUAGES = LOCALES.map((locale) => locale.toLowerCase());
const ID = '0a1b2c3d-0000-4000-8000-0123456789ab';

function read(name: string): Json {
  const value: unknown = JSON.parse(readFileSync(join(APP, name), 'utf8'));
  if (!isJson(value)) throw new Error(`${name} is no object`);
  return value;
}

const manifest = read('manifest.json');

test('the manifest is one of Microsoft’s schema, 1.25 or later', () => {
  expect(checkManifest(manifest)).toEqual([]);
  expect(Number(textOf(manifest.manifestVersion).split('.')[1])).toBeGreaterThanOrEqual(25);
  expect(listOf(manifest.bots)[0]?.scopes).toEqual(['personal', 'team', 'groupChat']);
});

test('it names every language, and each has its words', () => {
  const { defaultLanguageFile, additionalLanguages } = jsonOf(manifest.localizationInfo);
  const files = [defaultLanguageFile, ...listOf(additionalLanguages).map(({ file }) => file)];
  expect(files).toEqual(LANGUAGES.map((language) => `${language}.json`));
  const keys = Object.keys(read('en.json')).sort();
  for (const language of LANGUAGES) {
    const strings = read(`${language}.json`);
    expect(checkStrings(strings, textOf(manifest.manifestVersion))).toEqual([]);
    expect(Object.keys(strings).sort()).toEqual(keys);
  }
});

const lists = listOf(listOf(manifest.bots)[0]?.commandLists);
const commands = lists.flatMap(({ commands }, list) =>
  listOf(commands).map(
    ({ title }, index) => [`commandLists[${list}].commands[${index}]`, textOf(title)] as const,
  ),
);

test('a list holds 12 commands at most, and there is one for each scope', () => {
  for (const list of lists) expect(listOf(list.commands).length).toBeLessThanOrEqual(12);
  expect(lists.flatMap(({ scopes }) => scopes)).toEqual(['team', 'groupChat', 'personal']);
});

test.each(commands)('what is chosen from a list is understood in every language: %s, %s', (at, title) => {
  const understood = (text: string) => parseIntent(text, { today: '2018-07-24', prefix: '' });
  const meant = understood(title);
  expect(isRefusal(meant)).toBe(false);
  for (const language of LANGUAGES) {
    const said = understood(textOf(read(`${language}.json`)[`bots[0].${at}.title`]));
    if (meant !== null && 'kind' in meant && meant.kind === 'language')
      expect(said).toMatchObject({ kind: 'language' });
    else expect(said).toEqual(meant);
  }
});

/** Width, height, and the pixels (RGBA, 0 to 255) of a PNG without interlacing. */
function png(file: string): { width: number; height: number; pixels: number[][] } {
  const bytes = readFileSync(join(APP, file));
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = bytes[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), width, height, channels) };
}

function unfilter(raw: Buffer, width: number, height: number, channels: number): number[][] {
  const line = width * channels;
  const out = Buffer.alloc(height * line);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : (out[y * line + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * line + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[(y - 1) * line + x - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return Array.from({ length: width * height }, (_, index) => [
    ...out.subarray(index * channels, (index + 1) * channels),
    ...(channels === 3 ? [255] : []),
  ]);
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

test('the icons have the sizes and colours that Teams wants', () => {
  const [color, outline] = [png('color.png'), png('outline.png')];
  expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
  expect(color.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  const drawn = outline.pixels.filter(([, , , alpha]) => alpha !== 0);
  expect(drawn.length).toBeGreaterThan(50);
  expect(drawn.length).toBeLessThan(700);
  for (const [red = 0, green = 0, blue = 0] of drawn) expect(Math.min(red, green, blue)).toBeGreaterThan(250);
});

describe('npm run teams:package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teams-app-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function pack(env: Record<string, string>) {
    const output = join(folder, 'app.zip');
    const script = resolve('scripts/teams-package.mjs');
    const { PATH = '' } = process.env;
    // In an empty folder: a developer's own .env must not matter.
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, output], {
      cwd: folder,
      env: { PATH, ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr, output };
  }

  test('writes an app that is ready for upload', () => {
    const { status, stdout, output } = pack({
      MicrosoftAppId: ID,
      PUBLIC_URL: 'https://telework.example.org/',
    });
    expect(status).toBe(0);
    const files = unzipSync(readFileSync(output));
    const expected = readdirSync(APP).filter((name) => !name.endsWith('.svg'));
    expect(Object.keys(files).sort()).toEqual(expected.sort());
    const packed: Json = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8'));
    expect(checkManifest(packed)).toEqual([]);
    expect(packed).toMatchObject({
      id: ID,
      bots: [{ botId: ID }],
      developer: {
        websiteUrl: 'https://telework.example.org',
        privacyUrl: 'https://telework.example.org/#privacy',
        termsOfUseUrl: 'https://telework.example.org/#terms',
      },
    });
    expect(stdout).toContain('developer.name');
  });

  test.each([
    [{}, /MicrosoftAppId/],
    [{ MicrosoftAppId: 'app' }, /MicrosoftAppId/],
    [{ MicrosoftAppId: ID, PUBLIC_URL: 'http://bot.example.com' }, /PUBLIC_URL/],
  ])('says what is missing: %j', (env, reason) => {
    const { status, stderr } = pack(env as Record<string, string>);
    expect(status).toBe(1);
    expect(stderr).toMatch(reason);
  });
});
