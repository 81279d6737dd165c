const { chmodSync, mkdtempSync, rmSync, statfsSync } = require('node:fs');
const { constants, tmpdir } = require('node:os');
const { join } = require('node:path');

const MEMORY = '/dev/shm';
/** A small one, as containers have it, would be full in the middle of a run. */
const ENOUGH_BYTES = 2 ** 30;

/**
 * One folder for all that a run of tests makes, gone with the run. In memory where the system offers that: the databases
 * write every vote to the disk, and no test plays the loss of power.
 */
module.exports = function makeRunFolder() {
  const folder = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), 'telework-tests-'));
  // As /tmp is: where the tests run as root, PostgreSQL and some processes are somebody else.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  process.env.TEST_RUN_FOLDER = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
};

function hasMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}
