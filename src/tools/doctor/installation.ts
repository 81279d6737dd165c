import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../config';
import type { Check, CheckParts, Finding } from '../../ports/check';
import { isOpenToOthers, STORE_FILE } from '../../store';
import { database, type Inspection } from './database';

const OLDEST_NODE = [20, 19] as const;
const PATIENCE_MS = 10_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Checks of the installation that apply to every platform. `inspect` opens the database for reading. */
export function installationChecks(
  config: Config,
  { fetch }: CheckParts,
  inspect: () => Promise<Inspection | null>,
): Check[] {
  const { kind, dataDir } = config.store;
  const usesFolder = kind === 'sqlite' || config.sandbox;
  return [
    { name: 'Settings', run: async () => settings(config) },
    ...(usesFolder ? [{ name: 'Data folder', run: async () => folder(dataDir) }] : []),
    { name: 'Database', run: () => database(join(dataDir, STORE_FILE), inspect) },
    { name: 'Address', remote: true, run: () => address(config, fetch) },
  ];
}

export function nodeCheck(version: string): Check {
  return { name: 'Node.js', run: async () => node(version) };
}

function node(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldest, oldestMinor] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return { state: 'ok', text: version };
  const cure = `install ${OLDEST_NODE.join('.')} or newer`;
  return { state: 'fail', text: `${version} is too old`, cure };
}

function settings({ slack, teams, sandbox, clock, retentionMonths }: Config): Finding {
  const on = [slack ? `Slack (${slack.auth.kind}, ${slack.connection.kind})` : '', teams ? 'Teams' : ''];
  const names = [...on, sandbox ? 'the sandbox' : ''].filter((name) => name !== '');
  const platforms = names.length > 0 ? `for ${names.join(' and ')}` : 'but for no platform';
  const text = `complete, ${platforms}; answers are kept for ${retentionMonths} months`;
  if (clock) {
    const cure = 'unset SIMULATED_NOW and SIMULATED_SPEED for real use';
    return { state: 'warn', text: `${text}; the clock is simulated`, cure };
  }
  if (names.length > 0) return { state: 'ok', text };
  return { state: 'warn', text, cure: 'configure Slack or Teams, or set SANDBOX_ENABLED=on' };
}

function folder(dataDir: string): Finding {
  const path = resolve(dataDir);
  const cure = `give the user the bot runs as the right to write ${path}, or set DATA_DIR`;
  const nearest = existing(path);
  try {
    if (!statSync(nearest).isDirectory()) return { state: 'fail', text: `${nearest} is not a folder`, cure };
    accessSync(nearest, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return { state: 'fail', text: `${nearest} cannot be written`, cure };
  }
  if (nearest !== path) return { state: 'ok', text: `${path} will be made at the first start` };
  return openToOthers(path) ?? { state: 'ok', text: path };
}

/** What other users of this machine could read in the folder; null: nothing. */
function openToOthers(path: string): Finding | null {
  const files = ['', '-wal', '-shm', '.lock'].map((suffix) => join(path, STORE_FILE + suffix));
  const open = files.filter((file) => isOpenToOthers(file));
  if (!isOpenToOthers(path) && open.length === 0) return null;
  const commands = [
    ...(isOpenToOthers(path) ? [`chmod 700 '${path}'`] : []),
    ...(open.length > 0 ? [`chmod 600 ${open.map((file) => `'${file}'`).join(' ')}`] : []),
  ];
  return { state: 'warn', text: `${path} is open to other users`, cure: commands.join(' && ') };
}

/** The path itself, or the nearest folder above it that is there. */
function existing(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existing(dirname(path));
}

/** Whether a platform, or a browser, has to reach the bot from outside. */
function needsAddress({ slack, teams }: Config): boolean {
  return slack?.connection.kind === 'http' || slack?.auth.kind === 'oauth' || Boolean(teams?.credentials);
}

async function address(config: Config, send: typeof fetch): Promise<Finding> {
  const { publicUrl, host, port } = config.http;
  if (!needsAddress(config))
    return { state: 'ok', text: 'none is needed: no platform calls the bot from outside' };
  if (publicUrl === null) {
    const text = `PUBLIC_URL is not set; the bot listens on ${host}:${port}`;
    return { state: 'warn', text, cure: 'set PUBLIC_URL to the https address under which others reach it' };
  }
  const { protocol, hostname, search, hash } = new URL(publicUrl);
  if (search || hash) {
    return { state: 'fail', text: 'PUBLIC_URL has more than a path', cure: 'leave out what follows ? or #' };
  }
  if (LOOPBACK.test(hostname)) {
    const text = `PUBLIC_URL (${publicUrl}) is this machine alone`;
    return {
      state: 'warn',
      text,
      cure: 'for real use, set the https address under which others reach the bot',
    };
  }
  if (protocol !== 'https:') {
    return {
      state: 'fail',
      text: `PUBLIC_URL (${publicUrl}) is not https`,
      cure: 'put a proxy with a certificate in front, and use https',
    };
  }
  return reach(publicUrl, send);
}

async function reach(publicUrl: string, send: typeof fetch): Promise<Finding> {
  const cure =
    'start the bot; let the proxy pass on to HOST and PORT; a firewall may also hide it from this machine alone';
  try {
    const { status } = await send(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (status === 200) return { state: 'ok', text: `${publicUrl} answers` };
    return { state: 'warn', text: `${publicUrl}/healthz answers with status ${status}`, cure };
  } catch {
    return { state: 'warn', text: `${publicUrl} does not answer from here`, cure };
  }
}
