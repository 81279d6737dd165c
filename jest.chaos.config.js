const base = require('./jest.config.js');

/** Whole days of processes which are stopped or killed: minutes long, so not in `npm test`. */
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  // On the disk, as in production.
  globalSetup: undefined,
  roots: ['<rootDir>/test/chaos'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Each of them needs the whole machine.
  maxWorkers: 1,
};
