/** A layer: where it stands, and all it may import beside itself. */
export interface Layer {
  name: string;
  /** A folder, or a file without its ending, or both. */
  path: string;
  layers: string[];
  /** Names of packages, `node:` for all of Node's modules. */
  packages: string[];
  because: string;
}

const ANYTHING = [
  'domain',
  'app',
  'i18n',
  'present',
  'store',
  'web',
  'schedules',
  'config',
  'log',
  'adapters',
];
const ADAPTER = {
  layers: ['domain', 'app'],
  because: 'an adapter translates between its platform and the ports of the core, and meets the rest in main',
};
const ADAPTER_PACKAGES = ['node:', 'express', 'zod', 'temporal-polyfill'];

export const LAYERS: readonly Layer[] = [
  {
    name: 'domain',
    path: 'src/domain',
    layers: [],
    packages: ['temporal-polyfill', 'date-holidays'],
    because: 'the domain is pure: no input, no output, no library but for dates',
  },
  {
    name: 'app',
    path: 'src/app',
    layers: ['domain'],
    packages: ['fastest-levenshtein', 'temporal-polyfill'],
    because: 'use cases reach the world through the interfaces of ports.ts only',
  },
  {
    name: 'i18n',
    path: 'src/i18n',
    layers: ['domain'],
    packages: ['intl-messageformat', 'temporal-polyfill'],
    because: 'catalogues know languages, not messages',
  },
  {
    name: 'present',
    path: 'src/present',
    layers: ['domain', 'app', 'i18n'],
    packages: [],
    because: 'presenting is pure: a message and a language in, a card out',
  },
  {
    name: 'store',
    path: 'src/store',
    layers: ['domain', 'app'],
    packages: ['node:', 'kysely', 'libsql', 'pg', 'zod'],
    because: 'the store knows the ports and its database, nothing else',
  },
  {
    name: 'web',
    path: 'src/web',
    layers: ['domain', 'app'],
    packages: ['node:', 'express', 'prom-client'],
    because: 'the web server knows no platform: they mount their own routes',
  },
  {
    name: 'schedules',
    path: 'schedules',
    layers: ['domain', 'app'],
    packages: ['node-cron'],
    because: 'the clock only asks what is due',
  },
  {
    name: 'adapters/slack',
    path: 'adapters/slack',
    ...ADAPTER,
    packages: [...ADAPTER_PACKAGES, '@slack/', 'undici'],
  },
  {
    name: 'adapters/teams',
    path: 'adapters/teams',
    ...ADAPTER,
    packages: [...ADAPTER_PACKAGES, 'botbuilder', 'botframework-'],
  },
  {
    name: 'adapters/sandbox',
    path: 'adapters/sandbox',
    ...ADAPTER,
    packages: [...ADAPTER_PACKAGES, 'preact', 'preact-render-to-string', 'idiomorph', 'adaptivecards'],
  },
  {
    name: 'config',
    path: 'src/config',
    layers: ['domain'],
    packages: ['node:', 'dotenv', 'zod', 'temporal-polyfill'],
    because: 'settings are read before anything else is there',
  },
  {
    name: 'log',
    path: 'src/log',
    layers: ['app', 'config'],
    packages: ['pino'],
    because: 'a log needs its level, and nobody else needs pino',
  },
  {
    name: 'main',
    path: 'src/main',
    layers: ANYTHING,
    packages: ['node:'],
    because: 'the parts meet here, and libraries stay in the parts',
  },
  {
    name: 'backup',
    path: 'src/backup',
    layers: ['config', 'store'],
    packages: ['node:'],
    because: 'a command of its own, which only copies the database',
  },
  {
    name: 'migrate-store',
    path: 'src/migrate-store',
    layers: ['config', 'store'],
    packages: ['node:'],
    because: 'a command of its own, which only moves the database',
  },
  {
    name: 'erase-org',
    path: 'src/erase-org',
    layers: ['domain', 'app', 'config', 'store', 'adapters'],
    packages: ['node:'],
    because: 'a command of its own, which knows what every part keeps of an organisation',
  },
  {
    name: 'doctor',
    path: 'src/doctor',
    layers: ['domain', 'app', 'config', 'store', 'adapters'],
    packages: ['node:'],
    because: 'a command of its own, which looks at every part and starts none',
  },
];

/** What may be taken from the world in few places only: everywhere else it is injected. */
export interface Confined {
  use: RegExp;
  only: string[];
  because: string;
}

const STARTS = ['src/main.ts', 'src/backup.ts', 'src/migrate-store.ts', 'src/erase-org.ts', 'src/doctor.ts'];

export const CONFINED: readonly Confined[] = [
  {
    use: /^process\.(env|argv)$/,
    only: ['src/config.ts', 'src/backup.ts'],
    because: 'settings are read once, and judged together',
  },
  {
    use: /^(Date|Date\.now|new Date\(\)|performance\.now|Temporal\.Now)$/,
    only: STARTS,
    because: 'the clock is injected, so that a day can be simulated and tested',
  },
  {
    use: /^(Math\.random|crypto\.\w+)$/,
    only: STARTS,
    because: 'ids are injected, so that a test can know them',
  },
  {
    use: /^set(Timeout|Interval)$/,
    only: STARTS,
    because: 'timers are injected, so that no test sleeps',
  },
  {
    use: /^process\.(exit|exitCode|on|once|kill)$/,
    only: [...STARTS, 'src/main/signals.ts'],
    because: 'only who starts the process ends it',
  },
  {
    use: /^globalThis\./,
    only: [],
    because: 'it would hide any of the above',
  },
];

export const MOST_LINES = 400;
/** Nobody reads a catalogue from end to end: the words of a language are looked up. */
export const MAY_BE_LONG = /^src\/i18n\/(en|ja|zh-CN|zh-TW)\.ts$/;

/** The same names in each adapter: who knows one finds their way in the others. */
export const ADAPTER_FILES = ['index', 'chat', 'listen', 'render', 'errors'];
/** The sandbox is its own platform, in the same process: there is nobody whose errors it could translate. */
export const NOT_NEEDED = ['sandbox/errors'];
