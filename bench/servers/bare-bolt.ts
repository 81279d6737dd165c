import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/* The peer: a Bolt app as Bolt's own guide begins it, which acknowledges every button and does nothing else. */

const { SLACK_SIGNING_SECRET = '' } = process.env;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  convoStore: false,
  tokenVerificationEnabled: false,
  authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B0BARE', botUserId: 'U0BARE' }),
});
app.action(/.*/, ({ ack }) => ack());

process.on('SIGTERM', () => process.exit(0));
void receiver.start(0).then((server) => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  process.stdout.write(`listening on ${port}\n`);
});
