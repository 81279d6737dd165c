import type { TurnContext } from 'botbuilder';
import { type BareBot, startBareBot } from './bare-bot';
import type { TeamsClient } from './client';
import { type FakeTeams, type FakeTeamsOptions, startFakeTeams } from './fake-teams';

/** A fake, a bare bot and the clients of people, on one clock. */
export interface Stage {
  fake: FakeTeams;
  bot: BareBot;
  client: TeamsClient;
  clock: { at: number };
  /** Sets what the bot does in a turn. */
  onTurn(logic: (context: TurnContext) => Promise<void>): void;
  close(): Promise<void>;
}

export async function setStage(
  options: Partial<FakeTeamsOptions> = {},
  bot: { retries?: boolean } = {},
): Promise<Stage> {
  const clock = { at: Date.UTC(2026, 6, 24) };
  let logic: (context: TurnContext) => Promise<void> = async () => {};
  const fake = await startFakeTeams({ now: () => clock.at, ...options });
  const bare = await startBareBot(fake, (context) => logic(context), bot);
  const client = fake.client(bare.endpoint);
  return {
    fake,
    bot: bare,
    client,
    clock,
    onTurn: (next) => {
      logic = next;
    },
    async close() {
      client.close();
      await bare.close();
      await fake.close();
    },
  };
}

/** A small card with a button and an input, for tests. */
export function aCard(text: string, more: object = {}) {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text },
      { type: 'Input.Time', id: 'arrival', label: 'Arrival', value: '10:30' },
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: 'Home',
        verb: 'answer',
        data: { style: 'home' },
        fallback: { type: 'Action.Submit', title: 'Home', data: { style: 'home', verb: 'answer' } },
      },
    ],
    ...more,
  };
}

export function cardMessage(card: object) {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}
