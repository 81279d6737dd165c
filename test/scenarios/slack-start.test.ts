import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FakeSlack, startFakeSlack } from '../fakes/slack';

/* What the README promises first: two tokens in the environment, and the built bot says hello in a channel. */

const MAIN = join(__dirname, '../../dist/src/main.js');

let folder: string;
let slack: FakeSlack;
let bot: ChildProcess | null = null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telework-slack-'));
  slack = await startFakeSlack({ now: () => Date.now() });
});
afterEach(async () => {
  bot?.kill('SIGKILL');
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Resolves once it has logged this; what it logged so far fails the test when it ends before. */
function started(env: Record<string, string>, line: string): Promise<void> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: folder, ...env },
  });
  bot = child;
  let out = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes(line)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}: ${out}`)));
  });
}

test('over Socket Mode the built bot starts with two tokens, and is connected', async () => {
  const { id: team } = slack.team();
  const token = slack.install({ team });
  const tokens = { SLACK_BOT_TOKEN: token.value, SLACK_APP_TOKEN: slack.appToken() };
  await started({ ...tokens, SLACK_API_URL: slack.apiUrl }, '"msg":"ready"');
  expect(bot?.exitCode).toBeNull();
});
