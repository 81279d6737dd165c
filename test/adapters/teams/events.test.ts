import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../fakes/teams/json';
import { jsonOf } from '../../fakes/teams/json';
import type { Conversation, Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

describe('events of places and people', () => {
  let teamsBot: TeamsBot;
  let ana: Person;
  let bea: Person;
  let others: Person[];

  beforeEach(async () => {
    teamsBot = await openTeamsBot({ start: '2018-07-24T07:30:00+09:00' });
    const { world } = teamsBot.fake;
    ana = world.person('Ana Arai', { locale: 'ja-JP' });
    bea = world.person('Bea Baba');
    others = world.people(3);
  });

  afterEach(async () => {
    expect(teamsBot.fake.problems).toEqual([]);
    expect(teamsBot.complaints).toEqual([]);
    await teamsBot.close();
  });

  const teamAt = (place: Conversation) => teamsBot.store.teams.at(`teams:${place.tenant}`, place.id);

  async function rosterOf(place: Conversation): Promise<string[]> {
    const team = await teamAt(place);
    const members = await teamsBot.store.people.roster(`teams:${place.tenant}`, team?.id ?? '');
    return members.map(({ name }) => name).sort();
  }

  function aTeam(): Team {
    return teamsBot.fake.world.team('Sales', { members: [ana, ...others], channels: ['Osaka'] });
  }

  function channelOf(team: Team): Conversation {
    const [, channel] = team.channels;
    if (!channel) throw new Error('no channel');
    return channel;
  }

  test('a team, its channel and a chat are known by their names', async () => {
    const sales = aTeam();
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.say(ana, channelOf(sales), 'setup names=on');
    const chat = teamsBot.fake.world.groupChat('Offsite', { members: [ana, bea] });
    await teamsBot.client.install(bea, chat);
    expect(await teamAt(sales.general)).toMatchObject({ name: 'Sales' });
    expect(await teamAt(channelOf(sales))).toMatchObject({
      name: 'Sales › Osaka',
      settings: { names: true },
    });
    expect(await teamAt(chat)).toMatchObject({ name: 'Offsite' });
    expect(await rosterOf(chat)).toEqual(['Ana Arai', 'Bea Baba']);
  });

  test('two updates about one installation, at once, make one team', async () => {
    const sales = aTeam();
    sales.installed = false;
    const deliveries = await teamsBot.client.install(ana, sales.general);
    const fresh = aTeam();
    await Promise.all(
      deliveries.map(async ({ activity }) => {
        const copy: Json = JSON.parse(JSON.stringify(activity).replaceAll(sales.id, fresh.id));
        return teamsBot.client.raw(copy, teamsBot.fake.tokens.good(teamsBot.fake.serviceUrl()));
      }),
    );
    expect(teamsBot.fake.messages(fresh.general)).toHaveLength(1);
  });

  test('new names are followed, for a team and for a channel', async () => {
    const sales = aTeam();
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.say(ana, channelOf(sales), 'setup names=on');
    await teamsBot.at('2018-07-24T07:31:00+09:00');
    await teamsBot.teams.chat.post(
      `teams:${sales.tenant}`,
      channelOf(sales).id,
      { locale: 'en', tone: 'news', summary: 'Hello', parts: [] },
      { id: 'a/b/open/c/', mayHaveBeenSent: false, repeatable: true },
    );
    await teamsBot.client.renameChannel(ana, channelOf(sales), 'Kyoto');
    await teamsBot.client.renameTeam(ana, sales, 'Sales West');
    expect(await teamAt(sales.general)).toMatchObject({ name: 'Sales West' });
    expect(await teamAt(channelOf(sales))).toMatchObject({ name: 'Sales West › Kyoto' });
  });

  test('a new channel, or a rename of one without a team, is not greeted', async () => {
    const sales = aTeam();
    await teamsBot.client.install(ana, sales.general);
    const { channel } = await teamsBot.client.createChannel(ana, sales, 'Nagoya');
    await teamsBot.client.renameChannel(ana, channel, 'Gifu');
    expect(teamsBot.fake.messages(channel)).toEqual([]);
    expect(await teamAt(channel)).toBeNull();
  });

  test('a person who joins is on the roster, and one who leaves is not', async () => {
    const sales = aTeam();
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.join(ana, sales.general, [bea]);
    expect(await rosterOf(sales.general)).toContain('Bea Baba');
    await teamsBot.client.leave(ana, sales.general, [bea]);
    expect(await rosterOf(sales.general)).not.toContain('Bea Baba');
    await teamsBot.restart();
    await teamsBot.client.leave(ana, sales.general, others.slice(0, 1));
    await teamsBot.client.say(ana, sales.general, 'poll now');
    expect(await rosterOf(sales.general)).toEqual(['Ana Arai', 'Person 2', 'Person 3']);
  });

  test('a place that the bot has lost is gone, and is served again when it comes back', async () => {
    const sales = aTeam();
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.uninstall(ana, sales.general);
    expect(await teamAt(sales.general)).toMatchObject({ trouble: 'gone' });
    await teamsBot.client.install(ana, sales.general);
    expect(await teamAt(sales.general)).toMatchObject({ trouble: null });
    await teamsBot.client.deleteTeam(ana, sales);
    expect(await teamAt(sales.general)).toMatchObject({ trouble: 'gone' });
  });

  test('a deleted channel is gone; the rest of the team is not', async () => {
    const sales = aTeam();
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.say(ana, channelOf(sales), 'setup names=on');
    await teamsBot.client.deleteChannel(ana, channelOf(sales));
    expect(await teamAt(channelOf(sales))).toMatchObject({ trouble: 'gone' });
    expect(await teamAt(sales.general)).toMatchObject({ trouble: null });
  });

  test.each(['channel', 'team', 'archive'] as const)(
    '%s: what comes back is served again, unasked',
    async (what) => {
      const { client } = teamsBot;
      const sales = aTeam();
      const channel = channelOf(sales);
      await client.install(ana, sales.general);
      await client.say(ana, channel, 'setup names=on');
      const away = {
        channel: () => client.deleteChannel(ana, channel),
        team: () => client.deleteTeam(ana, sales),
        archive: () => client.archiveTeam(ana, sales),
      };
      const back = {
        channel: () => client.restoreChannel(ana, channel),
        team: () => client.restoreTeam(ana, sales),
        archive: () => client.unarchiveTeam(ana, sales),
      };
      await away[what]();
      expect(await teamAt(channel)).toMatchObject({ trouble: 'gone' });
      await back[what]();
      expect(await teamAt(channel)).toMatchObject({ trouble: null, name: 'Sales › Osaka' });
    },
  );

  test('an edited command is read again, each edit once; other news of messages is left alone', async () => {
    const { client, fake } = teamsBot;
    const said = await client.say(ana, ana.chat, 'remind off');
    const reminded = async () =>
      (await teamsBot.store.people.get(`teams:${ana.tenant}`, ana.id))?.preferences.remind;
    const edit = (text: string, timestamp: string, eventType = 'editMessage') =>
      client.redeliver(said, {
        change: (activity) =>
          Object.assign(activity, { type: 'messageUpdate', text, timestamp, channelData: { eventType } }),
      });
    await edit('remind on', '2018-07-24T07:31:00Z');
    expect(await reminded()).toBe(true);
    await edit('remind off', '2018-07-24T07:32:00Z');
    expect(await reminded()).toBe(false);
    const answers = fake.direct(ana).length;
    await edit('remind on', '2018-07-24T07:32:00Z');
    await edit('remind on', '2018-07-24T07:33:00Z', 'undeleteMessage');
    expect(await reminded()).toBe(false);
    expect(fake.direct(ana)).toHaveLength(answers);
  });

  test('a mention without its text is taken out by the name of the bot', async () => {
    const chat = teamsBot.fake.world.groupChat('Offsite', { members: [ana, bea] });
    await teamsBot.client.install(ana, chat);
    await teamsBot.client.say(ana, chat, 'remind off', {
      change(activity) {
        for (const entity of (activity.entities ?? []) as Json[])
          if (entity.type === 'mention') Object.assign(entity, { text: null });
      },
    });
    const known = await teamsBot.store.people.get(`teams:${ana.tenant}`, ana.id);
    expect(known?.preferences.remind).toBe(false);
  });

  test('a person who installs the bot sees their panel, once, in their language', async () => {
    ana.chat.installed = false;
    await teamsBot.client.install(ana, ana.chat);
    const shown = teamsBot.fake.direct(ana);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.summary).toMatch(/[ぁ-ん]/);
    expect(await teamsBot.store.people.get(`teams:${ana.tenant}`, ana.id)).toMatchObject({
      name: 'Ana Arai',
    });
  });

  test('the chat of a person who removes the bot is opened again, which is forbidden', async () => {
    await teamsBot.client.say(ana, ana.chat, 'help');
    await teamsBot.client.uninstall(ana, ana.chat);
    const card = { locale: 'en', tone: 'news', summary: 'Hello', parts: [] } as const;
    const sent = teamsBot.teams.chat.direct(
      `teams:${ana.tenant}`,
      ana.id,
      { ...card, parts: [] },
      {
        id: 'a/b/reminder/c/',
        mayHaveBeenSent: false,
        repeatable: false,
      },
    );
    await expect(sent).rejects.toMatchObject({ kind: 'forbidden' });
    expect(teamsBot.fake.calls.count('create-conversation').total).toBe(1);
  });

  test('the operator’s administrators manage places that others added the bot to', async () => {
    let root: Person | null = null;
    const other = await openTeamsBot({
      admins: ({ world }) => {
        root = world.person('Root');
        return [root.aad.toUpperCase()];
      },
    });
    const [boss, some] = [other.fake.world.person('Boss'), other.fake.world.person('Some Body')];
    const sales = other.fake.world.team('Sales', { members: [boss, some, root ?? boss] });
    await other.client.install(boss, sales.general);
    const names = async () => (await other.store.teams.at(`teams:${sales.tenant}`, sales.id))?.settings.names;
    await other.client.say(some, sales.general, 'setup names=on');
    expect(await names()).toBe(false);
    await other.client.say(root ?? some, sales.general, 'setup names=on');
    expect(await names()).toBe(true);
    await other.client.say(boss, sales.general, 'setup names=off');
    expect(await names()).toBe(false);
    await other.close();
  });
});

describe('every known activity of Teams', () => {
  const FOLDER = 'test/fakes/teams/payloads';
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  let teamsBot: TeamsBot;

  beforeAll(async () => {
    teamsBot = await openTeamsBot({ tenants: () => ['d6f39963-a639-4fea-8009-5ababf24a6b6'] });
  });

  afterAll(() => teamsBot.close());

  test.each(files)('%s is answered as the protocol says', async (name) => {
    const activity: Json = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
    const tenant = String(jsonOf(activity.conversation).tenantId);
    Object.assign(activity, { serviceUrl: teamsBot.fake.serviceUrl(tenant), id: `f:${name}` });
    const token = teamsBot.fake.tokens.good(String(activity.serviceUrl));
    const { status } = await teamsBot.client.raw(activity, token);
    // A dialog that no card of the bot asks for.
    expect(status).toBe(name === 'invoke-task-fetch.json' ? 400 : 200);
  });
});
