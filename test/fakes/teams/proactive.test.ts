import { type TeamsChannelAccount, TeamsInfo, type TurnContext } from 'botbuilder';
import { type Stage, setStage } from './fixture';
import type { Conversation, Person, Team } from './world';

/* What a bot does of its own accord, through the SDK's real adapter. */

let stage: Stage;
let ana: Person;
let team: Team;

beforeAll(async () => {
  stage = await setStage();
  ana = stage.fake.world.person('Ana Arai');
  team = stage.fake.world.team('Sales', {
    members: [ana, ...stage.fake.world.people(1233)],
    channels: ['Tokyo'],
  });
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.fake.calls.clear();
  stage.clock.at += 60_000;
});

function inside(conversation: { id: string }, logic: (context: TurnContext) => Promise<void>): Promise<void> {
  const { fake, bot } = stage;
  const reference = {
    channelId: 'msteams',
    serviceUrl: fake.serviceUrl(),
    conversation: { id: conversation.id, isGroup: true, conversationType: 'channel', name: '' },
    bot: { id: `28:${fake.appId}`, name: 'Telework Days' },
  };
  return bot.adapter.continueConversationAsync(fake.appId, reference, logic);
}

async function chatWith(person: Person, tenant = person.tenant): Promise<string> {
  const { fake, bot } = stage;
  let id = '';
  const parameters = {
    isGroup: false,
    bot: { id: `28:${fake.appId}`, name: '' },
    members: [{ id: person.id, name: '' }],
    tenantId: tenant,
    activity: undefined as never,
    channelData: { tenant: { id: tenant } },
  };
  const remember = async (context: TurnContext) => {
    id = context.activity.conversation.id;
  };
  const url = fake.serviceUrl(person.tenant);
  await bot.adapter.createConversationAsync(fake.appId, 'msteams', url, '', parameters, remember);
  return id;
}

test('posts to a channel, edits and deletes the post', async () => {
  const channel = team.channels[1] as Conversation;
  await inside(channel, async (context) => {
    const sent = await context.sendActivity('the poll');
    stage.clock.at += 5000;
    await context.updateActivity({ type: 'message', id: sent?.id ?? '', text: 'the poll, closed' });
  });
  const post = stage.fake.last(channel);
  expect([post.text, post.edits, post.thread]).toEqual(['the poll, closed', 1, null]);
  expect(post.editedAt).toBe(post.at + 5000);
  await inside(channel, (context) => context.deleteActivity(post.id));
  expect(stage.fake.messages(channel)).toEqual([]);
  // The SDK answers an activity that does not exist, so its first message counts as a reply.
  const { reply, update, delete: deleted } = stage.fake.calls.byOperation();
  expect([reply?.done, update?.done, deleted?.done]).toEqual([1, 1, 1]);
});

test('answers in the thread of a post', async () => {
  await inside(team.general, async (context) => {
    await context.sendActivity('the poll');
  });
  const post = stage.fake.last(team.general);
  await inside({ id: `${team.general.id};messageid=${post.id}` }, async (context) => {
    await context.sendActivity('the closing tally');
  });
  expect(stage.fake.last(team.general)).toMatchObject({ text: 'the closing tally', thread: post.id });
});

test('opens a personal chat, the same one each time', async () => {
  const first = await chatWith(ana);
  expect([first, await chatWith(ana)]).toEqual([ana.chat.id, ana.chat.id]);
  await inside({ id: first }, async (context) => {
    await context.sendActivity('a reminder');
  });
  expect(stage.fake.direct(ana).map((message) => message.text)).toEqual(['a reminder']);
});

test('is refused where it is not installed, and in unknown conversations', async () => {
  const without = stage.fake.world.person('Ben Baba', { installed: false });
  const away = stage.fake.world.team('Away', { installed: false });
  const say = async (context: TurnContext) => void (await context.sendActivity('x'));
  await expect(chatWith(without)).rejects.toMatchObject({
    statusCode: 403,
    code: 'ForbiddenOperationException',
  });
  await expect(inside(away.general, say)).rejects.toMatchObject({
    statusCode: 403,
    code: 'BotNotInConversationRoster',
  });
  await expect(inside({ id: '19:nowhere@thread.tacv2' }, say)).rejects.toMatchObject({
    statusCode: 404,
    code: 'ConversationNotFound',
  });
  const lost = (context: TurnContext) =>
    context.updateActivity({ type: 'message', id: '1', text: 'x' }) as Promise<void>;
  await expect(inside(team.general, lost)).rejects.toMatchObject({
    statusCode: 404,
    code: 'ActivityNotFoundInConversation',
  });
});

test('cannot reach one tenant through the service URL of another', async () => {
  const tenant = stage.fake.world.tenant('Contoso');
  const cleo = stage.fake.world.person('Cleo', { tenant });
  await expect(
    inside(cleo.chat, async (context) => void (await context.sendActivity('x'))),
  ).rejects.toMatchObject({
    statusCode: 404,
  });
  expect(await chatWith(cleo)).toBe(cleo.chat.id);
  await expect(chatWith(cleo, stage.fake.world.home)).rejects.toMatchObject({ statusCode: 400 });
  expect(stage.fake.problems.splice(0).length).toBe(1);
});

test('reads a roster page by page', async () => {
  const people: TeamsChannelAccount[] = [];
  const sizes: number[] = [];
  await inside(team.general, async (context) => {
    let token: string | undefined;
    do {
      const page = await TeamsInfo.getPagedTeamMembers(context, team.id, 500, token);
      sizes.push(page.members.length);
      people.push(...page.members);
      token = page.continuationToken;
    } while (token !== undefined);
  });
  expect(sizes).toEqual([500, 500, 234]);
  expect(new Set(people.map((person) => person.id)).size).toBe(1234);
  expect(people[0]).toMatchObject({
    id: ana.id,
    name: 'Ana Arai',
    email: ana.email,
    aadObjectId: ana.aad,
    tenantId: ana.tenant,
    userRole: 'user',
  });
});

test('gets pages of 200 by default, and of 50 to 500 on request', async () => {
  const sizes: number[] = [];
  await inside(team.general, async (context) => {
    for (const size of [undefined, 1, 5000]) {
      sizes.push((await TeamsInfo.getPagedTeamMembers(context, team.id, size)).members.length);
    }
    await expect(TeamsInfo.getPagedTeamMembers(context, team.id, 50, 'made up')).rejects.toMatchObject({
      statusCode: 400,
    });
  });
  expect(sizes).toEqual([200, 50, 500]);
  stage.fake.problems.length = 0;
});

test('looks up a member, a team and its channels', async () => {
  await inside(team.general, async (context) => {
    const member = await TeamsInfo.getTeamMember(context, team.id, ana.id);
    expect(member.name).toBe('Ana Arai');
    await expect(TeamsInfo.getTeamMember(context, team.id, '29:nobody')).rejects.toMatchObject({
      statusCode: 404,
    });
    const details = await TeamsInfo.getTeamDetails(context, team.id);
    expect([details.name, details.memberCount, details.aadGroupId]).toEqual(['Sales', 1234, team.group]);
    const channels = await TeamsInfo.getTeamChannels(context, team.id);
    expect(channels.map((channel) => channel.id)).toEqual(team.channels.map((channel) => channel.id));
  });
});
