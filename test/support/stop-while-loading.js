/** Loaded before the built bot (`node -r`): SIGTERM comes while the bot's parts are loaded. */
const { join } = require('node:path');

const LATE = join(__dirname, '../../dist/src/web/index.js');
const load = require.extensions['.js'];

require.extensions['.js'] = (module, file) => {
  if (file === LATE) process.kill(process.pid, 'SIGTERM');
  load(module, file);
};
