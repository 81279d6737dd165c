import { createSlack } from '../../../../adapters/slack';
import { translate } from '../../../../src/i18n/translate';
import type { Actor, Inbox, Reply } from '../../../../src/ports/inbox';
import { localLimiter } from '../../../support/limiter';
import { postListener } from '../../../support/post-listener';
import { ofTeam, openBrowser, type Stage, startStage } from './fixture';

/* The bot as it runs by OAuth: what Slack sends, signed, in workspaces that install and uninstall it. */

let stage: Stage;
let heard: string[];

const reply: Reply = { card: { locale: 'en', tone: 'news', summary: 'Hello.', parts: [] }, refused: false };

function inbox(): Inbox {
  const hear = async ({ org }: Actor): Promise<Reply> => {
    heard.push(org);
    return reply;
  };
  return {
    press: hear,
    command: hear,
    submit: hear,
    home: async () => reply.card,
    shown: async () => null,
    member: async () => undefined,
    profile: async () => undefined,
    place: async () => undefined,
    sharingChanged: async () => undefined,
    moved: async () => undefined,
    places: async () => undefined,
    statusAccessChanged: async () => true,
    installed: async () => undefined,
    removed: async (org) => {
      heard.push(`removed ${org}`);
    },
  };
}

beforeEach(async () => {
  heard = [];
  stage = await startStage();
  await serveAt('/all');
});

/** Another start of the bot, at an address below `path`; Slack then sends everything there. */
async function serveAt(path: string, allowedTeams: string[] | null = null): Promise<void> {
  const { slack, parts, web, url } = stage;
  const { installations } = stage.replica({ allowedTeams });
  const platform = createSlack({
    translate,
    config: {
      auth: { kind: 'oauth', allowedTeams },
      connection: { kind: 'http', signingSecret: slack.app.signingSecret },
      apiUrl: slack.apiUrl,
    },
    installations,
    memory: parts.memory,
    clock: parts.clock,
    // Nothing here is late.
    after: () => () => undefined,
    limiter: localLimiter({ clock: parts.clock, after: () => () => undefined }),
    log: parts.log,
    fetch,
  });
  const receive = postListener(platform.posts(inbox()), parts.log);
  web.post(`${path}/slack/events`, (request, response) => {
    request.url = request.url.slice(path.length);
    receive(request, response);
  });
  slack.useHttp(`${url}${path}/slack/events`);
  await platform.start(inbox());
}
afterEach(() => stage.stop());

/** Somebody with a channel there, who types a command. */
async function types(team: string): Promise<{ acked: boolean }> {
  const { slack } = stage;
  const user = slack.user(team).id;
  const channel = slack.channel(team, { members: [user] }).id;
  return slack.command(user, channel, 'me');
}

test('each workspace is served by its own install, until it removes it; the others go on', async () => {
  const { slack, team, oauth } = stage;
  const other = slack.team().id;
  await openBrowser(stage).install({ fake_team: team });
  await openBrowser(stage).install({ fake_team: other });
  expect((await types(team)).acked).toBe(true);
  expect((await types(other)).acked).toBe(true);
  expect(heard).toEqual([`slack:${team}`, `slack:${other}`]);

  for (const delivery of await slack.uninstalls(other)) expect(delivery.acked).toBe(true);
  expect(await oauth.installations.botFor(ofTeam(other))).toBeNull();
  expect(await oauth.installations.verify()).toBe(1);
  expect((await types(team)).acked).toBe(true);
  expect(heard).toEqual([
    `slack:${team}`,
    `slack:${other}`,
    ...Array(2).fill(`removed slack:${other}`),
    `slack:${team}`,
  ]);
});

test('requests of a workspace without an install are not served, and the operator’s log says so', async () => {
  await openBrowser(stage).install({ fake_team: stage.team });
  const stranger = stage.slack.team().id;
  stage.slack.install({ team: stranger });
  await types(stranger);
  expect(heard).toEqual([]);
  expect(stage.logged.at(-1)).toMatchObject({ level: 'error', text: 'request from Slack not served' });
});

test('workspaces that are not on the list are not served, although they have installed the app', async () => {
  const { slack, team } = stage;
  const enterprise = slack.enterprise().id;
  const inside = slack.team({ enterprise }).id;
  const outside = slack.team().id;
  for (const each of [team, inside, outside]) await openBrowser(stage).install({ fake_team: each });
  await serveAt('/listed', [team, enterprise]);
  expect((await types(team)).acked).toBe(true);
  expect((await types(inside)).acked).toBe(true);
  expect((await types(outside)).acked).toBe(false);
  expect(heard).toEqual([`slack:${team}`, `slack:${inside}`]);
  expect(stage.logged.at(-1)).toMatchObject({ level: 'warn', fields: { teamId: outside } });
  const { installations } = stage.replica({ allowedTeams: [team] });
  await expect(installations.botFor(ofTeam(outside))).rejects.toMatchObject({
    kind: 'gone',
    message: expect.stringContaining('SLACK_ALLOWED_TEAMS'),
  });
});

test('after a reinstall it serves again', async () => {
  const { slack, team } = stage;
  await openBrowser(stage).install({ fake_team: team });
  await slack.uninstalls(team);
  await openBrowser(stage).install({ fake_team: team });
  expect((await types(team)).acked).toBe(true);
  expect(heard.at(-1)).toBe(`slack:${team}`);
});

test('an org-wide install serves every workspace of the organisation', async () => {
  const { slack } = stage;
  const enterprise = slack.enterprise().id;
  const teams = [slack.team({ enterprise }).id, slack.team({ enterprise }).id];
  await openBrowser(stage).install({ fake_enterprise: enterprise });
  for (const team of teams) expect((await types(team)).acked).toBe(true);
  expect(heard).toEqual(teams.map((team) => `slack:${team}`));
});

test('an org-wide install that is removed is removed from every workspace it has served', async () => {
  const { slack } = stage;
  const enterprise = slack.enterprise().id;
  const teams = [slack.team({ enterprise }).id, slack.team({ enterprise }).id];
  await openBrowser(stage).install({ fake_enterprise: enterprise });
  for (const team of teams) await types(team);
  heard = [];
  await slack.uninstalls(teams[0] ?? '');
  expect([...new Set(heard)].sort()).toEqual(teams.map((team) => `removed slack:${team}`).sort());
});
