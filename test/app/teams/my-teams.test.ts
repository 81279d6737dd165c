import { showPanel } from '../../../src/app/people/panel';
import { contextOf } from '../../../src/app/requests/context-of';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const ANN = aPerson('p1');
const HOME = { place: null, placeName: '' };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
  bot.chat.people.set('other', people(2));
  await bot.inbox.place(ORG, 'other', 'Sales');
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: ORG });
  await bot.at(`${DAY}T07:00:00+09:00`);
});
afterEach(() => bot.close());

const home = (change = {}) => bot.inbox.home(bot.actor(ANN, { ...HOME, ...change }));
const teamId = async (place: string) => (await bot.store.teams.at(ORG, place))?.id ?? '';
const actions = (card: Awaited<ReturnType<typeof home>>) =>
  card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices.map(({ action }) => action) : []));
const submit = async (place: string, change = {}) =>
  bot.inbox.submit(bot.actor(ANN, { ...HOME, ...change }), `settings|${await teamId(place)}`, {
    names: 'on',
  });
const showsNames = async (place: string) => (await bot.store.teams.at(ORG, place))?.settings.names;

test('the panel shows today’s tally of each own team', async () => {
  await bot.says(ANN, 'home');
  const { summary } = await home();
  expect(summary).toMatch(/General affairs: Telework: 1 of 3 \(33%\).*Response rate: 1 of 3/u);
  // The answer was given in another channel, and two people are too few to hide it among.
  expect(summary).toMatch(/Sales: Telework: 0 of 2 \(0%\)/u);
  const stranger = aPerson('stranger');
  expect((await bot.inbox.home(bot.actor(stranger, HOME))).summary).not.toContain('Sales');
});

test('a person who has come after the opening sees today’s tally, not that there is no poll', async () => {
  const late = aPerson('late');
  bot.chat.people.set('place', [...people(3), late]);
  const { card } = await bot.says(late, 'me');
  expect(card.summary).toMatch(/General affairs: Telework: 0 of 3 \(0%\)/u);
  expect(card.summary).not.toContain('No poll today');
});

test('who may set up one of them does so from there, and no other', async () => {
  expect(actions(await home()).filter((action) => action.startsWith('settings-form'))).toEqual([]);
  bot.chat.managers.add('p1 other');
  const sales = await teamId('other');
  expect(actions(await home())).toContain(`settings-form|${sales}`);
  const form = await bot.presses(ANN, `settings-form|${sales}`, HOME);
  expect(form.card.parts.at(-1)).toMatchObject({
    kind: 'form',
    form: expect.stringMatching(new RegExp(`^settings[|]${sales}[|]`)),
  });
  expect((await submit('other')).refused).toBe(false);
  expect([await showsNames('other'), await showsNames('place')]).toEqual([true, false]);
  expect((await submit('place')).refused).toBe(true);
  expect((await bot.presses(ANN, `settings-form|${await teamId('place')}`, HOME)).refused).toBe(true);
  expect((await bot.presses(ANN, 'settings-form|nothing', HOME)).refused).toBe(true);
});

test('whoever administers the whole platform sets up every team of theirs', async () => {
  const offered = actions(await home({ admin: true })).filter((action) =>
    action.startsWith('settings-form|'),
  );
  expect(offered).toHaveLength(2);
  expect((await submit('place', { admin: true })).refused).toBe(false);
});

test('a form of one team is not taken in the place of another from who may set up that place alone', async () => {
  const inOther = { place: 'other', placeName: 'Sales', admin: true };
  expect((await submit('place', inOther)).refused).toBe(true);
  expect(await showsNames('place')).toBe(false);
});

test('in private, `who` says of which team it tells, and leads to the others', async () => {
  const first = await bot.says(ANN, 'who', HOME);
  expect(first.card.summary).toMatch(/General affairs/u);
  const [own, sales] = [`who|${await teamId('place')}|${DAY}`, `who|${await teamId('other')}|${DAY}`];
  expect(actions(first.card)).toEqual([sales]);
  const second = await bot.presses(ANN, sales, HOME);
  expect(second.card.summary).toMatch(/Sales/u);
  expect(actions(second.card)).toEqual([own]);
  const inChannel = await bot.says(ANN, 'who');
  expect(actions(inChannel.card)).toEqual([]);
});

test('in private, `days` says of which team it tells; in a channel that is plain', async () => {
  expect((await bot.says(ANN, 'days', HOME)).card.summary).toMatch(/^Telework Days\nGeneral affairs\n/u);
  expect((await bot.says(ANN, 'days')).card.summary).not.toContain('General affairs');
});

test('`days` begins with today’s poll, also when it was declared at short notice', async () => {
  await bot.at('2018-07-25T08:00:00+09:00');
  expect((await bot.says(ANN, 'days')).card.summary).toContain('No Telework Days coming up.');
  await bot.says(ANN, 'drill typhoon', { admin: true });
  const { summary } = (await bot.says(ANN, 'days')).card;
  expect(summary).toContain('Wed 25 July (drill): No answer yet');
});

test('the panel says what the bot is where the platform shows it, and not where a person asks for it', async () => {
  expect((await home()).summary).toContain('On the morning of each Telework Day I ask where you’re working');
  expect((await bot.says(ANN, 'me', HOME)).card.summary).not.toContain('On the morning of each Telework Day');
});

test('of very many teams twenty are shown, and led to from another', async () => {
  for (const n of Array.from({ length: 22 }, (_, index) => index)) {
    bot.chat.people.set(`more ${n}`, [ANN]);
    await bot.inbox.place(ORG, `more ${n}`, `More ${n}`);
  }
  const choices = (card: Awaited<ReturnType<typeof home>>) =>
    card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  const { card } = await bot.says(ANN, 'who', HOME);
  expect(choices(card)).toHaveLength(20);
  const panel = await showPanel(await contextOf(bot.core, bot.actor(ANN, HOME), 'button', { acts: true }));
  expect('teams' in panel && panel.teams).toHaveLength(20);
});
