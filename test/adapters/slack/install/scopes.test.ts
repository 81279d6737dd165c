import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { EVENTS as FOLLOWED } from '../../../../adapters/slack/inbound/events';
import { BOT_SCOPES } from '../../../../adapters/slack/install/scopes';
import { USER_SCOPES } from '../../../../adapters/slack/statuses/scopes';
import manifest from '../../../../manifest.json';
import schema from '../../../fakes/slack/manifest.schema.json';

const ADAPTER = join(__dirname, '../../../../adapters/slack');

/** Public and private channels, each with its own scope. */
const CHANNELS = ['channels:read', 'groups:read'];

/** What a bot token needs for each method, by Slack's reference; none for those of app tokens and of OAuth. */
const METHODS: Record<string, readonly string[]> = {
  'api.test': [],
  'apps.connections.open': [],
  'auth.revoke': [],
  'auth.test': [],
  'bots.info': ['users:read'],
  // Also to a person, by their id: only conversations.open wants im:write.
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // An administrator's choice: with them, a post that may have got lost is looked up.
  'conversations.history': [],
  'conversations.info': CHANNELS,
  'conversations.members': CHANNELS,
  'oauth.v2.access': [],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.conversations': CHANNELS,
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  // By the person's own token.
  'users.profile.get': [],
  'users.profile.set': [],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const EVENTS: Record<string, readonly string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_id_changed: CHANNELS,
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_shared: CHANNELS,
  channel_unarchive: ['channels:read'],
  channel_unshared: CHANNELS,
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: CHANNELS,
  member_left_channel: CHANNELS,
  'message.im': ['im:history'],
  team_join: ['users:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
}

/** The methods that a text calls: `client.views.open(…)`, or by name. */
function methodsIn(text: string): string[] {
  const calls = text.matchAll(/\bclient\s*\.((?:\w+\s*\.\s*)+\w+)\(|\bask\('([a-z]\w*(?:\.\w+)+)'/g);
  return [...calls].map(([, called, asked]) => (called ?? asked ?? '').replace(/\s/g, ''));
}

const called = [...new Set(sources(ADAPTER).flatMap(methodsIn))].sort();
const events: readonly string[] = manifest.settings.event_subscriptions.bot_events;

test('the methods which the adapter calls are found', () => {
  expect(called).toEqual(
    expect.arrayContaining(['chat.postMessage', 'chat.update', 'users.list', 'views.open']),
  );
  expect(methodsIn('client\n  .views.open({})')).toEqual(['views.open']);
});

test('every method and event is known by its scopes', () => {
  expect(called.filter((method) => !METHODS[method])).toEqual([]);
  expect(events.filter((event) => !EVENTS[event])).toEqual([]);
});

test('the manifest asks for the scopes which these need, and for nothing more', () => {
  const needed = [
    ...called.flatMap((method) => METHODS[method] ?? []),
    ...events.flatMap((event) => EVENTS[event] ?? []),
    ...(manifest.features.slash_commands.length + manifest.features.shortcuts.length > 0 ? ['commands'] : []),
  ];
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
});

test('the manifest subscribes to the events which the adapter follows, and to no others', () => {
  expect(events.map((event) => event.replace(/^message\..*/, 'message')).sort()).toEqual(
    Object.keys(FOLLOWED).sort(),
  );
});

test('the README explains every scope of the manifest, and calls all others optional', () => {
  const readme = readFileSync(join(__dirname, '../../../../README.md'), 'utf8');
  const [, table = ''] = readme.split('| Scope | What for |');
  const rows =
    table
      .split('\n\n')[0]
      ?.split('\n')
      .filter((row) => row.startsWith('| `')) ?? [];
  const asked = rows.filter((row) => !row.includes('**optional**'));
  const scopes = asked.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, scope]) => scope),
  );
  const { bot, user } = manifest.oauth_config.scopes;
  // Slack's app-level tokens are made apart from the manifest.
  expect(scopes.sort()).toEqual([...bot, ...user, 'connections:write'].sort());
});

test('an install by OAuth asks for what the manifest says', () => {
  expect([...BOT_SCOPES].sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
});

test('a person allows what their status takes, and nothing more', () => {
  expect([...USER_SCOPES].sort()).toEqual([...manifest.oauth_config.scopes.user].sort());
});

test('Slack takes the manifest, also where another validator judges', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  validate(manifest);
  expect(validate.errors).toBeNull();
  expect(validate({ ...manifest, settings: { socket_mode: true } })).toBe(false);
});
