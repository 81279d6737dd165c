// Draws mutants of src/domain and src/app at random, and says which of them no test notices.
// MUTANTS: how many (40). SEED: which (else a new one, printed). FILES: a pattern of paths to draw from.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import jest from '../jest.config.js';

const MUTANTS = Number(process.env.MUTANTS ?? 40);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const FILES = new RegExp(process.env.FILES ?? '');
const ROOMS = ['src/domain', 'src/app'];
/** Texts of logs, and whole blocks and literals, which contain too many other mutants. */
const excludedMutations = ['StringLiteral', 'BlockStatement', 'ObjectLiteral', 'ArrayDeclaration', 'Regex'];
/** The tests that ask these rooms in one process. */
const testMatch = [
  ...['app', 'domain', 'grammar', 'ports', 'present'].map((room) => `<rootDir>/test/${room}/**/*.test.ts`),
  '<rootDir>/test/scenarios/{changes-at-once,telework-day}.test.ts',
];

const sample = draw(await everyMutant(), MUTANTS, random(SEED));
console.log(`SEED=${SEED}: ${sample.length} mutants of ${ROOMS.join(' and ')}`);
const results = await new Stryker({
  mutate: sample.map(rangeOf),
  mutator: { excludedMutations },
  testRunner: 'jest',
  jest: { projectType: 'custom', config: jestConfig() },
  coverageAnalysis: 'perTest',
  dryRunTimeoutMinutes: 30,
  concurrency: Number(process.env.CONCURRENCY ?? 2),
  timeoutMS: 60_000,
  reporters: ['dots'],
  logLevel: 'warn',
  ignorePatterns: ['/dist', '/data', '/bench', '/docs', '/deploy', '/adapters/sandbox/page/browser'],
  // TypeScript 7 has no compiler with which Stryker could read it.
  tsconfigFile: 'none',
  tempDirName: '.mutants',
  cleanTempDir: 'always',
  allowEmpty: true,
}).runMutationTest();
report(results);

async function everyMutant() {
  const quiet = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const files = ROOMS.flatMap(filesBelow)
    .filter((name) => /\.tsx?$/.test(name) && FILES.test(name))
    .map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { excludedMutations, ignorers: [], plugins: null };
  return (await new Instrumenter(quiet).instrument(files, options)).mutants;
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Mutants with all that stand within them: Stryker takes ranges. */
function draw(mutants, count, next) {
  const left = [...mutants];
  const drawn = new Set();
  while (drawn.size < count && left.length > 0) {
    const [mutant] = left.splice(Math.floor(next() * left.length), 1);
    for (const other of mutants) if (holds(mutant, other)) drawn.add(other);
  }
  return [...drawn];
}

function holds(outer, inner) {
  const { start, end } = outer.location;
  return (
    outer.fileName === inner.fileName &&
    !isBefore(inner.location.start, start) &&
    !isBefore(end, inner.location.end)
  );
}

function isBefore(a, b) {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** Lines are counted from 1 there, and from 0 here. */
function rangeOf({ fileName, location: { start, end } }) {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

function jestConfig() {
  const { displayName: _, ...suite } = jest.projects.find(({ displayName }) => displayName === 'suite');
  return {
    ...suite,
    rootDir: undefined,
    testMatch,
    testEnvironment: './test/support/mutant-environment.js',
    testTimeout: jest.testTimeout,
  };
}

function report(results) {
  const survivors = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const killed = results.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  for (const { fileName, location, mutatorName, replacement, status } of survivors) {
    const line = readFileSync(fileName, 'utf8').split('\n')[location.start.line - 1]?.trim();
    console.log(`${fileName}:${location.start.line} ${status}: ${mutatorName}`);
    console.log(`  ${line}\n  => ${replacement}`);
  }
  const judged = survivors.length + killed.length;
  console.log(
    `${killed.length} of ${judged} killed (${Math.round((100 * killed.length) / judged)}%), SEED=${SEED}`,
  );
}

/** A mulberry: small, and the same everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
