import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* A channel that failed is served again at an administrator's word; one whose invitation was missed gets its team. */

const DAY = '2018-07-24';
const ann = aPerson('p1');
const admin = { admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
});
afterEach(() => bot.close());

const at = (time: string) => bot.at(`${DAY}T${time}+09:00`);
const trouble = async () => (await bot.store.teams.at(ORG, PLACE))?.trouble;

describe('a channel that has failed', () => {
  beforeEach(async () => {
    await bot.team(people(3));
    await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
    await bot.at('2018-07-23T12:00:00+09:00');
  });

  const WORDS = ['help', 'deliveries', 'who', 'home', 'setup', 'campaign list', 'resend failed', 'nonsense'];
  test.each(WORDS)('is served again after an administrator typed “%s” in it', async (text) => {
    for (const kind of ['gone', 'forbidden'] as const) {
      await bot.store.teams.change(ORG, 'id1', (team) => ({ ...team, trouble: kind }));
      await bot.says(ann, text);
      expect(await trouble()).toBe(kind);
      await bot.says(ann, text, { ...admin, place: 'elsewhere' });
      expect(await trouble()).toBe(kind);
      await bot.says(ann, text, admin);
      expect(await trouble()).toBeNull();
    }
  });

  test('and by a button or a form; what was due is then done at once', async () => {
    bot.chat.fail('post', 'forbidden');
    await at('07:00:00');
    expect(await trouble()).toBe('forbidden');
    await bot.presses(ann, 'garbage', admin);
    expect(await trouble()).toBeNull();
    await at('07:00:10');
    expect(bot.chat.in(PLACE).filter(({ key }) => key.includes('/open/'))).toHaveLength(1);
    await bot.store.teams.change(ORG, 'id1', (team) => ({ ...team, trouble: 'gone' }));
    await bot.inbox.submit(bot.actor(ann, admin), 'nothing', {});
    expect(await trouble()).toBeNull();
  });

  test('a refusal is tried again once an hour, and heals by itself', async () => {
    bot.chat.fail('post', 'forbidden', { times: 2 });
    await at('07:00:00');
    const tries = () => bot.chat.calls.filter(({ key }) => key.includes('/open/')).length;
    for (const time of ['07:01:00', '07:30:00', '07:59:00']) await at(time);
    expect(tries()).toBe(1);
    await at('08:00:30');
    expect(tries()).toBe(2);
    expect(await trouble()).toBe('forbidden');
    expect((await bot.says(ann, 'deliveries', { ...admin, place: null })).card.summary).toMatch(
      /haven’t been able to post in the channel since Tue 24 July 07:00[\s\S]*type any command there/,
    );
    await at('09:01:00');
    expect(await trouble()).toBeNull();
    expect(bot.chat.in(PLACE).filter(({ key }) => key.includes('/open/'))).toHaveLength(1);
  });

  test('a channel that is gone is not tried, and deliveries says so instead of waiting for ever', async () => {
    bot.chat.fail('post', 'gone');
    await at('07:00:00');
    const tries = () => bot.chat.calls.filter(({ method }) => method === 'post').length;
    const before = tries();
    for (const time of ['07:01:00', '08:01:00', '10:31:00']) await at(time);
    expect(tries()).toBe(before);
    const said = (await bot.says(ann, 'deliveries', { ...admin, place: null })).card.summary;
    expect(said).toContain('I haven’t been able to post in the channel since Tue 24 July 07:00.');
    expect(said).toContain('Closing tally: Stopped');
    expect(said).not.toContain('next attempt');
  });
});

describe('a channel without a team', () => {
  beforeEach(() => {
    bot.chat.people.set(PLACE, people(3));
  });

  test('whose invitation was missed is welcomed, and the request is served', async () => {
    const reply = await bot.says(ann, 'home', { added: true });
    expect(reply.refused).toBe(false);
    expect(bot.chat.in(PLACE)[0]?.card.summary).toContain('open today’s poll right away');
    expect((await bot.store.teams.at(ORG, PLACE))?.name).toBe('General affairs');
  });

  test('is not made a team of where the bot was not added to it: who sets it up is said', async () => {
    for (const change of [{}, admin]) {
      const reply = await bot.says(ann, 'home', change);
      expect(reply.refused).toBe(true);
      expect(reply.card.summary).toContain('isn’t set up yet');
      expect(reply.card.summary).toContain('/telework setup');
    }
    expect(await bot.store.teams.at(ORG, PLACE)).toBeNull();
    expect(bot.chat.messages).toEqual([]);
  });

  test('in private the team’s channel is named', async () => {
    const { card } = await bot.says(ann, 'home', { place: null, placeName: '' });
    expect(card.summary).toContain('only works in a team’s channel');
  });

  test('a code to bind makes no team of its own', async () => {
    await bot.says(ann, 'bind ABCD-EFGH', { ...admin, added: true });
    expect(await bot.store.teams.at(ORG, PLACE)).toBeNull();
  });
});
