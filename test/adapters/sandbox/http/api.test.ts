import { createOffice } from '../../../../src/app/office';
import { parseIntent } from '../../../../src/grammar/parse';
import { wordsFor } from '../../../../src/present/words';
import { createWeb, officePages } from '../../../../src/web';
import { actionOf } from '../../../support/bot-process';
import { openSandboxBot, PLACE, type SandboxBot, type SandboxState } from '../../../support/sandbox-bot';

let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot();
});

afterAll(() => sandboxBot.close());

const API = '/sandbox/api';

async function channel(): Promise<SandboxState['places'][number]['messages']> {
  return (await sandboxBot.state()).places[0]?.messages ?? [];
}

async function refusal(path: string, body: unknown): Promise<{ status: number; error: string }> {
  const response = await sandboxBot.post(API + path, body);
  const { error } = (await response.json()) as { error: string };
  return { status: response.status, error };
}

describe('the state', () => {
  test('says who is there, where, and what was said', async () => {
    const state = await sandboxBot.state();
    expect(state).toMatchObject({
      now: '2018-07-19T23:30:00Z',
      speed: 0,
      real: false,
      play: { state: 'idle' },
    });
    expect(state.persons).toHaveLength(24);
    expect(state.persons[0]).toEqual({
      id: 'emma',
      name: 'Emma Wilson',
      locale: 'en',
      timeZone: 'Asia/Tokyo',
      admin: true,
    });
    expect(state.places.map(({ id, name }) => [id, name])).toEqual([[PLACE, '#telework-days']]);
    const [message] = await channel();
    expect(Object.keys(message ?? {}).sort()).toEqual(['at', 'card', 'edited', 'id', 'text']);
    expect(message?.text).toBe(message?.card.summary);
  });
});

describe('people', () => {
  test('press a button and see the answer, in their language, and the message is up to date at once', async () => {
    await sandboxBot.at('2018-07-23T07:00:00+09:00');
    const poll = (await channel()).at(-1);
    if (!poll) throw new Error('no poll');
    const reply = await sandboxBot.press('kenta', poll.id, actionOf(poll, 'satellite'));
    expect(reply).toMatchObject({ refused: false, card: { locale: 'ja' } });
    expect(reply.note).toBe(reply.card.summary);
    const live = (await channel()).find(({ id }) => id === poll.id);
    expect(live).toMatchObject({ edited: true, text: expect.stringContaining('Response rate: 1 of 24') });
  });

  test('find the answer again among their ephemerals, and press its buttons there', async () => {
    const [note] = (await sandboxBot.state()).ephemerals.kenta ?? [];
    if (!note) throw new Error('no note');
    const changed = await sandboxBot.press('kenta', note.id, actionOf(note, '変更する'));
    expect(changed.message).toBe(note.id);
    expect((await sandboxBot.state()).ephemerals.kenta).toMatchObject([{ id: note.id, text: changed.note }]);
  });

  test('type a command, with or without what opens it', async () => {
    const plain = await sandboxBot.says('james', 'home');
    const prefixed = await sandboxBot.says('james', '  /Telework home');
    expect(prefixed.card.parts).toHaveLength(plain.card.parts.length);
    expect(prefixed.refused).toBe(false);
    expect((await sandboxBot.says('james', '/teleworking home')).refused).toBe(true);
  });

  test('hear the language they asked for from then on', async () => {
    const said = await sandboxBot.says('yijun', 'language zh-CN', null);
    expect(said.card.locale).toBe('zh-CN');
    expect((await sandboxBot.says('yijun', 'help')).card.locale).toBe('zh-CN');
  });

  test('fill in a form', async () => {
    const sent = { person: 'sofia', form: 'week', values: { mon: 'home', fri: 'off' } };
    const response = await sandboxBot.post(`${API}/submit`, sent);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      refused: false,
      note: expect.stringContaining('Working from home'),
    });
  });

  test('are refused in their own words, and nothing changes', async () => {
    const before = await channel();
    const reply = await sandboxBot.press('aya', before[0]?.id ?? '', 'not|an|action');
    expect(reply).toMatchObject({ refused: true, card: { locale: 'ja', tone: 'refusal' } });
    expect(await channel()).toEqual(before);
  });
});

describe('the clock', () => {
  test('goes to an instant, by a duration, and to the next event, which is done when it answers', async () => {
    await sandboxBot.at('2018-07-25T06:00:00+09:00');
    const later = await (await sandboxBot.post(`${API}/clock`, { advance: 'PT30M' })).json();
    expect(later).toMatchObject({ now: '2018-07-24T21:30:00Z', note: 'Wed 25 July 2018 06:30' });
    const count = (await channel()).length;
    const next = await (await sandboxBot.post(`${API}/clock`, { advance: 'next', lang: 'ja' })).json();
    expect(next).toMatchObject({ now: '2018-07-24T22:00:00Z', note: '2018年7月25日(水) 07:00' });
    expect((await channel()).length).toBe(count + 1);
  });

  test('counts days as calendars do', async () => {
    const told = await (await sandboxBot.post(`${API}/clock`, { advance: 'P1D' })).json();
    expect(told).toMatchObject({ now: '2018-07-25T22:00:00Z' });
  });

  test('runs at a speed, or stands', async () => {
    const told = await (await sandboxBot.post(`${API}/clock`, { speed: 0.5 })).json();
    expect(told).toMatchObject({ speed: 0.5, real: false });
    expect(await (await sandboxBot.post(`${API}/clock`, { speed: 0 })).json()).toMatchObject({ speed: 0 });
  });

  test.each([
    [{ advance: '-PT1H' }, 'goes forward'],
    [{ advance: 'soon' }, 'goes forward'],
    [{ advance: 'P300Y' }, 'the clock goes from'],
    [{ now: '2018-07-24' }, 'ISO 8601 instant'],
    [{ now: '1999-12-31T00:00:00Z' }, 'the clock goes from'],
    [{ now: '2018-07-24T00:00:00Z', advance: 'next' }, 'one of now, advance and real'],
    [{ speed: -1 }, 'speed'],
    [{ speed: 'fast' }, 'speed'],
    [{ spede: 1 }, 'spede'],
    [[], 'object'],
  ])('refuses %j', async (body, reason) => {
    const before = (await sandboxBot.state()).now;
    expect(await refusal('/clock', body)).toEqual({ status: 400, error: expect.stringContaining(reason) });
    expect((await sandboxBot.state()).now).toBe(before);
  });
});

