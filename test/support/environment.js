const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** What every file of tests would compile again, by file name. */
const compiled = new Map();
const { compileFunction } = vm;

/** V8 parses each module once a process, instead of once a file of tests: a file loads hundreds. */
vm.compileFunction = (source, params, options) => {
  const known = compiled.get(options.filename);
  if (known?.source === source)
    return compileFunction(source, params, { ...options, cachedData: known.cachedData });
  const made = compileFunction(source, params, { ...options, produceCachedData: true });
  compiled.set(options.filename, { source, cachedData: made.cachedData });
  return made;
};

// A worker with nothing left to do frees its heap, which after hundreds of files takes longer than the half second Jest
// waits for it: end at once. Handles that are left open still keep it alive, and Jest still reports them.
if (process.send) process.once('beforeExit', () => process.exit());

/** Node's own, and large packages once a process: they take longer to load than most files to run. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.loadOnce = (name) => require(name);
  }
};
