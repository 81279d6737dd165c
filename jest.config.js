/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.js',
  // Loaded once a process, see environment.js.
  moduleNameMapper: { '^date-holidays$': '<rootDir>/test/support/date-holidays.js' },
  globalSetup: '<rootDir>/test/support/run-folder.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // Scripts of their own: the fakes' tests (`npm run test:fakes`), pages in Chromium (`npm run test:browser`), and
  // minutes of killed processes (`npm run test:chaos`).
  testPathIgnorePatterns: ['/node_modules/', '/test/fakes/', '/test/browser/', '/test/chaos/', '/test/day/'],
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
    '/node_modules/(?!(get-east-asian-width|temporal-polyfill|temporal-utils|intl-messageformat|@formatjs|idiomorph|preact|preact-render-to-string)/)',
  ],
  // For whole processes and pages on a busy machine; a unit test takes milliseconds.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/test/support/longest-first.js',
  maxWorkers: 2,
};
