import type { Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

const DAY = '2018-07-24';

let teamsBot: TeamsBot;
let ana: Person;
let bea: Person;
let root: Person;
let sales: Team;

async function open(admins: 'nobody' | 'root'): Promise<void> {
  teamsBot = await openTeamsBot({
    start: `${DAY}T07:30:00+09:00`,
    admins: ({ world }) => {
      root = world.person('Root Admin');
      return admins === 'root' ? [root.aad.toUpperCase()] : [];
    },
  });
  const { world } = teamsBot.fake;
  ana = world.person('Ana Arai');
  bea = world.person('Bea Baba');
  sales = world.team('Sales', { members: [ana, bea], channels: ['Osaka'] });
}

afterEach(async () => {
  expect(teamsBot.fake.problems).toEqual([]);
  expect(teamsBot.complaints).toEqual([]);
  await teamsBot.close();
});

const summaryIn = ({ general }: Team) => teamsBot.fake.last(general).summary;
const told = (person: Person) => teamsBot.fake.last(person.chat).summary;
const teamOf = ({ general, tenant }: Team) => teamsBot.store.teams.at(`teams:${tenant}`, general.id);
const campaigns = () => teamsBot.store.campaigns.list(`teams:${ana.tenant}`);

describe('with no TEAMS_ADMINS', () => {
  beforeEach(() => open('nobody'));

  test('campaigns are nobody’s to change, and the refusal tells the setting and the person’s own id', async () => {
    await teamsBot.client.install(ana, sales.general);
    for (const person of [ana, bea]) {
      await teamsBot.client.say(person, sales.general, 'campaign use telework-days-2018');
      expect(summaryIn(sales)).toContain(`add your ID, ${person.aad}, to the setting TEAMS_ADMINS`);
      await teamsBot.client.say(person, person.chat, 'campaign end');
      expect(told(person)).toContain(person.aad);
    }
    await teamsBot.client.say(ana, sales.general, 'campaign figures');
    expect(summaryIn(sales)).toContain(ana.aad);
    expect(await campaigns()).toEqual([]);
  });

  test('a person whose id Teams did not tell is told that', async () => {
    await teamsBot.client.say(ana, sales.general, 'campaign use telework-days-2018', {
      change: (activity) => {
        activity.from = { id: ana.id, name: ana.name };
      },
    });
    expect(summaryIn(sales)).toContain('I wasn’t told that ID');
  });

  test('who added the bot to one’s own chat administers that chat alone', async () => {
    await teamsBot.client.install(ana, sales.general);
    const chat = teamsBot.fake.world.groupChat('Own', { members: [bea] });
    await teamsBot.client.install(bea, chat);
    await teamsBot.client.say(bea, chat, 'setup names=on');
    expect(await teamsBot.store.teams.at(`teams:${bea.tenant}`, chat.id)).toMatchObject({
      settings: { names: true },
    });
    await teamsBot.client.say(bea, sales.general, 'setup names=on');
    expect(summaryIn(sales)).toContain('Only Ana Arai, who added me here');
    expect((await teamOf(sales))?.settings.names).toBe(false);
  });

  test('where nobody is known to have added the bot, nobody sets it up', async () => {
    await teamsBot.client.say(bea, sales.general, 'setup names=on');
    expect(summaryIn(sales)).toContain('TEAMS_ADMINS');
    expect(await teamOf(sales)).toBeNull();
  });

  test('a form of another team that is sent from a personal chat changes nothing', async () => {
    await teamsBot.client.install(ana, sales.general);
    const id = (await teamOf(sales))?.id ?? '';
    const mal = teamsBot.fake.world.person('Mal');
    await teamsBot.client.say(mal, mal.chat, 'week');
    const message = teamsBot.fake.last(mal.chat);
    await teamsBot.client.submit(
      mal,
      message,
      () => true,
      {},
      {
        change: (activity) => {
          activity.value = {
            verb: 'submit',
            form: `settings|${id}`,
            'field:from': '09:00',
            'field:until': '09:30',
          };
        },
      },
    );
    expect((await teamOf(sales))?.settings.window).not.toMatchObject({ from: '09:00' });
    expect(told(mal)).not.toContain('Saved');
  });

  test('who has left a team does not set it up any more, from a personal chat', async () => {
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.say(ana, ana.chat, 'setup names=on');
    expect((await teamOf(sales))?.settings.names).toBe(true);
    // Teams has not told the bot yet.
    sales.members.splice(0, 1);
    await teamsBot.client.say(ana, ana.chat, 'setup names=off');
    expect((await teamOf(sales))?.settings.names).toBe(true);
  });
});

describe('in a personal chat', () => {
  beforeEach(() => open('nobody'));

  test('the team that one administers is set up, whichever teams one is in', async () => {
    const board = teamsBot.fake.world.team('Board', { members: [ana, bea] });
    await teamsBot.client.install(bea, board.general);
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.say(ana, ana.chat, 'setup names=on');
    expect(told(ana)).toContain('Sales');
    expect((await teamOf(sales))?.settings.names).toBe(true);
    expect((await teamOf(board))?.settings.names).toBe(false);
  });

  test('of several teams the bot asks which, with buttons', async () => {
    const board = teamsBot.fake.world.team('Board', { members: [ana] });
    for (const { general } of [sales, board]) await teamsBot.client.install(ana, general);
    await teamsBot.client.say(ana, ana.chat, 'poll now');
    expect(told(ana)).toMatch(/Which team\?[\s\S]*(Sales[\s\S]*Board|Board[\s\S]*Sales)/);
    const shown = await teamsBot.client.openDialog(ana, teamsBot.fake.last(ana.chat), 'Board');
    expect(shown).toMatchObject({ kind: 'card', title: expect.stringContaining('Board') });
    expect(
      await teamsBot.store.polls.list(`teams:${ana.tenant}`, (await teamOf(board))?.id ?? '', DAY, DAY),
    ).toEqual([]);
  });

  test('who administers none hears that', async () => {
    await teamsBot.client.install(ana, sales.general);
    for (const text of ['setup names=on', 'poll now', 'deliveries']) {
      await teamsBot.client.say(bea, bea.chat, text);
      expect(told(bea)).toContain('You’re not an admin of any of your teams');
    }
  });
});

describe('with TEAMS_ADMINS', () => {
  beforeEach(() => open('root'));

  test('its people set up places that they are in, and change campaigns from anywhere', async () => {
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.say(root, root.chat, 'setup names=on');
    expect((await teamOf(sales))?.settings.names).toBe(false);
    expect(told(root)).toContain('That only works in a team’s channel');
    await teamsBot.client.join(ana, sales.general, [root]);
    await teamsBot.client.say(root, root.chat, 'setup names=on');
    expect((await teamOf(sales))?.settings.names).toBe(true);
    await teamsBot.client.say(root, root.chat, 'campaign use telework-days-2018');
    expect(await campaigns()).toEqual([]);
    await teamsBot.client.press(root, teamsBot.fake.last(root.chat), 'Start campaign');
    expect(await campaigns()).toHaveLength(1);
    await teamsBot.client.say(root, sales.general, 'campaign end');
    expect(summaryIn(sales)).toContain('Campaign ended');
  });

  test('others are told who administers: the installer, else the organisation’s administrators', async () => {
    await teamsBot.client.say(bea, sales.general, 'setup names=on');
    expect(summaryIn(sales)).toContain('only an admin of the organisation');
    await teamsBot.client.install(ana, sales.general);
    await teamsBot.client.say(bea, sales.general, 'setup names=on');
    expect(summaryIn(sales)).toContain('Only Ana Arai');
    await teamsBot.client.say(ana, sales.general, 'campaign use telework-days-2018');
    expect(summaryIn(sales)).toContain('Only admins of the organisation');
    expect(await campaigns()).toEqual([]);
  });
});
