import { startBareBot } from '../../test/fakes/teams/bare-bot';
import { type BotSettings, botCredentials } from '../../test/fakes/teams/trust';
import type { TeamsSide } from '../lib/teams-core';

/* The peer: Microsoft's own adapter on Express, as its samples begin, which answers every button with a word. */

const { BENCH_SIDE = '{}' } = process.env;
const side = JSON.parse(BENCH_SIDE) as TeamsSide & { settings: BotSettings };
const value = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Thank you' },
};

process.on('SIGTERM', () => process.exit(0));
void startBareBot(
  { settings: side.settings, credentials: () => botCredentials(side, side) },
  async (context) => {
    await context.sendActivity({ type: 'invokeResponse', value });
  },
  { retries: true },
).then(({ endpoint }) => process.stdout.write(`listening on ${new URL(endpoint).port}\n`));
