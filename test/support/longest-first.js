const Sequencer = require('@jest/test-sequencer').default;

const LONG = ['/test/scenarios/', '/test/store/', '/test/adapters/slack/inbound'];

/** Begins with the tests that take longest, so that the last one does not run alone: a fresh clone has no timings. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (LONG.some((part) => path.includes(part)) ? 0 : 1);
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
