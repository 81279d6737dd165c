import { LOCALES } from '../../../../src/domain/people/person';
import { openSandboxBot, PLACE, type SandboxBot } from '../../../support/sandbox-bot';

let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot({ start: '2018-07-24T06:59:00+09:00' });
});

afterAll(() => sandboxBot.close());

const page = async (query: string, headers = {}) =>
  (await sandboxBot.get(`/sandbox${query}`, headers)).text();
const langOf = (html: string) => /<html lang="([^"]+)"/.exec(html)?.[1];
const viewerOf = (html: string) => /data-person="([^"]+)"/.exec(html)?.[1];

describe('the page', () => {
  test.each([
    ['ja-JP,ja;q=0.9', 'misaki', 'ja'],
    ['de', 'emma', 'en'],
    ['zh-TW,zh', 'yijun', 'zh-TW'],
    ['zh-CN', 'jiawei', 'zh-CN'],
    ['', 'emma', 'en'],
  ])('meets a visitor with %j as somebody who speaks that', async (accepted, person, lang) => {
    const html = await page('', { 'accept-language': accepted });
    expect([viewerOf(html), langOf(html)]).toEqual([person, lang]);
  });

  test.each(LOCALES)('speaks %s when its address says so', async (lang) => {
    expect(langOf(await page(`?as=emma&lang=${lang}`))).toBe(lang);
  });

  test('speaks the language a person asked the bot for', async () => {
    expect(langOf(await page('?as=shufen'))).toBe('zh-TW');
    await sandboxBot.says('shufen', 'language zh-CN', null);
    expect(langOf(await page('?as=shufen'))).toBe('zh-CN');
  });

  test('the channel speaks the language of its first visitor, and of a play; a language people chose stays', async () => {
    const fresh = await openSandboxBot({ start: '2018-07-24T06:50:00+09:00' });
    const spoken = async () => {
      await fresh.at('2018-07-24T06:51:00+09:00');
      return (await fresh.state()).places[0]?.messages.at(-1)?.card.locale;
    };
    await fresh.get('/sandbox', { 'accept-language': 'zh-CN' });
    expect(await spoken()).toBe('zh-CN');
    await fresh.get('/sandbox', { 'accept-language': 'ja' });
    expect(await spoken()).toBe('zh-CN');
    await fresh.post('/sandbox/api/play', { person: 'misaki', lang: 'ja' });
    await fresh.post('/sandbox/api/play', { stop: true });
    expect(await spoken()).toBe('ja');
    await fresh.says('emma', 'setup lang=en');
    await fresh.post('/sandbox/api/play', { person: 'misaki', lang: 'ja' });
    expect(await spoken()).toBe('en');
    await fresh.close();
  });

  test('says the language of each message', async () => {
    await sandboxBot.says('misaki', 'help');
    const html = await page('?as=misaki');
    expect(langOf(html)).toBe('ja');
    const languages = [...html.matchAll(/class="card[^"]*" lang="([^"]+)"/g)].map(([, lang]) => lang);
    expect(new Set(languages)).toEqual(new Set(['en', 'ja']));
  });

  test('marks what is unread, for each person apart', async () => {
    const dots = (html: string) => html.match(/class="dot"/g)?.length ?? 0;
    await page('?as=noah');
    expect(dots(await page('?as=noah'))).toBe(0);
    await sandboxBot.sandbox.chat.direct('sandbox', 'noah', card('in private'), {
      id: 'd1',
      mayHaveBeenSent: false,
      repeatable: false,
    });
    expect(dots(await page('?as=noah'))).toBe(2);
    await page('?as=noah&in=private');
    expect(dots(await page('?as=noah'))).toBe(0);
  });

  test('shows private messages to their person only', async () => {
    await sandboxBot.sandbox.chat.direct('sandbox', 'priya', card('for Priya alone'), {
      id: 'd2',
      mayHaveBeenSent: false,
      repeatable: false,
    });
    const shows = async (query: string) => (await page(query)).includes('for Priya alone');
    expect(await shows('?as=priya&in=private')).toBe(true);
    expect(await shows('?as=sofia&in=private')).toBe(false);
    expect(await shows('?as=priya')).toBe(false);
  });

  test('shows times in the zone of whom one is, days apart', async () => {
    await sandboxBot.at('2018-07-24T07:00:00+09:00');
    const times = (html: string) => [...html.matchAll(/<time>([^<]*)/g)].map(([, time]) => time);
    expect(times(await page('?as=emma')).at(-1)).toBe('07:00');
    const taipei = await page('?as=noah');
    expect(times(taipei).at(-1)).toBe('06:00');
    expect(/<span id="clock-date">([^<]*)/.exec(taipei)?.[1]).toBe('Tue 24 July 2018');
    expect(/data-zone="Asia\/Taipei">([^<]*<\/time> [^<]*)/.exec(taipei)?.[1]).toMatch(
      /^06:00<.time> Tai\w+ Standard Time$/,
    );
  });

  test('says what comes next', async () => {
    const upcoming = async () => /class="upcoming">(.*?)<\/p>/.exec(await page('?as=emma'))?.[1];
    await sandboxBot.at('2018-07-24T09:30:00+09:00');
    expect(await upcoming()).toBe('Private reminders<br/>Tue 24 July 09:48');
  });

  test('draws the end of a long conversation, and all of it when asked', async () => {
    for (let index = 0; index < 70; index += 1) {
      await sandboxBot.sandbox.chat.post('sandbox', PLACE, card(`message ${index}`), {
        id: `p${index}`,
        mayHaveBeenSent: false,
        repeatable: false,
      });
    }
    const short = await page('?as=emma');
    expect(short.match(/<li id="m-/g)).toHaveLength(60);
    expect(/class="earlier"><a href="([^"]*)"/.exec(short)?.[1]).toBe('/sandbox?as=emma&amp;all=1');
    const whole = await page('?as=emma&all=1');
    expect(whole.match(/<li id="m-/g)?.length).toBeGreaterThan(70);
    expect(whole.includes('class="earlier"')).toBe(false);
  });

  test('takes nonsense in its address for nothing', async () => {
    const response = await sandboxBot.get('/sandbox?as=nobody&as=x&in=%00&lang=xx');
    expect(response.status).toBe(200);
  });
});

function card(text: string) {
  return {
    locale: 'en' as const,
    tone: 'news' as const,
    summary: text,
    parts: [{ kind: 'heading' as const, text }],
  };
}
