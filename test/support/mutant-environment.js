const { mixinJestEnvironment } = require('@stryker-mutator/jest-runner');
const Environment = require('./environment.js');

/** Ours, in which Stryker records which mutants each test reaches. */
module.exports = mixinJestEnvironment(Environment);
