import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('a build keeps nothing of sources that are gone', () => {
  cpSync('scripts/prepare.mjs', join(folder, 'scripts/prepare.mjs'));
  for (const lock of ['package-lock.json', 'node_modules/.package-lock.json']) write(lock, '{"packages":{}}');
  for (const settings of ['tsconfig.json', 'tsconfig.build.json']) write(settings, '{}');
  // Stands for the compiler: what it writes is there already.
  write('node_modules/typescript/bin/tsc');
  const sources = ['src/a/index.ts', 'src/b.tsx', 'adapters/c.ts', 'adapters/d.js', 'schedules/index.ts'];
  const kept = sources.map((path) => `dist/${path.replace(/\.tsx?$/, '.js')}`);
  const orphans = ['dist/src/a.js', 'dist/src/a.js.map', 'dist/src/gone/index.js', 'dist/adapters/e.js'];
  for (const path of [...sources, ...kept, ...orphans]) write(path);
  const { status } = spawnSync(process.execPath, ['scripts/prepare.mjs'], { cwd: folder });
  expect(status).toBe(0);
  expect(kept.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  expect([...orphans, 'dist/src/gone'].filter((path) => existsSync(join(folder, path)))).toEqual([]);
});
