import { aPerson, createHouse, type House, ORG } from '../../support/house';

const ann = aPerson('ann');

let house: House;
beforeEach(async () => {
  house = await createHouse('2018-07-25T12:00:00+09:00');
  await house.team([ann]);
});
afterEach(() => house.close());

test('a campaign started by form keeps its core day and its target', async () => {
  const values = {
    title: 'Summer',
    from: '2018-08-06',
    until: '2018-08-08',
    core: '2018-08-07',
    target: '30%',
  };
  const reply = await house.inbox.submit(house.actor(ann, { admin: true }), 'campaign', values);
  expect(reply.refused).toBe(false);
  expect(await house.store.campaigns.list(ORG)).toMatchObject([
    {
      name: 'Summer',
      target: 0.3,
      days: [
        { day: '2018-08-06', core: false },
        { day: '2018-08-07', core: true },
        { day: '2018-08-08', core: false },
      ],
    },
  ]);
});
