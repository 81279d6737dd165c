import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import type { SettingDefaults } from '../domain/teams/settings';
import type { Millis } from '../domain/time/calendar';
import {
  type SlackConfig,
  sandboxClashes,
  slackClashes,
  slackConfig,
  type TeamsConfig,
  teamsClashes,
  teamsConfig,
} from './chats';
import type { Clash, Given } from './clash';
import { type JoinedConfig, joinedClashes, joinedConfig } from './joined';
import { isLoopback } from './readers';
import { cureOf, type LOG_LEVELS, SHOWN, VARIABLES, type Values, type Variable } from './variables';

export type { SlackConfig, TeamsConfig } from './chats';

/** The database. With PostgreSQL only the sandbox uses `dataDir`. `url` holds a password. */
export type StoreConfig =
  | { kind: 'sqlite'; dataDir: string }
  | { kind: 'postgres'; dataDir: string; url: string; poolSize: number };

/** The operator's settings, deeply frozen. They hold secrets: never log them. */
export interface Config {
  /** Null: not configured. */
  slack: SlackConfig | null;
  teams: TeamsConfig | null;
  store: StoreConfig;
  /** `publicUrl` has no slash at its end; null: the address the server listens on. */
  http: {
    host: string;
    /** The address to listen on: `host`, or this machine alone where anyone could send requests without a proof. */
    listenHost: string;
    port: number;
    publicUrl: string | null;
    /**
     * Where people reach the pages: `publicUrl`, where that is safe for their sessions; '' in the sandbox, whose visitors
     * are there already; null: nowhere.
     */
    pagesAt: string | null;
    /** How long a stopping bot keeps serving while it reports that it is not ready, in milliseconds. */
    drainMs: Millis;
    /** The bearer token that `/metrics` asks for; null: it is read from this machine only. */
    metricsToken: string | null;
    /** What every request to the sandbox, and to Teams without credentials, must bring; null: only this machine may send. */
    sandboxToken: string | null;
  };
  log: { level: LogLevel };
  /** Settings of teams that have set nothing yet. */
  defaults: SettingDefaults;
  /** How long answers and the trail of administrators are kept, in months. */
  retentionMonths: number;
  /** A simulated clock, from `simulatedNow` (null: the real time) at `speed` seconds a real second; null: none. */
  clock: { simulatedNow: Millis | null; speed: number } | null;
  /** Whether the sandbox runs: by its setting, or because no chat platform is configured. */
  sandbox: boolean;
  /** Whether its demo team has past days. */
  pastDays: boolean;
  /** 32 bytes in hexadecimal, for secrets at rest; older keys, which only decrypt, follow after commas. */
  encryptionKey: string | null;
  joined: JoinedConfig;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Record<string, string | undefined>;

/** What is wrong with one setting and how to cure it; never the value of a secret. */
export interface ConfigFault {
  variable: string;
  wrong: string;
  cure: string;
}

export interface ConfigFaults {
  faults: ConfigFault[];
}

const THIS_MACHINE = '127.0.0.1';
const LONGEST_SHOWN = 60;

/** Reads the settings from the environment and the file `.env`; the environment wins, even with an empty text. */
export function loadConfig(env: Environment = process.env, file = '.env'): Config | ConfigFaults {
  try {
    return readConfig({ ...readEnvFile(file), ...env });
  } catch (error) {
    const wrong = `cannot be read (${codeOf(error)})`;
    return { faults: [{ variable: file, wrong, cure: 'make it readable for this user, or remove it' }] };
  }
}

/** The settings as they stand in the environment and the file, unread. */
export function givenSettings(env: Environment = process.env, file = '.env'): Given {
  return trimmed({ ...readEnvFile(file), ...env });
}

/** The configuration, or every fault in it at once. An empty text counts as unset. */
export function readConfig(env: Environment): Config | ConfigFaults {
  const given = trimmed(env);
  const parsed = VARIABLES.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const clashes: Clash[] = [
    ...issues.map(({ path, message }) => ({ variable: path[0] as Variable, wrong: message })),
    ...slackClashes(given),
    ...joinedClashes(given),
    ...teamsClashes(given, isLoopback(given.HOST ?? 'localhost')),
    ...sandboxClashes(given),
  ];
  if (!parsed.success || clashes.length > 0) return { faults: clashes.map((clash) => faultOf(clash, given)) };
  return freeze(configOf(parsed.data));
}

/** Creates the database's folder for this user alone; a fault when it cannot be created or written. */
export function prepareDataDir(dataDir: string): ConfigFault | null {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const wrong = `(${dataDir}) cannot be created or written (${codeOf(error)})`;
    return { variable: 'DATA_DIR', wrong, cure: cureOf('DATA_DIR') };
  }
}

