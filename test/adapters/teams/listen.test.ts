import { textOf } from '../../support/teams/json';
import { type Office, openOffice } from './office';

describe('Teams', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });

  afterEach(() => {
    expect(office.fake.problems).toEqual([]);
  });

  afterAll(() => office.close());

  test('smoke', async () => {
    const { fake, client } = office;
    const ana = fake.world.person('Ana Arai', { locale: 'ja-JP' });
    const sales = fake.world.team('Sales', { members: [ana, ...fake.world.people(5)] });
    const told = await client.install(ana, sales.general);
    expect(told.map(({ status, body }) => [status, body])).toEqual([
      [200, null],
      [200, null],
    ]);
    expect(fake.messages(sales.general).map(({ summary }) => textOf(summary))).toEqual([]);
    const delivery = await client.say(ana, sales.general, 'poll now');
    expect(delivery.body).toBe(null);
    console.log(
      fake.messages(sales.general).map((m) => m.summary),
      fake.calls.byOperation(),
      office.complaints,
    );
  });
});
