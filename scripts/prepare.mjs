// Makes the checkout ready to run: the right Node.js, the locked packages, a fresh build.
// Runs before `npm start` and `npm test`; only Node's own modules, because nothing else may be there yet.
// Says nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];
const SOURCES = ['src', 'adapters', 'schedules'];
const BUILD_SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const STAMP = join(ROOT, 'dist', '.built');

process.chdir(ROOT);
requireNode(process.versions.node);
if (!isInstalled()) install();
if (!isBuilt()) build();

function requireNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(`Node.js ${version} is too old: install ${OLDEST_NODE.join('.')} or newer from https://nodejs.org`);
}

/** Compares contents, not times: a checkout makes files look new which say the same as before. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf(join('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    // Optional packages are for other machines, too.
    const installed = present[path];
    return installed ? installed.version === version : optional === true;
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function install() {
  console.error('Installing the packages of package-lock.json …');
  // No package here needs its install script, and none gets the chance to run one.
  const options = ['--include=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  run(npm(), ['ci', ...options, '--loglevel=error'], 'npm ci');
}

/** The npm which runs this script, where one does; Windows cannot start `npm` without a shell. */
function npm() {
  const path = process.env.npm_execpath;
  return path ? [process.execPath, path] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

function isBuilt() {
  if (!existsSync(STAMP)) return false;
  const builtAt = statSync(STAMP).mtimeMs;
  return BUILD_SETTINGS.every((file) => statSync(file).mtimeMs <= builtAt) && newestOf(SOURCES) <= builtAt;
}

/** The last change below the folders; a folder itself changes when a file in it comes or goes. */
function newestOf(folders) {
  return Math.max(0, ...folders.filter((folder) => existsSync(folder)).map(newestIn));
}

function newestIn(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs;
  });
  return Math.max(statSync(folder).mtimeMs, ...inside);
}

function build() {
  const startedAt = new Date();
  console.error('Building …');
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  run([process.execPath, tsc], ['-p', 'tsconfig.build.json'], 'The build');
  for (const folder of SOURCES) removeOrphans(folder);
  writeFileSync(STAMP, '');
  // The time of the start: what was saved while the compiler ran is built next time.
  utimesSync(STAMP, startedAt, startedAt);
}

/** Removes what was built of a source that is gone: `a.js` would be loaded in the place of the new `a/index.js`. */
function removeOrphans(folder) {
  for (const entry of readdirSync(join('dist', folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const source = path.replace(/\.js(\.map)?$/, '.ts');
    if (entry.isDirectory() && existsSync(path)) removeOrphans(path);
    else if (![path, source, `${source}x`].some(existsSync)) rmSync(join('dist', path), { recursive: true });
  }
}

function run([command, ...first], rest, what) {
  const { status, signal, error } = spawnSync(command, [...first, ...rest], { stdio: 'inherit' });
  if (error) fail(`${what} could not start: ${error.message}`);
  if (signal) fail(`${what} was stopped by ${signal}`);
  if (status !== 0) fail(`${what} failed; the reason stands above`);
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
