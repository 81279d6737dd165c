import type { Core } from '../../../src/app/core';
import type { Store } from '../../../src/store/store';
import { OFFICE_ROUTES, type OfficeRoute } from '../../../src/web/office/routes';
import type { FakeChat } from '../../fakes/chat';
import { COOKIE, OfficePages, ORG, TEAM } from '../../support/office-pages';

const pages = new OfficePages();
let store: Store;
let core: Core;
let chat: FakeChat;
beforeAll(async () => {
  await pages.open();
  ({ store, core, chat } = pages);
});
beforeEach(() => pages.standAsUsual());
afterAll(() => pages.close());

const ask: OfficePages['ask'] = (...asked) => pages.ask(...asked);
const send: OfficePages['send'] = (...sent) => pages.send(...sent);
const linkFor = (id: string) => pages.linkFor(id);
const signIn = (id: string) => pages.signIn(id);
const keyOf = (cookie: string) => pages.keyOf(cookie);
const stands: OfficePages['stands'] = (...as) => pages.stands(...as);

describe('signing in', () => {
  test('takes a press, so that a program that looks at links uses none up', async () => {
    const link = await linkFor('bob');
    for (const _ of [1, 2]) {
      const page = await ask(link);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('bob &lt;i>');
    }
    const entered = await ask(link, { method: 'POST' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/office']);
    const [cookie = ''] = entered.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-telework=\w+; Max-Age=43200; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect((await ask(link, { method: 'POST' })).status).toBe(410);
    expect((await ask(link)).status).toBe(410);
  });

  test('leaves no address that another host could read, and nothing in a cache', async () => {
    const { headers } = await ask(await linkFor('bob'));
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('fails for a person whom the platform does not know any more, and keeps the link where it does not answer', async () => {
    const link = await linkFor('cat');
    chat.fail('standing', 'unreachable', { times: 1 });
    // Without an answer nothing is known of roles; the person may still come in as a member.
    expect((await ask(link, { method: 'POST' })).status).toBe(303);
    chat.standings.delete('cat');
    expect((await ask(await linkFor('cat'), { method: 'POST' })).status).toBe(410);
  });

  test('is not for people of other organisations, or for those who are gone', async () => {
    for (const kind of ['outsider', 'deactivated', 'bot'] as const) {
      const { roles } = { roles: { place: 'no', organisation: 'no', platform: 'Slack' } as const };
      chat.standings.set('eve', { kind, roles });
      expect((await ask(await linkFor('eve'), { method: 'POST' })).status).toBe(410);
    }
  });
});

describe('a session', () => {
  test('ends by signing out, by the chat, and with the person', async () => {
    const own = await signIn('bob');
    const other = await signIn('bob');
    const key = await keyOf(own);
    expect((await send('/office/sign-out', own, { key })).status).toBe(200);
    expect((await ask('/office', { cookie: own })).status).toBe(401);
    expect((await ask('/office', { cookie: other })).status).toBe(200);
    await store.webAccess.endAll({ org: ORG, person: 'bob' });
    expect((await ask('/office', { cookie: other })).status).toBe(401);
    const last = await signIn('bob');
    chat.standings.delete('bob');
    expect((await ask('/office', { cookie: last })).status).toBe(401);
    stands('bob', 'no');
    // It does not come back with the person.
    expect((await ask('/office', { cookie: last })).status).toBe(401);
  });

  test('is one cookie: of two none is taken', async () => {
    const cookie = await signIn('bob');
    expect((await ask('/office', { cookie: `${COOKIE}=${'x'.repeat(48)}; ${cookie}` })).status).toBe(401);
  });

  test('loses what administrators see as soon as the role is lost, or is not known', async () => {
    const cookie = await signIn('ann');
    expect((await ask('/office/trail', { cookie })).status).toBe(200);
    for (const organisation of ['no', 'unknown'] as const) {
      stands('ann', organisation);
      expect((await ask('/office/trail', { cookie })).status).toBe(403);
      expect(await (await ask('/office', { cookie })).text()).not.toContain('/office/trail');
    }
  });
});

describe('every route', () => {
  /** What a visitor gets by asking in the most usual way. */
  async function statusOf({ method, path }: OfficeRoute, cookie: string): Promise<number> {
    const asked = path.replace(':code', 'x'.repeat(40));
    if (method === 'get') return (await ask(asked, { cookie })).status;
    return (await send(asked, cookie, { key: await keyOf(cookie), action: 'me', form: 'week', text: 'days' }))
      .status;
  }
  const rows = OFFICE_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);

  test.each(rows)('%s is for whom the table says', async (_name, route) => {
    const [admin, member] = [await signIn('ann'), await signIn('bob')];
    const isOpen = (status: number) => status < 400 || status === 422;
    if (route.who === 'anyone') {
      // A link that is none.
      for (const cookie of ['', admin, member]) expect(await statusOf(route, cookie)).toBe(410);
      return;
    }
    expect(await statusOf(route, '')).toBe(401);
    expect(await statusOf(route, `${COOKIE}=${'a'.repeat(48)}`)).toBe(401);
    expect(isOpen(await statusOf(route, admin))).toBe(true);
    const seen = await statusOf(route, route.page === 'sign-out' ? await signIn('bob') : member);
    expect(seen === 403).toBe(route.who === 'administrators');
  });

  test('that changes something asks for a form of this very session', async () => {
    const [own, other] = [await signIn('bob'), await signIn('cat')];
    const fields = { action: 'remind|off', key: await keyOf(own) };
    for (const [cookie, sent, headers] of [
      [own, { ...fields, key: '' }, {}],
      [own, { ...fields, key: await keyOf(other) }, {}],
      [own, fields, { origin: 'https://evil.example' }],
      [own, fields, { 'sec-fetch-site': 'cross-site' }],
      [own, fields, { 'sec-fetch-site': 'same-site' }],
    ] as const) {
      expect((await send('/office/press', cookie, sent, headers)).status).toBe(403);
    }
    expect((await core.people.get(ORG, 'bob'))?.preferences.remind).toBe(true);
    expect((await send('/office/press', own, fields)).status).toBe(200);
    expect((await core.people.get(ORG, 'bob'))?.preferences.remind).toBe(false);
  });
});

describe('the pages', () => {
  test('say what names hold as text', async () => {
    const page = await (await ask('/office', { cookie: await signIn('bob') })).text();
    expect(page).toContain('#sales &lt;b>');
    expect(page).not.toContain('<b>');
  });

  test('refuse a button of an administrator, and one that is none', async () => {
    const cookie = await signIn('bob');
    const key = await keyOf(cookie);
    for (const action of ['campaign-form', 'audit|9', 'no such button', `settings-form|${TEAM}`]) {
      const answer = await send('/office/press', cookie, { key, action });
      expect([action, answer.status]).toEqual([action, 422]);
    }
  });

  test('answer what is written as the chat would, by the rights of who writes', async () => {
    const status = async (id: string, text: string) => {
      const cookie = await signIn(id);
      const answer = await send('/office/command', cookie, { key: await keyOf(cookie), text });
      return answer.status;
    };
    expect(await status('bob', 'days')).toBe(200);
    expect(await status('bob', 'audit')).toBe(422);
    expect(await status('ann', 'audit')).toBe(200);
    expect(await status('ann', 'hepl')).toBe(422);
  });

  test('make no further link: a session would outlive its time', async () => {
    const cookie = await signIn('bob');
    const key = await keyOf(cookie);
    for (const [path, fields] of [
      ['/office/press', { action: 'web' }],
      ['/office/command', { text: 'web' }],
    ] as const) {
      const page = await (await send(path, cookie, { key, ...fields })).text();
      expect(page).toContain('Hi bob');
      expect(page).not.toContain('/office/enter');
    }
  });

  test('lead back to pages of their own only', async () => {
    const cookie = await signIn('bob');
    const key = await keyOf(cookie);
    for (const back of ['https://evil.example', '//evil.example', '/office\\@evil', 'javascript:alert(1)']) {
      const page = await (await send('/office/press', cookie, { key, action: 'help', back })).text();
      expect(page).toContain('<a href="/office">');
    }
  });

  test('show the week of a team of the visitor, and of no other', async () => {
    const member = await signIn('bob');
    const stranger = await signIn('eve');
    const week = `/office/week?team=${TEAM}&day=2018-07-24`;
    expect((await ask(week, { cookie: member })).status).toBe(200);
    expect((await ask(week, { cookie: await signIn('ann') })).status).toBe(200);
    expect((await ask(week, { cookie: stranger })).status).toBe(404);
    expect((await ask('/office/week?team=other', { cookie: member })).status).toBe(404);
    expect((await ask('/office/week?day=nonsense&page=-1', { cookie: member })).status).toBe(200);
  });
});

describe('the month and its files', () => {
  const POLLED = '2018-07-20';

  beforeAll(async () => {
    const zone = 'Asia/Tokyo';
    const at = (time: string) => Date.parse(`${POLLED}T${time}:00+09:00`);
    const poll = {
      ...{ org: ORG, team: TEAM, day: POLLED, zone, window: { from: '07:00', until: '10:30' } },
      ...{ opensAt: at('07:00'), closesAt: at('10:30'), endsAt: at('24:00'), remindAt: at('09:48') },
      ...{ campaign: null, core: false, drill: null, names: false, openedAt: at('07:00') },
      ...{ awaySince: null, peakUntil: '10:30', round: 1 },
    };
    const members = ['ann', 'bob', 'cat'].map((id) => ({ person: id, scheduled: true, usual: null }));
    await store.polls.open(poll, members, poll.opensAt);
    for (const [id, style, time] of [
      ['ann', 'home', '08:00'],
      ['bob', 'leave', '11:00'],
    ] as const) {
      await store.answers.record({
        ...{ org: ORG, day: POLLED, person: id, choice: { style, arrival: null }, at: at(time) },
        ...{ source: 'button', team: TEAM, agrees: 'counts' },
      });
    }
  });

  test('count from the books, and tell leave from trips to nobody', async () => {
    const cookie = await signIn('bob');
    const page = await (await ask('/office/month?month=2018-07', { cookie })).text();
    expect(page).toContain('July 2018');
    expect(page).toContain('2/3 (67%)');
    const file = await ask('/office/days.csv?month=2018-07', { cookie });
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=telework-2018-07.csv');
    const text = Buffer.from(await file.arrayBuffer()).toString('utf8');
    expect(text.split('\n')).toEqual([
      '\ufeffDay,Team,Department,Work style,People,Late,Of how many',
      '2018-07-20,#sales <b>,,Working from home,1,0,3',
      '2018-07-20,#sales <b>,,Away,1,1,3',
      '2018-07-20,#sales <b>,,No answer yet,1,0,3',
      '',
    ]);
  });

  test('hold the teams of the visitor alone', async () => {
    const lines = async (id: string, path: string) =>
      (await (await ask(path, { cookie: await signIn(id) })).text()).split('\n').length;
    expect(await lines('ann', '/office/days.csv?year=2018')).toBe(5);
    expect(await lines('eve', '/office/days.csv?year=2018')).toBe(2);
    expect(await lines('ann', '/office/days.csv?month=nonsense')).toBe(5);
  });

  test('are a sheet with typed cells, too', async () => {
    const file = await ask('/office/days.xlsx?month=2018-07', { cookie: await signIn('ann') });
    const sheet = Buffer.from(await file.arrayBuffer());
    expect(sheet.subarray(0, 2).toString()).toBe('PK');
    const { unzipSync, strFromU8 } = await import('fflate');
    const xml = strFromU8(unzipSync(sheet)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // 20 July 2018 as Excel counts days.
    expect(xml).toContain('<v>43301</v>');
  });
});
