const base = require('./jest.config.js');

/** The tests of the stand-ins for Slack and Teams, against the platforms' own client libraries. */
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/support-tests'],
  testPathIgnorePatterns: ['/node_modules/'],
};
