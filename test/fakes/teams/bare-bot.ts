import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import express from 'express';
import type { FakeTeams } from './fake-teams';
import { withoutRetries } from './retries';

export interface BareBot {
  /** Where Teams sends activities. */
  endpoint: string;
  adapter: CloudAdapter;
  close(): Promise<void>;
}

/** A minimal bot: Microsoft's own adapter and one handler, on Express. `retries`: keeps those of the SDK. */
export async function startBareBot(
  fake: Pick<FakeTeams, 'settings' | 'credentials'>,
  logic: (context: TurnContext) => Promise<void>,
  options: { retries?: boolean } = {},
): Promise<BareBot> {
  const plain = new ConfigurationBotFrameworkAuthentication({ ...fake.settings }, fake.credentials());
  const adapter = new CloudAdapter(options.retries === true ? plain : withoutRetries(plain));
  const app = express();
  app.post('/api/messages', express.json({ limit: '1mb' }), (request, response) =>
    adapter.process(request, response, logic),
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('listening', () => resolve());
    server.once('error', reject);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    adapter,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
