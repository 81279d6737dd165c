import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Delivery, type FakeSlack, type Json, startFakeSlack } from '../slack';
import { clientFor, START } from './fixture';

/* What the fake sends has the shape of the recorded examples. */

let slack: FakeSlack;
let server: Server;
let user: string;
let team: string;
let channel: string;
let ts: string;

const button = (id: string) => ({
  type: 'button',
  action_id: id,
  text: { type: 'plain_text', text: id, emoji: true },
  value: id,
});
const blocks = [
  { type: 'section', block_id: 'day', text: { type: 'mrkdwn', text: 'Fri 24 July', verbatim: false } },
  { type: 'actions', block_id: 'styles', elements: [button('home'), button('office')] },
];
const plain = (text: string) => ({ type: 'plain_text', text, emoji: true });
const modal = {
  type: 'modal',
  callback_id: 'arrival',
  notify_on_close: true,
  private_metadata: '2026-07-24',
  title: plain('Arrival'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: 'arrival',
      label: plain('When?'),
      element: { type: 'timepicker', action_id: 'time', initial_time: '10:30' },
    },
    { type: 'actions', block_id: 'more', elements: [button('other')] },
  ],
};

beforeEach(async () => {
  server = createServer((request, response) => request.resume().on('end', () => response.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack = await startFakeSlack({ now: () => START });
  slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  team = slack.team().id;
  ({ user, channel, ts } = await fill({ team }, team));
});

afterEach(async () => {
  await slack.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Installs the app; puts a person and a message with buttons into a channel. */
async function fill(owner: { team: string } | { enterprise: string }, inTeam: string) {
  const token = slack.install(owner, ['chat:write', 'channels:read', 'users:read', 'app_mentions:read']);
  const person = slack.user(inTeam).id;
  const place = slack.channel(inTeam, { members: [person, token.botUser] }).id;
  const posted = await clientFor(slack, token.value).chat.postMessage({
    channel: place,
    text: 'x',
    blocks: blocks as never,
  });
  return { user: person, channel: place, ts: posted.ts ?? '', token: token.value };
}

async function orgWide() {
  const enterprise = slack.enterprise().id;
  return fill({ enterprise }, slack.team({ enterprise }).id);
}

function client() {
  return clientFor(slack, [...slack.world.tokens.keys()][0] ?? '');
}

async function openModal(): Promise<void> {
  const { trigger_id } = sent(await slack.shortcut(user, 'panel')) as { trigger_id: string };
  await client().views.open({ trigger_id, view: modal as never });
}

function sent({ request }: Delivery): Json {
  const body = request?.body ?? '';
  if (body.startsWith('{')) return JSON.parse(body) as Json;
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload ? (JSON.parse(form.payload) as Json) : form;
}

function recorded(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, 'payloads', `${name}.json`), 'utf8'));
}

/** Where `made` has something that `example` does not show, or of another type. Values may differ, and be null. */
function strange(made: unknown, example: unknown, path = ''): string[] {
  if (made === null || example === null) return [];
  if (Array.isArray(made) && Array.isArray(example)) {
    return made.flatMap((each, index) =>
      example.length > index ? strange(each, example[index], `${path}[${index}]`) : [],
    );
  }
  if (typeof made !== typeof example || Array.isArray(made) !== Array.isArray(example)) return [path];
  if (typeof made !== 'object') return [];
  return Object.entries(made).flatMap(([key, value]) => {
    const shown = (example as Json)[key];
    return shown === undefined ? [`${path}.${key}`] : strange(value, shown, `${path}.${key}`);
  });
}

const KINDS: Record<string, () => Promise<Delivery>> = {
  'slash-command': () => slack.command(user, channel, 'home'),
  'slash-command-org-wide': async () => {
    const org = await orgWide();
    return slack.command(org.user, org.channel, 'home');
  },
  'block-actions-message': () => slack.press(user, { channel, ts }, 'home'),
  'block-actions-org-wide': async () => {
    const org = await orgWide();
    return slack.press(org.user, org, 'home');
  },
  'block-actions-ephemeral': async () => {
    await client().chat.postEphemeral({ channel, user, text: 'x', blocks: blocks as never });
    return slack.pressEphemeral(user, 'home');
  },
  'block-actions-home': async () => {
    await client().views.publish({
      user_id: user,
      view: { type: 'home', callback_id: 'home', blocks: blocks as never },
    });
    return slack.pressInView(user, 'home');
  },
  'block-actions-modal': async () => {
    await openModal();
    return slack.pressInView(user, 'other');
  },
  'view-submission': async () => {
    await openModal();
    return (await slack.submit(user, { arrival: '11:00' })).delivery;
  },
  'view-closed': async () => {
    await openModal();
    return (await slack.close(user)) as Delivery;
  },
  shortcut: () => slack.shortcut(user, 'panel'),
  'message-action': () => slack.messageShortcut(user, channel, ts, 'panel'),
  'event-app-home-opened': async () => {
    await client().views.publish({
      user_id: user,
      view: { type: 'home', callback_id: 'home', blocks: blocks as never },
    });
    return slack.opensHome(user);
  },
  'event-app-mention': () => slack.mentions(user, channel, 'who'),
  'event-member-joined-channel': () => slack.memberJoins(channel, slack.user(team).id),
  'event-member-left-channel': () => slack.memberLeaves(channel, user),
  'event-user-change': () => slack.userChanges(user, { locale: 'zh-TW' }),
  'event-team-join': () => slack.teamJoin(slack.user(team).id),
  'event-channel-rename': () => slack.channelRenamed(channel, 'east'),
  'event-channel-archive': () => slack.channelArchived(channel),
  'event-channel-shared': () => slack.channelShared(channel, slack.team().id),
  'event-channel-unshared': async () => {
    const other = slack.team().id;
    await slack.channelShared(channel, other);
    return slack.channelUnshared(channel, other);
  },
  'event-channel-left': () => slack.botRemoved(channel),
  'event-tokens-revoked': async () => (await slack.uninstalls(team))[0] as Delivery,
  'event-app-uninstalled': async () => (await slack.uninstalls(team))[1] as Delivery,
};

test.each(Object.keys(KINDS))('%s', async (name) => {
  const delivery = await (KINDS[name] as () => Promise<Delivery>)();
  expect(delivery.acked).toBe(true);
  expect(strange(sent(delivery), recorded(name))).toEqual([]);
});

test('an org-wide install has no team in what is interactive; a shared channel tells where it was heard', () => {
  expect(recorded('block-actions-org-wide')).toMatchObject({ team: null, is_enterprise_install: true });
  expect(recorded('event-shared-channel')).toMatchObject({
    is_ext_shared_channel: true,
    context_team_id: 'T01EXAMPLE0',
  });
});
