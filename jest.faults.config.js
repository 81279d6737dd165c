const base = require('./jest.config.js');

// `npm test` plays a few of them.
process.env.FAULT_RUNS ??= '200';

/** Days with faults at every port, many of them; FAULT_RUNS says how many. */
/** @type {import('jest').Config} */
module.exports = { ...base, roots: ['<rootDir>/test/faults'] };
