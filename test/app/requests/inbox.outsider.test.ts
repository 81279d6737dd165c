import { encodeButton } from '../../../src/app/requests/button';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const rita = aPerson('rita', { name: 'Rita Rival', kind: 'outsider' });
const COMMANDS = [
  'home',
  'who',
  'tally',
  'me',
  'days',
  'week mon=home',
  'setup names=on',
  'campaign list',
  'help',
];

let bot: Bot;
let team: string;
beforeEach(async () => {
  bot = await openBot(`${DAY}T08:00:00+09:00`);
  team = (await bot.team(people(6))).id;
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  await bot.at(`${DAY}T08:00:00+09:00`);
});
afterEach(() => bot.close());

async function isUntouched(): Promise<void> {
  expect(await bot.store.people.get(ORG, rita.id)).toBeNull();
  expect(await bot.store.people.teamsOf(ORG, rita.id)).toEqual([]);
  expect(await bot.store.answers.list(ORG, rita.id, '2018-01-01', '2030-01-01')).toEqual([]);
  expect(await bot.store.links.ids(ORG, rita.id)).toEqual([]);
}

describe('a person of another organisation', () => {
  test.each(COMMANDS)('hears a friendly sentence to: %s', async (command) => {
    const reply = await bot.inbox.command(bot.actor(rita, { admin: true }), command);
    expect(reply.refused).toBe(true);
    expect(reply.card.summary).toContain('so you don’t need to do anything');
    expect(reply.card.summary).not.toContain('Person');
    await isUntouched();
  });

  test('gets nothing by buttons, forms, their Home and old windows', async () => {
    const actor = bot.actor(rita, { admin: true });
    const who = encodeButton({ kind: 'who', team, day: DAY, group: null, from: 0 });
    const replies = [
      await bot.inbox.press(actor, who),
      await bot.inbox.press(
        actor,
        encodeButton({ kind: 'answer', team, day: DAY, style: 'home', arrival: null }),
      ),
      await bot.inbox.submit(actor, `settings|${team}`, { names: 'on' }),
      { refused: true, card: await bot.inbox.home(actor) },
    ];
    for (const reply of replies) {
      expect(reply.refused).toBe(true);
      expect(reply.card.summary).toContain('so you don’t need to do anything');
    }
    expect(await bot.inbox.shown(actor, who)).toBeNull();
    await isUntouched();
  });

  test('joins no roster, whatever the platform reports of them', async () => {
    for (const change of ['joined', 'left'] as const) await bot.inbox.member(ORG, PLACE, rita, change);
    await bot.inbox.profile(ORG, rita);
    await isUntouched();
  });

  test('leaves the roster once the platform says that they belong elsewhere', async () => {
    await bot.inbox.profile(ORG, aPerson('p1', { kind: 'outsider' }));
    expect(await bot.store.people.teamsOf(ORG, 'p1')).toEqual([]);
  });
});
