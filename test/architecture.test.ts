import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import {
  adapterViolations,
  cycles,
  importViolations,
  lengthViolations,
  placeViolations,
  worldViolations,
} from './support/architecture/check';
import { floorViolations, unknownRooms } from './support/architecture/floors';
import { proseViolations } from './support/architecture/prose';
import { CONFINED, LAYERS, MOST_LINES, ONE_PLACE } from './support/architecture/rules';
import { readSource, type Source } from './support/architecture/source';
import { machinePathViolations, testPathViolations } from './support/architecture/test-paths';
import { readTable, tableViolations } from './support/architecture/where-is';

const CODE = ['src', 'adapters', 'schedules'];
const NOT_OURS = new Set(['node_modules', 'dist', '.git', 'data', 'coverage']);
/** The rules themselves name the words that they forbid. */
const PROSE_RULES = /^test\/(architecture\.test|support\/architecture\/prose)\.ts$/;
const TEXTS = new Set(['.ts', '.tsx', '.js', '.mjs', '.json', '.md', '.css', '.yml', '.yaml', '.sh', '']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path.replaceAll('\\', '/')];
  });
}

interface LockedPackage {
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

function lockedPackages(): Record<string, LockedPackage> {
  return JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
}

describe('the code', () => {
  const sources: Source[] = CODE.filter((folder) => existsSync(folder))
    .flatMap(filesBelow)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readSource(path, readFileSync(path, 'utf8')));

  test('is there', () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  test('imports only what its layer allows', () => {
    expect(importViolations(sources, LAYERS)).toEqual([]);
  });

  test('takes clock, ids, timers and settings from where they are injected', () => {
    expect(worldViolations(sources, CONFINED)).toEqual([]);
  });

  test('makes each decision in its one place', () => {
    expect(placeViolations(sources, ONE_PLACE)).toEqual([]);
  });

  test('stands on floors inside the core, and no import runs up', () => {
    expect(unknownRooms(sources)).toEqual([]);
    expect(floorViolations(sources)).toEqual([]);
  });

  test('has no import cycle', () => {
    expect(cycles(sources)).toEqual([]);
  });

  test('is in files of a readable length', () => {
    expect(lengthViolations(sources)).toEqual([]);
  });

  test('names the files of every adapter alike', () => {
    expect(adapterViolations(sources)).toEqual([]);
  });
});

describe('the tests', () => {
  const files = filesBelow('test').filter((path) => /\.(tsx?|m?js)$/.test(path));

  test('stand at the paths of their subjects', () => {
    const sources = [...CODE, 'scripts'].flatMap(filesBelow);
    expect(testPathViolations(files, sources)).toEqual([]);
  });

  test('name no path of one machine', () => {
    const texts = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    expect(machinePathViolations(texts)).toEqual([]);
  });
});

describe('the repository', () => {
  const texts = filesBelow('.').filter((path) => TEXTS.has(extname(path)));

  test('names no package registry: everybody has their own', () => {
    const host = /\b(registry|npm\.pkg)\.[\w-]+\.(org|com|dev|io|net)\b/i;
    expect(texts.filter((path) => host.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('is written in plain English', () => {
    const written = texts.filter((path) => /\.(tsx?|m?js|md)$/.test(path) && !PROSE_RULES.test(path));
    expect(written.flatMap((path) => proseViolations(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('has a table that says where things are, and is right', () => {
    const rows = readTable(readFileSync('ARCHITECTURE.md', 'utf8'));
    expect(rows.length).toBeGreaterThanOrEqual(20);
    const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
    expect(tableViolations(rows, read)).toEqual([]);
  });

  test('names, for each promise of security, a test that is there', () => {
    const named = readFileSync('docs/security.md', 'utf8').match(/test\/[\w./-]+\.ts/gu) ?? [];
    expect(named.length).toBeGreaterThanOrEqual(20);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  describe('the lock file', () => {
    const locked = Object.entries(lockedPackages()).filter(([path]) => path !== '');

    test('holds versions and contents of packages, not addresses', () => {
      expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
      expect(locked.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
    });

    test('is whole for every platform: else npm refuses it on all of them', () => {
      const names = new Set(locked.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13)));
      const optional = locked.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
      expect(optional.length).toBeGreaterThan(50);
      expect(optional.filter((name) => !names.has(name))).toEqual([]);
    });
  });
});

describe('the rules find', () => {
  const found = (path: string, code: string) => {
    const sources = [readSource(path, code)];
    return [...importViolations(sources, LAYERS), ...worldViolations(sources, CONFINED)];
  };

  test.each([
    ['src/domain/day.ts', "import { x } from '../app/ports';", '../app/ports'],
    ['src/domain/day.ts', "import type { x } from '../app/ports';", '../app/ports'],
    ['src/domain/day.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['src/app/do.ts', "export * from '../store/sqlite';", '../store/sqlite'],
    ['src/app/do.ts', "const x = require('libsql');", 'libsql'],
    ['src/app/do.ts', "type X = import('kysely').Kysely<unknown>;", 'kysely'],
    ['src/present/card.ts', "export { x } from '../web/page';", '../web/page'],
    ['src/store/index.ts', "const present = () => import('../present');", '../present'],
    ['src/web/index.ts', "import { App } from '@slack/bolt';", '@slack/bolt'],
    ['adapters/sandbox/index.ts', "import { render } from '../slack/render';", '../slack/render'],
    ['adapters/slack/index.ts', "import { CardFactory } from 'botbuilder';", 'botbuilder'],
    ['adapters/teams/index.ts', "import cron from 'node-cron';", 'node-cron'],
    ['schedules/index.ts', "import main = require('../src/main');", '../src/main'],
    ['src/helpers.ts', '', 'no layer'],
  ])('in %s a wrong import: %s', (path, code, named) => {
    const violations = found(path, code);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(path);
    expect(violations[0]).toContain(named);
  });

  test.each([
    ['const at = Date.now();', 'Date.now'],
    ['const at = new Date();', 'new Date()'],
    ['const at = Temporal.Now.instant();', 'Temporal.Now'],
    ['const id = Math.random();', 'Math.random'],
    ['const id = crypto.randomUUID();', 'crypto.randomUUID'],
    ['setInterval(() => {}, 1000);', 'setInterval'],
    ['const { PORT } = process.env;', 'process.env'],
    ['process.exit(1);', 'process.exit'],
    ['const now = globalThis.Date;', 'globalThis'],
  ])('something taken from the world: %s', (code, named) => {
    const violations = found('src/app/do.ts', code);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(`src/app/do.ts uses ${named}`);
  });

  test.each([
    ['const claim = await ledger.claim(key, 1);', 'ledger.claim()'],
    ['const claim = await core.ledger.claim(key, 1);', 'ledger.claim()'],
    ['const claim = await core?.ledger?.claim(key, 1);', 'ledger.claim()'],
    ['await this.#core.ledger.release(key, 1, 0, false);', 'ledger.release()'],
    ['const kind = error instanceof ChatError ? error.kind : null;', 'instanceof ChatError'],
  ])('a decision made outside its place: %s', (code, named) => {
    const violations = placeViolations([readSource('src/app/do.ts', code)], ONE_PLACE);
    expect(violations).toEqual([expect.stringContaining(`src/app/do.ts has ${named}`)]);
    expect(placeViolations([readSource('src/app/delivery/deliver.ts', code)], ONE_PLACE)).toEqual(
      named === 'instanceof ChatError'
        ? violations.map((text) => text.replace('do.ts', 'delivery/deliver.ts'))
        : [],
    );
  });

  test.each([
    ["if (answer.style === 'leave') hide();", "style === 'leave'"],
    ['const late = answer.at >= poll.closesAt;', 'at >= closesAt'],
    ['const late = lateFrom <= at;', 'lateFrom <= at'],
  ])('a decision about answers made again: %s', (code, named) => {
    expect(placeViolations([readSource('adapters/slack/do.ts', code)], ONE_PLACE)).toEqual([
      expect.stringContaining(`adapters/slack/do.ts has ${named}`),
    ]);
  });

  test.each([
    ['src/app/polls/do.ts', 'const tally = tallyOf(10, groups, until);', 'tallyOf()'],
    ['src/present/do.ts', 'const { groups } = shownOf(poll, counts);', 'shownOf()'],
    ['src/app/polls/do.ts', "const right = may(await rolesIn(context, team), 'set-up-team');", 'may()'],
    ['src/app/polls/do.ts', 'const roles = await context.roles();', 'context.roles()'],
    ['src/app/polls/do.ts', 'const here = await roles();', 'roles()'],
    ['src/app/polls/do.ts', "bind(context, { deed: 'see-audit' } as Right<'see-audit'>);", 'as Right'],
    ['src/app/figures/do.ts', 'const day = disclose(counts);', 'disclose()'],
    ['src/app/figures/do.ts', 'const day = groups as Disclosure;', 'as Disclosure'],
    ['src/app/polls/do.ts', 'const publications = planPublications(before, books);', 'planPublications()'],
    ['src/app/polls/do.ts', "if (member.kind === 'guest') skip();", "kind === 'guest'"],
    ['adapters/slack/chat.ts', "const kind = user.is_stranger ? 'outsider' : null;", "'outsider'"],
    ['src/app/polls/do.ts', 'async function act(store: Store): Promise<void> {}', 'type Store'],
  ])('in %s what another place decides: %s', (path, code, named) => {
    expect(placeViolations([readSource(path, code)], ONE_PLACE)).toEqual([
      expect.stringContaining(`${path} has ${named}, `),
    ]);
  });

  test('nothing in the folder that a decision belongs to', () => {
    const of = (path: string) => placeViolations([readSource(path, 'tallyOf(1, [], until);')], ONE_PLACE);
    expect(of('src/app/figures/do.ts')).toEqual([]);
    expect(of('src/app/figures-of-others/do.ts')).toHaveLength(1);
  });

  test('a function that takes the whole core', () => {
    const of = (type: string) =>
      placeViolations([readSource('src/app/do.ts', `export function act(core: ${type}) {}`)], ONE_PLACE);
    expect(of('Core')).toEqual([expect.stringContaining('src/app/do.ts has type Core')]);
    expect(of("Pick<Core, 'polls'>")).toHaveLength(1);
    expect(of("Ports<'polls'>")).toEqual([]);
  });

  test('an import that runs up, or across a floor', () => {
    const of = (path: string, code: string) => floorViolations([readSource(path, code)]);
    expect(of('src/app/delivery/a.ts', "import { x } from '../polls/open-poll';")).toEqual([
      'src/app/delivery/a.ts imports ../polls/open-poll: delivery does not stand above polls',
    ]);
    expect(of('src/app/answers/a.ts', "import type { x } from '../polls/open-poll';")).toHaveLength(1);
    expect(of('src/app/polls/a.ts', "import { x } from '../delivery/deliver'; import '../core';")).toEqual(
      [],
    );
    expect(unknownRooms([readSource('src/app/cellar/a.ts', '')])).toEqual(['cellar']);
  });

  test('a row of the table that names what is not there', () => {
    const rows = readTable(
      '## Where is …\n\n| a vote | `a.ts` | `vote`, `Vote` |\n| a day | `b.ts` | `day` |\n\n## Next\n',
    );
    const read = (file: string) => (file === 'a.ts' ? 'export function vote() {} vote.Vote' : null);
    expect(tableViolations(rows, read)).toEqual(['a vote: a.ts defines no Vote', 'a day: there is no b.ts']);
  });

  test.each([
    ['a.ts', '// Whoever comes first\n', 'a.ts:1: "Whoever"'],
    ['a.ts', 'const x = 1;\n/** It is no list,\n * and read anew. */', 'a.ts:2: "anew"'],
    ['a.md', 'Text\nbeside it\n', 'a.md:2: "beside"'],
  ])('a word in %s that makes readers stop: %j', (path, text, found) => {
    expect(proseViolations(path, text).join('\n')).toContain(found);
    expect(
      proseViolations('a.ts', "const text = 'whoever is no list'; // plain, no longer than it is\n"),
    ).toEqual([]);
  });

  test('nothing in what is allowed', () => {
    expect(found('src/domain/day.ts', "import { x } from './calendar'; new Date(0); clock.now();")).toEqual(
      [],
    );
    expect(found('adapters/slack/chat.ts', "import { WebClient } from '@slack/web-api';")).toEqual([]);
    expect(found('src/main.ts', "import '../adapters/slack'; Date.now(); setTimeout(stop, 1);")).toEqual([]);
    expect(found('adapters/sandbox/page/page.tsx', "import { h } from 'preact/hooks';")).toEqual([]);
  });

  test('import cycles, however long', () => {
    const sources = [
      readSource('src/domain/a.ts', "import './b';"),
      readSource('src/domain/b.ts', "import { type b, c } from './c';"),
      readSource('src/domain/c/index.ts', "import '../a';"),
      readSource('src/domain/d.ts', "import './a';"),
      readSource('src/domain/e.ts', "import { f } from './f';"),
      readSource('src/domain/f.ts', "import type { e } from './e';"),
    ];
    expect(cycles(sources)).toEqual([
      'src/domain/a.ts -> src/domain/b.ts -> src/domain/c/index.ts -> src/domain/a.ts',
      'src/domain/e.ts -> src/domain/f.ts -> src/domain/e.ts',
    ]);
  });

  test('files that are too long', () => {
    const sources = [MOST_LINES, MOST_LINES + 1].map((lines) =>
      readSource(`src/domain/a${lines}.ts`, '// x\n'.repeat(lines)),
    );
    expect(lengthViolations(sources)).toEqual([
      expect.stringContaining(`a251.ts has 251 lines, more than ${MOST_LINES}`),
    ]);
  });

  test('tests away from their subjects', () => {
    const sources = ['src/grammar/parse.ts', 'src/store/links/index.ts', 'adapters/teams/render.tsx'];
    const right = [
      ...['grammar/parse', 'grammar/parse.property', 'store/links', 'store/links/index'],
      ...['adapters/teams/render', 'scenarios/a-day', 'contracts/store'],
    ].map((name) => `test/${name}.test.ts`);
    const wrong = ['grammar/riddle', 'store/parse', 'adapters/slack/render'].map(
      (name) => `test/${name}.test.ts`,
    );
    expect(testPathViolations([...right, ...wrong], sources)).toEqual(
      wrong.map((path) => expect.stringContaining(`${path} tests no `)),
    );
  });

  test.each([
    ["const file = '/@/me/telework.db';".replace('@', 'home'), '/me'],
    ["readFileSync('/@/state.json');".replace('@', 'tmp'), '/state.json'],
  ])('a path of one machine: %s', (text, named) => {
    expect(machinePathViolations([{ path: 'test/a.test.ts', text }])).toEqual([
      expect.stringMatching(new RegExp(`^test/a\\.test\\.ts names /\\w+${named}: `)),
    ]);
    expect(
      machinePathViolations([{ path: 'test/a.test.ts', text: "join(tmpdir(), '/slack/events')" }]),
    ).toEqual([]);
  });

  test('adapters without the common files', () => {
    const names = ['index.ts', 'chat.ts', 'listen.ts', 'render/index.tsx', 'page/errors.ts'];
    const sources = names.map((name) => readSource(`adapters/slack/${name}`, ''));
    expect(adapterViolations(sources)).toEqual([
      'adapters/slack has no errors.ts: every adapter has the same files',
      'adapters/slack has no limits.ts: every adapter has the same files',
    ]);
  });
});
