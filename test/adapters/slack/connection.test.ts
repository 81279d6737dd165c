import { createClient } from '../../../adapters/slack/client';
import { ownerOf, SocketState, socketReceiver } from '../../../adapters/slack/connection';
import type { Log } from '../../../src/ports/log';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack';
import { never } from '../../support/core';

const said: string[] = [];
const say = (_fields: unknown, text: string) => void said.push(text);
const log: Log = { debug: say, info: say, warn: say, error: say };
let now = 0;
const clock = { now: () => now };
beforeEach(() => {
  said.length = 0;
  now = 0;
});

function socket(unusedSecret = false) {
  const state = new SocketState(clock);
  const connection = { kind: 'socket', appToken: 'xapp-1', unusedSecret } as const;
  const auth = { kind: 'token', botToken: 'xoxb-1' } as const;
  return { state, receiver: socketReceiver({ auth, connection, apiUrl: null }, { log, state }) };
}

test('a connection is lost once it has been down for more than a minute, whatever it tries meanwhile', () => {
  const { state, receiver } = socket();
  expect([state.isUp, state.isLost]).toEqual([true, false]);
  receiver.client.emit('connecting');
  now = 59_000;
  receiver.client.emit('reconnecting');
  now = 60_000;
  expect([state.isUp, state.isLost]).toEqual([false, false]);
  now = 60_001;
  expect(state.isLost).toBe(true);
  receiver.client.emit('connected');
  expect([state.isUp, state.isLost]).toEqual([true, false]);
  receiver.client.emit('disconnected');
  expect([state.isUp, state.isLost]).toEqual([false, false]);
});

test('it is logged when Slack is connected again, and not the first time', () => {
  const { receiver } = socket();
  receiver.client.emit('connected');
  expect(said).toEqual([]);
  receiver.client.emit('connected');
  expect(said).toEqual(['Slack is connected again']);
});

test.each([true, false])('a signing secret that is not used (%s) is named at the start', (unusedSecret) => {
  socket(unusedSecret);
  expect(said.some((text) => text.includes('Socket Mode is used, HTTP is not served'))).toBe(unusedSecret);
});

describe('the owner of a token', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startFakeSlack(clock);
  });
  afterEach(() => slack.stop());

  const owner = (token: string, apiUrl = slack.apiUrl) =>
    ownerOf(token, createClient({ apiUrl, log, fetch, clock, after: never }), log);

  test('is known of a good one; one that Slack refuses serves nobody', async () => {
    const { id: team } = slack.team();
    expect(await owner(slack.install({ team }).value)).toMatchObject({ team, refused: false });
    expect(await owner('xoxb-wrong')).toEqual({ app: null, team: null, refused: true });
    expect(said.at(-1)).toContain('SLACK_BOT_TOKEN was not accepted');
  });

  test('is not known while Slack does not answer, and the token may be good', async () => {
    expect(await owner('xoxb-1', 'http://127.0.0.1:1/')).toMatchObject({ refused: false });
  });
});
