import { aPerson, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

test('the reports of the team and of the organisation tell what changed since the last campaign', async () => {
  const bot = await openBot('2018-07-23T12:00:00+09:00');
  const crowd = people(10);
  await bot.team(crowd);
  await bot.store.campaigns.save(aCampaign(['2018-07-24'], [], { id: 'first', name: 'First' }));
  await bot.store.campaigns.save(aCampaign(['2018-07-25', '2018-07-26'], [], { id: 'then', name: 'Then' }));
  const days: [string, number][] = [
    ['2018-07-24', 2],
    ['2018-07-25', 5],
    ['2018-07-26', 3],
  ];
  for (const [day, count] of days) {
    await bot.at(`${day}T07:00:00+09:00`);
    for (const person of crowd.slice(0, count)) await bot.says(person, 'home');
  }
  await bot.at('2018-07-27T06:00:00+09:00');
  const boss = aPerson('p1');
  for (const line of ['campaign report Then', 'tally campaign Then']) {
    const { summary } = (await bot.says(boss, line, { admin: true })).card;
    for (const changed of [
      'Last time: First',
      'People who teleworked: 2 people → 5 people (+3)',
      'Person-days of telework: 2 person-days → 8 person-days (+6)',
      'Telework rate, by person-days: 20% → 40% (+20 points)',
    ])
      expect(summary).toContain(changed);
  }
  await bot.close();
});
