// Removes from a production tree what no process of the bot loads, and says how much it was:
//   node scripts/prune-production.mjs DIR [--sandbox=on]
// DIR holds dist and node_modules (`npm ci --omit=dev`). Without --sandbox=on the sandbox and its packages go, too.
// A rule that removes too much is found by test/scripts/prune-production.test.ts, which runs the bot from such a tree.
import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Files of every package, by their names. */
const FILES = [
  {
    name: /\.(map|ts|mts|cts|flow|tsbuildinfo)$/,
    because: 'source maps and type declarations are for development',
  },
  { name: /^(?!licen[cs]e|notice|copying).*\.(md|markdown)$/i, because: 'documentation' },
];

/** Folders at the root of any package. Deeper ones may hold code that runs, such as `debug/src`. */
const FOLDERS = /^(tests?|__tests__|docs?|examples?|benchmarks?|coverage|\.github)$/;

/** Builds for other platforms and other module systems, by package: the bot loads CommonJS on Node.js. */
const OTHER_BUILDS = {
  '@azure/core-auth': ['dist/browser', 'dist/esm', 'dist/react-native'],
  '@azure/core-client': ['dist/browser', 'dist/esm', 'dist/react-native'],
  '@azure/core-http-compat': ['dist/browser', 'dist/esm', 'dist/react-native'],
  '@azure/core-rest-pipeline': ['dist/browser', 'dist/esm', 'dist/react-native'],
  '@azure/core-tracing': ['dist/browser', 'dist/esm', 'dist/react-native'],
  '@azure/core-util': ['dist/browser', 'dist/esm', 'dist/react-native'],
  '@azure/identity': ['dist/browser', 'dist/esm', 'dist/workerd'],
  '@azure/msal-common': ['dist', 'dist-browser'],
  '@azure/msal-node': ['dist'],
  '@typespec/ts-http-runtime': ['dist/browser', 'dist/esm', 'dist/react-native'],
  astronomia: ['data', 'src'],
  '@observablehq/plot': ['dist'],
  axios: ['dist/browser', 'dist/esm', 'lib'],
  d3: ['dist/d3.js', 'dist/d3.min.js', 'dist/d3.min.mjs'],
  'date-holidays': ['dist', 'src'],
  'date-holidays-parser': ['dist', 'src'],
  dayjs: ['esm'],
  'js-yaml': ['dist'],
  kysely: ['dist/esm'],
  linkedom: ['esm'],
  lodash: ['fp'],
  moment: ['dist', 'min', 'src'],
  'moment-timezone': ['builds'],
};

/** Parts of packages for uses other than the bot's. */
const UNUSED_PARTS = {
  botbuilder: { parts: ['vendors/chai'], because: 'an assertion library that only its tests use' },
  'botframework-streaming': {
    parts: ['vendors/chai'],
    because: 'an assertion library that only its tests use',
  },
  'botframework-schema': { parts: ['node_modules/adaptivecards'], because: 'it takes types from it only' },
  'date-holidays': { parts: ['data'], because: 'the sources of lib/data.cjs, which is loaded' },
  dayjs: { parts: ['locale'], because: 'dates are written by Intl' },
  moment: { parts: ['locale'], because: 'dates are written by Intl' },
};

const UNUSED_PACKAGES = [
  {
    name: /^@azure\/msal-browser$/,
    because: 'signs people in inside a browser; the bot signs in as an application',
  },
  { name: /^@libsql\/.*-musl$/, because: "another C library than the image's" },
  { name: /^@types\//, because: 'type declarations are for development' },
];

/** Packages that only the sandbox and its gallery load. */
const SANDBOX_PACKAGES = /^(adaptivecards|better-sse|idiomorph|swiper)$/;
const SANDBOX_CODE = [
  'adapters/sandbox',
  'dist/adapters/sandbox',
  'dist/src/demo/past-days.js',
  'dist/src/demo/seed-demo.js',
  'dist/src/i18n/sandbox.js',
  'dist/src/main/platforms/sandbox.js',
  'dist/src/present/samples',
  'dist/src/present/samples.js',
];

/** Its texts in one language. */
const SANDBOX_TEXTS = /^dist\/src\/i18n\/[^/]+\/sandbox\.js$/;

/** A package's path inside the tree, split into its name and the rest. */
const IN_PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/@][^/]*)(?:\/(.*))?$/;

/** Why the file or folder is not needed; null: it is kept. `path` is relative to the tree, with `/`. */
function reasonToRemove(path, { sandbox }) {
  if (!sandbox && isSandboxCode(path)) return 'the sandbox';
  const file = FILES.find(({ name }) => name.test(path.slice(path.lastIndexOf('/') + 1)));
  const [, name, rest] = IN_PACKAGE.exec(path) ?? [];
  if (name === undefined)
    return path.startsWith('dist/') && /\.tsbuildinfo$/.test(path) ? file.because : null;
  if (rest === undefined) return reasonAgainstPackage(name, sandbox);
  if (FOLDERS.test(rest)) return 'tests, documentation and examples';
  if (OTHER_BUILDS[name]?.includes(rest)) return 'builds for other platforms and module systems';
  const unused = UNUSED_PARTS[name];
  return unused?.parts.includes(rest) ? unused.because : (file?.because ?? null);
}

function isSandboxCode(path) {
  const code = path.replace(/\.map$/, '');
  return SANDBOX_CODE.includes(code) || SANDBOX_TEXTS.test(code);
}

function reasonAgainstPackage(name, sandbox) {
  if (!sandbox && SANDBOX_PACKAGES.test(name)) return 'the sandbox';
  return UNUSED_PACKAGES.find((unused) => unused.name.test(name))?.because ?? null;
}

/** Removes below the folder, and adds to `removed` the kilobytes by reason. */
function prune(root, folder, options, removed) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const reason = reasonToRemove(path, options);
    if (reason !== null) {
      removed.set(reason, (removed.get(reason) ?? 0) + sizeOf(join(root, path)));
      rmSync(join(root, path), { recursive: true });
    } else if (entry.isDirectory()) {
      prune(root, path, options, removed);
      if (readdirSync(join(root, path)).length === 0) rmdirSync(join(root, path));
    }
  }
}

/** In bytes, as the files take on a disk with blocks of 4 KiB. */
function sizeOf(path) {
  const stats = lstatSync(path);
  const own = Math.ceil(stats.size / 4096) * 4096;
  return stats.isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), own)
    : own;
}

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sandbox: { type: 'string', default: 'off' } },
});
const [root] = positionals;
if (root === undefined || !existsSync(join(root, 'node_modules')) || !/^(on|off)$/.test(values.sandbox)) {
  fail('Usage: node scripts/prune-production.mjs DIR [--sandbox=on|off], where DIR holds node_modules');
}
if (existsSync(join(root, '.git'))) fail(`${root} is a checkout, which needs what would be removed`);
const removed = new Map();
prune(root, '', { sandbox: values.sandbox === 'on' }, removed);
for (const [reason, bytes] of [...removed].sort(([, a], [, b]) => b - a)) {
  console.log(`${megabytes(bytes).padStart(10)}  ${reason}`);
}
console.log(`${megabytes(sizeOf(root)).padStart(10)}  left`);

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
