import type { Status } from '../../../src/domain/people/status';
import { describeStatuses, type StatusSubject } from '../../contracts/statuses';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

async function subject(): Promise<StatusSubject & { bot: TeamsBot; user: string }> {
  const bot = await openTeamsBot({ statuses: true });
  const { world, graph } = bot.fake;
  const ana = world.person('Ana Arai');
  // What is known of a person comes with what they write.
  await bot.client.say(ana, ana.chat, 'me');
  return {
    bot,
    user: ana.aad,
    chat: bot.teams.chat,
    org: `teams:${world.home}`,
    person: ana.id,
    now: () => Date.parse('2018-07-12T12:00:00+09:00'),
    shown: () => graph.shown(ana.aad),
    sets: (text) => graph.sets(ana.aad, text),
    limits: (seconds) => graph.refuseNext(429, seconds),
    forbids: () => void graph.unlicensed.add(ana.aad),
    withdraws: () => graph.refuseNext(403),
    withdrawn: 'refused',
    close: () => bot.close(),
  };
}

describeStatuses('Teams', subject);

describe('the tenant’s permission', () => {
  let stage: Awaited<ReturnType<typeof subject>>;
  beforeEach(async () => {
    stage = await subject();
  });
  afterEach(() => stage.close());
  const set = () => {
    const home: Status = { text: 'Home', icon: '🏠', until: stage.now() + 60_000 };
    return stage.chat.setStatus(stage.org, stage.person, home, [home]);
  };

  test('is needed, and works once it is there and the token is a new one', async () => {
    const { graph, world } = stage.bot.fake;
    graph.consented.delete(world.home);
    expect(await set()).toBe('refused');
    graph.consented.add(world.home);
    graph.refuseNext(401);
    expect(await set().catch((error: unknown) => error)).toMatchObject({ kind: 'unreachable' });
    expect(await set()).toBe('shown');
  });

  test('is asked for once for many calls', async () => {
    const tokens = () => stage.bot.fake.calls.count('token').total;
    const before = tokens();
    await Promise.all([set(), set()]);
    await set();
    expect(tokens() - before).toBe(1);
  });

  test.each([500, 502, 504])('an answer of %s leaves open whether it was done', async (status) => {
    await set();
    stage.bot.fake.graph.refuseNext(status);
    expect(await set().catch((error: unknown) => error)).toMatchObject({ kind: 'uncertain' });
  });

  test('does not reach a person of whom no directory id is known', async () => {
    const status: Status = { text: 'Home', icon: '🏠', until: stage.now() + 60_000 };
    expect(await stage.chat.setStatus(stage.org, '29:1nobody', status, [status])).toBe('refused');
  });

  test('no fault holds the words or the token', async () => {
    stage.bot.fake.graph.refuseNext(400);
    const fault = await set().catch((error: unknown) => error);
    expect(fault).toMatchObject({ kind: 'invalid' });
    expect(JSON.stringify(fault) + String(fault)).not.toMatch(/Home|Bearer/);
  });
});

test('without the operator’s switch nothing is asked of Graph', async () => {
  const bot = await openTeamsBot();
  expect(await bot.teams.chat.statusAccess('teams:t', 'x')).toBe('off');
  expect(await bot.teams.chat.setStatus('teams:t', 'x', null, [])).toBe('off');
  await bot.close();
});
