import ical from 'node-ical';
import { OfficePages, ORG, person, TEAM } from '../../support/office-pages';
import { aCampaign } from '../../support/sample-data';

/* Calendars over real HTTP, read by a parser that knows nothing of the one that writes them. */

const pages = new OfficePages();
beforeAll(async () => {
  await pages.open();
  const { campaigns, people } = pages.store;
  await campaigns.save({ ...aCampaign(['2018-07-24', '2018-07-25']), org: ORG });
  await people.setRoster(ORG, TEAM, ['ann', 'bob', 'cat', 'dan'].map(person));
  pages.stands('dan', 'no');
});
beforeEach(() => pages.standAsUsual());
afterAll(() => pages.close());

async function change(id: string, fields: Record<string, string>) {
  const cookie = await pages.signIn(id);
  return pages.send('/office/calendar', cookie, { key: await pages.keyOf(cookie), ...fields });
}

async function addressOf(id: string, team = ''): Promise<string> {
  const page = await (await change(id, { team, do: 'make' })).text();
  return /https:\/\/bot\.example\.com(\/feeds\/\w+\.ics)/.exec(page)?.[1] ?? '';
}

function eventsIn(text: string) {
  return Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
}

test('the own days are all-day events in the own words, which leave their reader free', async () => {
  const cookie = await pages.signIn('bob');
  const key = await pages.keyOf(cookie);
  for (const text of ['home on 2018-07-25', 'office on 2018-07-26', 'leave on 2018-07-27'])
    expect((await pages.send('/office/command', cookie, { key, text })).status).toBe(200);
  const response = await pages.ask(await addressOf('bob'));
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await response.text();
  const events = eventsIn(text);
  expect(events.map((one) => [one.datetype, one.start.toISOString().slice(0, 10), one.summary])).toEqual([
    ['date', '2018-07-25', 'Working from home'],
    ['date', '2018-07-26', 'In the office'],
    ['date', '2018-07-27', 'On leave'],
  ]);
  expect(text.match(/^TRANSP:TRANSPARENT\r$/gmu)).toHaveLength(3);
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
});

test('a team’s calendar has its Telework Days, and never a person', async () => {
  const text = await (await pages.ask(await addressOf('cat', TEAM))).text();
  expect(eventsIn(text).map((one) => one.start.toISOString().slice(0, 10))).toEqual([
    '2018-07-24',
    '2018-07-25',
  ]);
  expect(text).not.toMatch(/ann|bob|cat|dan/u);
});

test('the same content is the same text and tag, and is not sent again', async () => {
  const address = await addressOf('cat', TEAM);
  const first = await pages.ask(address);
  const text = await first.text();
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  const again = await pages.ask(address, { headers });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect(await (await pages.ask(address)).text()).toBe(text);
  const head = await pages.ask(address, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('an address ends with a new one, by its person, and when the person leaves; events keep their ids', async () => {
  const uids = async (address: string) =>
    eventsIn(await (await pages.ask(address)).text()).map(({ uid }) => uid);
  const first = await addressOf('dan', TEAM);
  const ids = await uids(first);
  const second = await addressOf('dan', TEAM);
  expect((await pages.ask(first)).status).toBe(404);
  expect(await uids(second)).toEqual(ids);
  await pages.store.people.leave(ORG, TEAM, 'dan');
  expect((await pages.ask(second)).status).toBe(404);
  const own = await addressOf('cat');
  expect((await change('cat', { team: '', do: 'end' })).status).toBe(200);
  expect((await pages.ask(own)).status).toBe(404);
});

test.each([
  '/feeds/x.ics',
  `/feeds/${'a'.repeat(64)}.ics`,
  `/feeds/${'a'.repeat(9_000)}.ics`,
  '/feeds/..%2f.ics',
])('%s is not there, and says nothing of anyone', async (path) => {
  const found = await pages.ask(path);
  expect(found.status).toBe(404);
  expect(await found.text()).not.toContain(ORG);
});

test('a team of others has no calendar for a person', async () => {
  expect((await change('eve', { team: TEAM, do: 'make' })).status).toBe(404);
});
