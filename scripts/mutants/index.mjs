// Changes the code of src/domain and src/app in one place at a time, at random places, and says which changes no test
// notices. MUTANTS: how many (40). SEED: which (else new ones, by a seed that is printed). FILES: a pattern of paths.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { changesIn } from './changes.mjs';

const MUTANTS = Number(process.env.MUTANTS ?? 40);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const FILES = new RegExp(process.env.FILES ?? '');
const ROOMS = ['src/domain', 'src/app'];
/** The tests that ask these rooms in one process, when those next to the code have noticed nothing. */
const ALL =
  '^<root>/test/((app|domain|grammar|ports|present)/|scenarios/(changes-at-once|telework-day)\\.test)';
/** For an endless loop; milliseconds. */
const PATIENCE = 400_000;

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** A copy in which the code may be changed. */
function makeCopy() {
  const copy = mkdtempSync(join(tmpdir(), 'telework-mutants-'));
  const parts = ['src', 'adapters', 'schedules', 'test', 'scripts', 'jest.config.js', 'package.json'];
  for (const part of [...parts, 'tsconfig.json', 'manifest.json'])
    cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  return copy;
}

/** Whether these tests pass. */
function pass(copy, pattern) {
  const args = [
    'node_modules/jest/bin/jest.js',
    '--selectProjects=suite',
    '--bail',
    '--silent',
    '--maxWorkers=2',
  ];
  const options = { cwd: copy, stdio: 'ignore', timeout: PATIENCE, killSignal: 'SIGKILL' };
  return (
    spawnSync(process.execPath, [...args, '--testPathPatterns', pattern.replace('<root>', copy)], options)
      .status === 0
  );
}

/** Asks the tests of the file first, then those of its folder, then all. */
function survives(copy, { file, text, start, end, by }) {
  writeFileSync(join(copy, file), text.slice(0, start) + by + text.slice(end));
  const folder = join('test', dirname(file).replace(/^src\//, ''));
  const own = readdirSync(existsSync(folder) ? folder : 'test').some((name) =>
    name.startsWith(`${basename(file, '.ts')}.`),
  );
  const patterns = [
    ...(own ? [`^<root>/${folder}/${basename(file, '.ts')}\\.`] : []),
    ...(existsSync(folder) && folder !== 'test/app' ? [`^<root>/${folder}/`] : []),
    ALL,
  ];
  const survived = patterns.every((pattern) => pass(copy, pattern));
  writeFileSync(join(copy, file), text);
  return survived;
}

/** Mulberry32: small, and the same everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const all = ROOMS.flatMap(filesBelow)
  .filter((file) => file.endsWith('.ts') && FILES.test(file))
  .flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return changesIn(text).map((change) => ({ ...change, file, text }));
  });
const next = random(SEED);
const sample = Array.from(
  { length: Math.min(MUTANTS, all.length) },
  () => all.splice(Math.floor(next() * all.length), 1)[0],
);
const copy = makeCopy();
console.log(`SEED=${SEED}: ${sample.length} of ${sample.length + all.length} changes`);
let killed = 0;
for (const [index, mutant] of sample.entries()) {
  const { file, text, start, end, by } = mutant;
  if (survives(copy, mutant)) {
    const line = text.slice(0, start).split('\n').length;
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const shown = `${text.slice(from, start)}⟦${text.slice(start, end)} → ${by}⟧${text.slice(end).split('\n')[0]}`;
    console.log(`survived: ${file}:${line}  ${shown.trim()}`);
  } else killed += 1;
  if ((index + 1) % 10 === 0) console.log(`${killed} of ${index + 1} noticed`);
  // Tests block this process: a signal is handled here, between two changes.
  await new Promise((resolve) => setImmediate(resolve));
}
console.log(
  `${killed} of ${sample.length} noticed (${Math.round((100 * killed) / sample.length)}%), SEED=${SEED}`,
);
