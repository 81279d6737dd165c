/** @type {import('jest').Config} */
const everyProject = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/environment.js',
  // Loaded once a process, see environment.js.
  moduleNameMapper: {
    '^(date-holidays|kysely|rrule-temporal|yaml)$': '<rootDir>/test/support/shared/$1.js',
    // Jest cannot load their ES modules.
    '^@observablehq/plot$': '<rootDir>/node_modules/@observablehq/plot/dist/plot.umd.js',
    '^linkedom/worker$': '<rootDir>/node_modules/linkedom/worker.js',
    '^d3(?:@.*)?$': '<rootDir>/node_modules/d3/dist/d3.js',
  },
  transform: {
    '\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2023',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // These packages ship ES modules only; Node 20.19 can require them, Jest's own module loader cannot.
  transformIgnorePatterns: [
    '/node_modules/(?!(get-east-asian-width|temporal-polyfill|temporal-utils|intl-messageformat|@formatjs|idiomorph|preact|preact-render-to-string|linkedom)/)',
  ],
};

/** Databases in memory where the system offers that, as one folder a run. */
const inMemory = { globalSetup: '<rootDir>/test/support/run-folder.js' };

/** Tests which need more than Node.js and npm, or minutes. The suite is everything else. */
const APART = ['fakes', 'browser', 'faults', 'chaos', 'day'];

/** Every store contract again, and its faults and plans, on a real PostgreSQL. */
const POSTGRES = '<rootDir>/test/store/postgres/';

/** Copies the packages of production and starts from them. */
const PRODUCTION_TREE = '<rootDir>/test/scripts/prune-production.test.ts';

/** The chat platforms over their fakes, stories from end to end, and the operator's commands. */
const PLATFORMS = ['adapters', 'scenarios', 'tools'].map((name) => `<rootDir>/test/${name}/`);

/** Plays national campaigns again: thousands of answers. */
const REPLAY = '<rootDir>/test/scenarios/replay.test.ts';

/** The tests under `test/<name>`, run by `npm run test:<name>`. */
function project(name, options) {
  return {
    ...everyProject,
    ...options,
    displayName: name,
    testMatch: [`<rootDir>/test/${name}/**/*.test.ts`, ...(options.testMatch ?? [])],
  };
}

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...everyProject,
      ...inMemory,
      displayName: 'suite',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: [
        '/node_modules/',
        PRODUCTION_TREE,
        POSTGRES,
        ...PLATFORMS,
        ...APART.map((name) => `<rootDir>/test/${name}/`),
      ],
    },
    project('fakes', inMemory),
    {
      ...project('platforms', {
        ...inMemory,
        testMatch: PLATFORMS.flatMap((folder) => [`${folder}**/*.test.ts`, `${folder}**/*.test.tsx`]),
      }),
      testPathIgnorePatterns: ['/node_modules/', REPLAY],
    },
    project('postgres', { ...inMemory, testMatch: [`${POSTGRES}**/*.test.ts`] }),
    project('browser', inMemory),
    // Days with a fault at any port.
    project('faults', inMemory),
    // Processes which are killed, with the database on the disk and the packages as in production; and the replays.
    project('chaos', { testMatch: [PRODUCTION_TREE, REPLAY] }),
    project('day', {}),
  ],
  testSequencer: '<rootDir>/test/support/longest-first.js',
  // For whole processes and pages on a busy machine; a unit test takes milliseconds.
  testTimeout: 120_000,
  maxWorkers: 2,
};
