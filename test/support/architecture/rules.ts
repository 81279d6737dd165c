/** A layer: where it stands, and all it may import apart from itself. */
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
  'ports',
  'app',
  'grammar',
  'limits',
  'i18n',
  'present',
  'store',
  'web',
  'demo',
  'schedules',
  'config',
  'log',
  'adapters',
];
const ADAPTER = {
  layers: ['domain', 'ports'],
  because: 'an adapter translates between its platform and the ports of the core, and meets the rest in main',
};
const ADAPTER_PACKAGES = ['node:', 'express', 'zod', 'temporal-polyfill', 'lru-cache', 'async-mutex'];

export const LAYERS: readonly Layer[] = [
  ...['en', 'ja', 'zh-CN', 'zh-TW'].map((locale) => ({
    name: `words/${locale}`,
    path: `src/i18n/${locale}/typed`,
    layers: [],
    packages: [],
    because: 'the words of typed values are data: the domain reads them where a language has all its words',
  })),
  {
    name: 'domain',
    path: 'src/domain',
    layers: ['words'],
    packages: [
      'temporal-polyfill',
      'date-holidays',
      'get-east-asian-width',
      'countries-and-timezones',
      ...['csv-parse/sync', 'rrule-temporal', 'yaml', 'zod'],
    ],
    because:
      'the domain is pure: no input, no output, no library but for dates, characters and the form of a text',
  },
  {
    name: 'ports',
    path: 'src/ports',
    layers: ['domain'],
    packages: [],
    because: 'a port is an interface in the words of the domain',
  },
  {
    name: 'app',
    path: 'src/app',
    layers: ['domain', 'ports'],
    packages: ['temporal-polyfill'],
    because: 'use cases reach the world through ports only',
  },
  {
    name: 'grammar',
    path: 'src/grammar',
    layers: ['domain', 'ports', 'app', 'i18n'],
    packages: ['fastest-levenshtein', 'temporal-polyfill'],
    because: 'the grammar is pure: a text in, an intent out; what people type stands with each language',
  },
  {
    name: 'limits',
    path: 'src/limits',
    layers: ['domain', 'ports'],
    packages: [],
    because: 'rate limits know no platform and no use case',
  },
  {
    name: 'i18n',
    path: 'src/i18n',
    layers: ['domain', 'ports'],
    packages: ['intl-messageformat', 'temporal-polyfill'],
    because: 'catalogues know languages, not messages',
  },
  {
    name: 'present',
    path: 'src/present',
    layers: ['domain', 'ports', 'app', 'i18n'],
    packages: [],
    because: 'presenting is pure: a message and a language in, a card out',
  },
  {
    name: 'store',
    path: 'src/store',
    layers: ['domain', 'ports', 'limits'],
    packages: ['node:', 'async-mutex', 'kysely', 'libsql', 'lru-cache', 'pg'],
    because: 'the store knows the ports and its database, nothing else',
  },
  {
    name: 'web',
    path: 'src/web',
    layers: ['domain', 'ports', 'app'],
    packages: [
      ...['node:', 'express', 'helmet', 'preact', 'preact-render-to-string', 'prom-client'],
      ...['csv-stringify', 'write-excel-file', '@observablehq/plot', 'linkedom', 'zod', 'ical-generator'],
      ...['@modelcontextprotocol/server'],
    ],
    because: 'the web server knows no platform: they mount their own routes, and its pages ask the app',
  },
  {
    name: 'demo',
    path: 'src/demo',
    layers: ['domain', 'ports', 'app'],
    packages: ['async-mutex'],
    because: 'the demonstration uses the core as main does, and nothing uses it',
  },
  {
    name: 'schedules',
    path: 'schedules',
    layers: ['domain', 'ports'],
    packages: ['node-cron'],
    because: 'the clock only asks what is due',
  },
  {
    name: 'adapters/slack',
    path: 'adapters/slack',
    ...ADAPTER,
    packages: [...ADAPTER_PACKAGES, '@slack/', 'undici', 'preact', 'preact-render-to-string'],
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
    packages: [
      ...ADAPTER_PACKAGES,
      'helmet',
      'preact',
      'preact-render-to-string',
      'idiomorph',
      'adaptivecards',
      'better-sse',
    ],
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
    layers: ['ports', 'config'],
    packages: ['pino'],
    because: 'a log needs its level, and nothing else needs pino',
  },
  {
    name: 'main',
    path: 'src/main',
    // The page of the set-up shows what the doctor finds.
    layers: [...ANYTHING, 'tools'],
    packages: ['node:'],
    because: 'the parts meet here, and libraries stay in the parts',
  },
  {
    name: 'tools',
    path: 'src/tools',
    layers: ['domain', 'ports', 'app', 'present', 'config', 'store', 'adapters'],
    packages: ['node:'],
    because: 'commands of their own, which use the parts and start none',
  },
];

