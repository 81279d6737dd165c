const base = require('./jest.config.js');

/** The tests of the fakes of Slack and Teams, against the platforms' own client libraries. */
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/fakes'],
  testPathIgnorePatterns: ['/node_modules/'],
};
