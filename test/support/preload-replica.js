/*
 * Loaded before the built bot (`node -r`) where tests play what no setting may say. `REPLICA` is JSON:
 *   since, speed, skew: the process's time runs `speed` times as fast since that instant of real time (milliseconds),
 *     timers too, and is `skew` milliseconds off;
 *   teams: where the fake of Microsoft is, and as whom the bot is registered there (as `FakeTeams` says it).
 */
const { since, speed, skew, teams } = JSON.parse(process.env.REPLICA ?? '{}');

if (speed !== undefined) {
  const RealDate = Date;
  const now = () => Math.round(since + (RealDate.now() - since) * speed + skew);
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(now());
      else super(...given);
    }
    static now() {
      return now();
    }
  };
  const steady = performance.now.bind(performance);
  performance.now = () => steady() * speed;
  for (const name of ['setTimeout', 'setInterval']) {
    const real = globalThis[name];
    globalThis[name] = (run, delay, ...given) => real(run, (delay ?? 0) / speed, ...given);
    Object.defineProperties(globalThis[name], Object.getOwnPropertyDescriptors(real));
  }
}

if (teams !== undefined) {
  require('./run-ts');
  const { botCredentials } = require('../fakes/teams/trust');
  const adapter = require('../../dist/adapters/teams/index.js');
  const { createTeams } = adapter;
  const serviceHosts = [new URL(teams.url).host];
  adapter.createTeams = (options) => {
    const credentials = botCredentials(teams, teams);
    return createTeams({
      ...options,
      authEndpoints: { settings: teams.settings, credentials, serviceHosts },
    });
  };
}
