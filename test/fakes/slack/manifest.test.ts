import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWorkspace } from './fixture';
import { manifestSchema, productApp } from './manifest';

const manifest = (): Record<string, Record<string, never>> =>
  JSON.parse(readFileSync(join(__dirname, '../../../manifest.json'), 'utf8'));

test('the product’s manifest is one that Slack takes', () => {
  expect(manifestSchema.safeParse(manifest()).error?.issues).toBeUndefined();
});

test.each([
  ['another major version', { _metadata: { major_version: 1 } }],
  ['a name of 36', { display_information: { name: 'x'.repeat(36) } }],
  ['a long description that is short', { display_information: { name: 'x', long_description: 'x' } }],
  ['a colour by name', { display_information: { name: 'x', background_color: 'blue' } }],
  [
    'a shortcut’s name of 25',
    {
      features: { shortcuts: [{ name: 'x'.repeat(25), type: 'global', callback_id: 'x', description: 'x' }] },
    },
  ],
  [
    'a command without a slash',
    { features: { slash_commands: [{ command: 'telework', description: 'x' }] } },
  ],
  ['a setting Slack does not know', { settings: { socket_mode: true } }],
  ['a section Slack does not know', { extras: {} }],
])('Slack refuses %s', (_, patch) => {
  expect(manifestSchema.safeParse({ ...manifest(), ...patch }).success).toBe(false);
});

test('the fake plays the app of the manifest', async () => {
  const { app, scopes, commands } = productApp();
  expect(commands).toEqual(['/telework']);
  const { slack, user, team } = await startWorkspace({ app, scopes });
  slack.useSocket();
  expect(await slack.opensHome(user)).toMatchObject({ error: 'not_connected' });
  expect(() => slack.sendEvent(team, { type: 'reaction_added', user })).toThrow('not subscribed');
  await slack.stop();
});