/** All faults as text for the operator, one on each line. */
export function describeFaults(faults: readonly ConfigFault[]): string {
  const lines = faults.map(({ variable, wrong, cure }) => `  ${variable} ${wrong}; ${cure}.`);
  return ['The settings are not usable:', ...lines, 'See .env.example for every setting.'].join('\n');
}

function configOf(values: Values): Config {
  const slack = slackConfig(values);
  const teams = teamsConfig(values);
  const { SIMULATED_NOW: simulatedNow, SIMULATED_SPEED: speed } = values;
  const sandbox = values.SANDBOX_ENABLED === 'auto' ? !slack && !teams : values.SANDBOX_ENABLED;
  const open = sandbox || (teams !== null && teams.credentials === null);
  return {
    slack,
    teams,
    store: storeConfig(values),
    http: httpConfig(values, { open, sandbox }),
    log: { level: values.LOG_LEVEL },
    defaults: {
      zone: values.DEFAULT_TIME_ZONE,
      language: values.DEFAULT_LOCALE,
      country: values.DEFAULT_COUNTRY,
    },
    clock:
      simulatedNow === undefined && speed === undefined
        ? null
        : { simulatedNow: simulatedNow ?? null, speed: speed ?? 1 },
    sandbox,
    pastDays: values.SANDBOX_PAST_DAYS,
    encryptionKey: values.ENCRYPTION_KEY ?? null,
    retentionMonths: values.RETENTION_MONTHS,
    joined: joinedConfig(values),
  };
}

/** `open`: requests without a proof of who sent them are answered. */
function httpConfig(values: Values, { open, sandbox }: { open: boolean; sandbox: boolean }): Config['http'] {
  const { HOST: host, SANDBOX_TOKEN: sandboxToken = null } = values;
  const alone = open && sandboxToken === null && !isLoopback(host);
  return {
    host,
    listenHost: alone ? THIS_MACHINE : host,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? null,
    pagesAt: pagesAt(values.PUBLIC_URL, sandbox),
    drainMs: values.DRAIN_SECONDS,
    metricsToken: values.METRICS_TOKEN ?? null,
    sandboxToken,
  };
}

function pagesAt(publicUrl: string | undefined, sandbox: boolean): string | null {
  if (publicUrl === undefined) return sandbox ? '' : null;
  const { protocol, hostname } = new URL(publicUrl);
  // A session that travels in the clear could be read on the way.
  return protocol === 'https:' || isLoopback(hostname) ? publicUrl : null;
}

function storeConfig(values: Values): StoreConfig {
  const { DATA_DIR: dataDir, DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize } = values;
  return url === undefined ? { kind: 'sqlite', dataDir } : { kind: 'postgres', dataDir, url, poolSize };
}

function trimmed(env: Environment): Given {
  const names = Object.keys(VARIABLES.shape) as Variable[];
  const texts = names.map((name) => [name, env[name]?.trim() || undefined] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

function faultOf({ variable, wrong }: Clash, given: Given): ConfigFault {
  const value = given[variable];
  const shown = value && SHOWN.has(variable) ? `(${JSON.stringify(value.slice(0, LONGEST_SHOWN))}) ` : '';
  return { variable, wrong: `${shown}${wrong}`, cure: cureOf(variable) };
}

function readEnvFile(file: string): Environment {
  try {
    return parse(readFileSync(file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw error;
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) freeze(part);
  }
  return Object.freeze(value);
}
