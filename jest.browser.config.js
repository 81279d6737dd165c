const base = require('./jest.config.js');

/** The tests of pages in a real browser: they need Chromium, which `npm test` does not. */
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
};
