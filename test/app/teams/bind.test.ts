import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const NEXT = '2018-07-25';
const admin = { admin: true };
/** A channel on the other platform. */
const SECOND = { place: 'teams:tenant|19:second', placeName: 'Second', admin: true };
const [ann, ben] = [aPerson('p1', { name: 'Ann' }), aPerson('p2', { name: 'Ben' })];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team([ann, ben, ...people(6).slice(2)]);
  await bot.store.campaigns.save(aCampaign([DAY, NEXT], [DAY]));
  bot.chat.people.set(SECOND.place, [aPerson('teams:tenant|x', { name: 'Xu' })]);
});
afterEach(() => bot.close());

/** Binds the second channel after a day on which the first one showed names, or counts. */
async function bound(names: 'on' | 'off'): Promise<string> {
  await bot.says(ann, `setup names=${names}`, admin);
  await bot.at(`${DAY}T07:00:00+09:00`);
  await bot.says(ann, 'satellite');
  await bot.at(`${NEXT}T07:00:00+09:00`);
  await bot.says(ann, 'mobile');
  const offer = (await bot.says(ann, 'bind', admin)).card.summary;
  const [, code = ''] = /bind ([0-9A-Z]{4}-[0-9A-Z]{4})/u.exec(offer) ?? [];
  const said = (await bot.says(ann, `bind ${code}`, SECOND)).card.summary;
  await bot.core.refresh.settle();
  return said;
}

test('a second channel is shown no names that the first one was told of, of today or of past days', async () => {
  expect(await bound('on')).toContain('Names are now off');
  for (const day of [DAY, NEXT]) {
    const who = (await bot.says(ann, `who ${day}`, SECOND)).card.summary;
    expect(who).toContain('Names are off for this team.');
    expect(who).not.toContain('Ann');
  }
  expect(bot.chat.in('place').at(-1)?.card.summary).toContain('Counts only');
  const [entry] = await bot.store.audit.list(ORG, null, 1);
  expect(entry).toMatchObject({ intent: 'bind', before: { names: 'on' }, after: { names: 'off' } });
  const team = await bot.store.teams.at(ORG, 'place');
  expect(entry?.team).toBe(team?.id);
});

test('names come back only by an announcement in both channels, and of people who answer after it', async () => {
  await bound('on');
  const before = bot.chat.messages.length;
  await bot.says(ann, 'setup names=on', admin);
  const told = bot.chat.messages
    .slice(before)
    .filter(({ card }) => card.summary.includes('Names will be shown'));
  expect(told.map(({ to }) => to)).toEqual(['place', SECOND.place]);
  const team = await bot.store.teams.at(ORG, 'place');
  expect([...(await bot.store.agreements.within(ORG, team?.id ?? '', 'names'))]).toEqual([]);
});

test('where only counts were shown, nothing is said of names', async () => {
  expect(await bound('off')).not.toContain('Names');
});

test('a channel that parts takes along neither names nor agreements', async () => {
  await bound('on');
  await bot.says(ann, 'setup names=on', admin);
  await bot.says(ann, 'unbind', SECOND);
  await bot.says(ben, 'setup', SECOND);
  const own = await bot.store.teams.at(ORG, SECOND.place);
  expect(own?.settings.names).toBe(false);
  expect([...(await bot.store.agreements.within(ORG, own?.id ?? '', 'counts'))]).toEqual([]);
});

test('without a second platform no code is given, and it is said what is missing', async () => {
  bot.core.isJoined = () => false;
  const reply = await bot.says(ann, 'bind', admin);
  expect(reply.refused).toBe(true);
  expect(reply.card.summary).toContain('JOINED_ORGANISATIONS');
  expect(reply.card.summary).toContain('set up both Slack and Microsoft Teams');
});
