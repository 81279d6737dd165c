const base = require('./jest.config.js');

/** A whole day of several processes, which are killed: minutes long, so neither in `npm test` nor in `npm run test:chaos`. */
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  // On the disk, as in production.
  globalSetup: undefined,
  roots: ['<rootDir>/test/day'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Each of them needs the whole machine.
  maxWorkers: 1,
};