/** What may be taken from the world in few places only: everywhere else it is injected. */
export interface Confined {
  use: RegExp;
  only: string[];
  because: string;
}

const STARTS = [
  'src/main.ts',
  'src/main/real-time.ts',
  'src/tools/command.ts',
  'src/tools/backup.ts',
  'src/tools/migrate-store.ts',
  'src/tools/erase-org.ts',
  'src/tools/import.ts',
  'src/tools/activity.ts',
  'src/tools/holidays.ts',
  'src/tools/campaign.ts',
  'src/tools/departments.ts',
  'src/tools/doctor/index.ts',
];

export const CONFINED: readonly Confined[] = [
  {
    use: /^process\.(env|argv)$/,
    only: ['src/config/index.ts', 'src/tools/backup.ts'],
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

/** An expression that stands for a decision, and the files that make it. */
export interface OnePlace {
  expression: RegExp;
  /** The folder the rule holds for. */
  within: string;
  /** Files, and folders that end in a slash. */
  only: string[];
  because: string;
}

export const ONE_PLACE: readonly OnePlace[] = [
  {
    expression: /^ledger\.claim\(\)$/,
    within: 'src/',
    only: ['src/app/delivery/deliver.ts'],
    because: 'a task is claimed, sent and finished in one way',
  },
  {
    expression: /^ledger\.(sending|finish|renew|release)\(\)$/,
    within: 'src/',
    only: ['src/app/delivery/deliver.ts', 'src/app/delivery/measure-ledger.ts'],
    because: 'what becomes of a claimed task is recorded in one way',
  },
  {
    expression: /^type Core$/,
    within: '',
    only: [
      'src/app/core.ts',
      'src/app/requests/inbox.ts',
      'src/app/office/index.ts',
      'src/app/api/index.ts',
      'src/main/create-core.ts',
    ],
    because: 'a function names the ports it takes, as Ports<…>',
  },
  {
    expression: /^instanceof ChatError$/,
    within: 'src/',
    only: ['src/app/delivery/outcome.ts'],
    because: 'what a fault of a platform leads to is decided once',
  },
  {
    expression: /^style [!=]== '(home|home-part|satellite|mobile|off-peak|leave|trip|office)'$/,
    within: '',
    // The words of an example, and the script of the demonstration.
    only: ['src/present/examples.ts', 'adapters/sandbox/play/script.ts'],
    because: 'the table in src/domain/answers/work-style.ts says what a work style means',
  },
  {
    expression:
      /^(at|firstAt) (<|<=|>|>=) (closesAt|lateFrom)$|^(closesAt|lateFrom) (<|<=|>|>=) (at|firstAt)$/,
    within: '',
    // The instant of a reminder, which is within the window.
    only: ['src/domain/answers/poll.ts', 'src/domain/agenda.ts'],
    because: 'isLate judges whether an answer is late',
  },
  {
    expression: /^tallyOf\(\)$/,
    within: '',
    only: ['src/app/figures/', 'src/domain/answers/', 'src/present/samples/data.ts'],
    because: 'two commands must not give two counts of one day',
  },
  {
    expression: /^(shownOf|countsElsewhere)\(\)$/,
    within: '',
    // The book of a day keeps what its team was shown.
    only: ['src/app/figures/', 'src/domain/answers/', 'src/store/poll-books.ts'],
    because: 'what a team may be shown of answers given elsewhere is decided where counts are made',
  },
  {
    expression: /^may\(\)$/,
    within: '',
    only: [
      'src/app/requests/perform.ts',
      // Which of several teams is meant in private: the one in which the person has the right.
      'src/app/requests/subject.ts',
      // Help, the panel and the list of campaigns offer what the person may do.
      'src/app/requests/help.ts',
      'src/app/campaigns/list-campaigns.ts',
      'src/app/answers/show-who.ts',
      'src/app/requests/channel-served.ts',
      'src/app/teams/my-teams.ts',
      // The pages show the way to what the visitor may see.
      'src/app/office/today.ts',
      // Only a vote on a day that is over takes a right.
      'src/app/answers/record-answer.ts',
    ],
    because: 'the right that an intent takes is judged where it is performed',
  },
  {
    expression: /^(\w+\.)?roles\(\)$/,
    within: '',
    only: [
      'src/app/requests/perform.ts',
      'src/app/requests/subject.ts',
      'src/app/requests/help.ts',
      'src/app/campaigns/list-campaigns.ts',
      'src/app/answers/show-who.ts',
      'src/app/requests/channel-served.ts',
      'src/app/answers/record-answer.ts',
      'src/app/office/today.ts',
      // Asks the platform once a request.
      'src/app/requests/context-of.ts',
      // What a role in one place means for a team of another.
      'src/app/teams/roles.ts',
    ],
    because: 'roles are asked for when a right is judged, and only then',
  },
  {
    expression: /^as Right$/,
    within: '',
    only: ['src/domain/permissions.ts'],
    because: 'may alone makes a right',
  },
  {
    expression: /^as Disclosure$|^(disclose|revise)\(\)$/,
    within: '',
    only: [
      'src/domain/figures/disclosure.ts',
      'src/domain/figures/publication.ts',
      'src/domain/figures/roll-up.ts',
      'src/present/samples/',
    ],
    because:
      'figures leave the organisation, or a team, through one gate, as planned publications or roll-ups',
  },
  {
    expression: /^planPublications\(\)$/,
    within: '',
    only: ['src/app/figures/organiser-figures.ts'],
    because: 'what is published is planned under the lock of the organisation, and stored as it was',
  },
  {
    expression: /^kind [!=]== '(person|guest|outsider|bot|deactivated)'$/,
    within: 'src/',
    only: ['src/domain/people/roster.ts'],
    because: 'who counts and who is an outsider is decided once',
  },
  {
    expression: /^'outsider'$/,
    within: '',
    only: [
      'src/domain/people/',
      // The refusal of that name.
      'src/domain/refusal.ts',
      'src/app/requests/inbox.ts',
      'adapters/slack/belonging.ts',
      // Apply what belonging.ts says to users, and to what requests tell of theirs.
      'adapters/slack/profile.ts',
      'adapters/slack/people.ts',
      'adapters/teams/belonging.ts',
      // As it is stored.
      'adapters/teams/records.ts',
    ],
    because: 'an adapter decides at its border who belongs, and isOutsider asks for it',
  },
  {
    expression: /^type Store$/,
    within: '',
    only: ['src/main/', 'src/store/', 'src/tools/'],
    because: 'a function names the repositories it takes',
  },
];

/** What a reader holds at once. */
export const MOST_LINES = 250;

/** The same names in each adapter: a reader of one knows the others. */
export const ADAPTER_FILES = ['index', 'chat', 'listen', 'render', 'errors', 'limits'];
/** The sandbox is its own platform in the same process: it has no foreign errors and no rate limits. */
export const NOT_NEEDED = ['sandbox/errors', 'sandbox/limits'];