describe('a request that is wrong', () => {
  test.each<[string, unknown, number, string]>([
    ['/press', { person: 'nobody', message: 'm', action: 'a' }, 404, 'no person'],
    ['/press', { person: 'emma', message: 'none', action: 'a' }, 404, 'no such message'],
    ['/press', { person: 'emma', message: 'none' }, 400, 'action'],
    ['/command', { person: 'emma', place: 'elsewhere', text: 'home' }, 404, 'no place'],
    ['/command', { person: 'emma', text: 5 }, 400, 'text'],
    ['/submit', { person: 'emma', form: 'week', values: { mon: 1 } }, 400, 'values.mon'],
    ['/submit', { person: 'emma', form: 'week', values: {}, message: 'none' }, 404, 'no such message'],
    ['/play', { person: 'nobody' }, 404, 'no person'],
    ['/command', '{"person":', 400, ''],
    ['/command', JSON.stringify({ person: 'emma', text: 'x'.repeat(300_000) }), 413, ''],
    ['/nothing', {}, 404, 'no such thing'],
  ])('%s %j gets a status and a reason', async (path, body, status, reason) => {
    expect(await refusal(path, body)).toEqual({ status, error: expect.stringContaining(reason) });
  });

  test('of another content type is refused', async () => {
    const response = await sandboxBot.post(`${API}/command`, 'person=emma', { 'content-type': 'text/plain' });
    expect(response.status).toBe(400);
  });

  test('does not show one person what another was told', async () => {
    const { message } = await sandboxBot.says('risa', 'help');
    expect(await refusal('/press', { person: 'emma', message, action: 'help' })).toMatchObject({
      status: 404,
    });
  });

  test('never was the fault of the bot', () => {
    expect(sandboxBot.errors).toEqual([]);
  });
});

describe('answers of one person', () => {
  let poll: string;
  const notes = async () => (await sandboxBot.state()).ephemerals.megumi ?? [];
  const press = async (style: string) => {
    const message = (await channel()).find(({ id }) => id === poll);
    if (!message) throw new Error('no poll');
    return sandboxBot.press('megumi', poll, actionOf(message, style));
  };

  beforeAll(async () => {
    await sandboxBot.at('2018-07-27T07:05:00+09:00');
    poll = (await channel()).at(-1)?.id ?? '';
  });

  test('about one message replace each other while nothing else was said', async () => {
    const first = await press('home');
    const second = await press('mobile');
    expect(second.message).toBe(first.message);
    expect(await notes()).toHaveLength(1);
  });

  test('stay when a refusal follows, which the next success replaces', async () => {
    const refused = await sandboxBot.press('megumi', poll, 'bad');
    expect(await notes()).toHaveLength(2);
    const accepted = await press('office');
    expect(accepted.message).toBe(refused.message);
    expect(await notes()).toHaveLength(2);
  });

  test('to commands stand each on its own', async () => {
    await sandboxBot.says('megumi', 'help');
    await sandboxBot.says('megumi', 'help');
    expect(await notes()).toHaveLength(4);
  });
});

describe('the pages of a demo person', () => {
  const ask = (url: string, person: string) =>
    fetch(`${url}/sandbox/office`, {
      method: 'POST',
      body: new URLSearchParams({ person }),
      redirect: 'manual',
    });

  test('open signed in by one post, as that person', async () => {
    const told = await ask(sandboxBot.url, 'misaki');
    expect(told.status).toBe(307);
    const entered = await fetch(sandboxBot.url + told.headers.get('location'), {
      method: 'POST',
      redirect: 'manual',
    });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/office']);
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await sandboxBot.get('/office', { cookie })).text()).toContain('佐藤 美咲');
    expect((await sandboxBot.get('/office')).status).toBe(401);
  });

  test('do not open for anybody else', async () => {
    const told = await ask(sandboxBot.url, 'nobody');
    expect([told.status, told.headers.get('location')]).toEqual([303, '/sandbox']);
  });

  test('open this way in the sandbox alone', async () => {
    const { core } = sandboxBot;
    const web = createWeb({ log: core.log, newId: core.newId, after: core.after, ready: async () => {} });
    web.app.use(officePages({ office: createOffice(core, parseIntent), wordsFor, secure: false }));
    const listening = await web.listen('127.0.0.1', 0);
    expect((await ask(listening.url, 'misaki')).status).toBe(404);
    await listening.close();
  });
});
