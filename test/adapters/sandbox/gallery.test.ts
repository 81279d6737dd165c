import { LOCALES } from '../../../src/domain/people';
import { present } from '../../../src/present';
import { samples } from '../../../src/present/samples';
import { createDesk, type Desk } from '../../support/sandbox';

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk({
    previews: [{ name: 'Raw card', draw: (card) => ({ json: card.parts.length }) }],
  });
});

afterAll(() => desk.close());

const gallery = async (lang: string) => (await desk.get(`/sandbox/gallery?lang=${lang}`)).text();
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

test.each(LOCALES)('draws every message in %s, with its plain text', async (lang) => {
  const html = await gallery(lang);
  expect(/<html lang="([^"]*)"/.exec(html)?.[1]).toBe(lang);
  const missing = samples().filter(
    ({ message, name }) =>
      !html.includes(escaped(name)) || !html.includes(escaped(present(message, lang).summary)),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(html.match(/class="version"/g)).toHaveLength(samples().length);
});

test('draws all languages beside each other', async () => {
  const html = await gallery('all');
  expect(html.match(/class="version"/g)).toHaveLength(samples().length * LOCALES.length);
});

test('has a section for each kind of message, and no id twice', async () => {
  const html = await gallery('en');
  const kinds = new Set(samples().map(({ message }) => message.kind));
  expect([...kinds].filter((kind) => !html.includes(`<section id="${kind}"`))).toEqual([]);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('shows how other platforms draw the same card', async () => {
  expect((await gallery('ja')).match(/<summary>Raw card<\/summary>/g)).toHaveLength(samples().length);
});

test('an unknown language is English', async () => {
  expect(/<html lang="([^"]*)"/.exec(await gallery('xx'))?.[1]).toBe('en');
});
