import { slackPreview } from '../../../../adapters/slack/render';
import { teamsPreview } from '../../../../adapters/teams/render';
import { LOCALES } from '../../../../src/domain/people/person';
import { translate } from '../../../../src/i18n/translate';
import { present } from '../../../../src/present';
import { samples } from '../../../../src/present/samples';
import { openSandboxBot, type SandboxBot } from '../../../support/sandbox-bot';

let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot({ previews: [slackPreview(translate), teamsPreview(translate)] });
});

afterAll(() => sandboxBot.close());

const gallery = async (lang: string, look = '') =>
  (await sandboxBot.get(`/sandbox/gallery?lang=${lang}&look=${look}`)).text();
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const count = (html: string, part: string) => html.split(part).length - 1;

test.each(LOCALES)('draws every message in %s for each platform, and says it as plain text', async (lang) => {
  const html = await gallery(lang);
  expect(/<html lang="([^"]*)"/.exec(html)?.[1]).toBe(lang);
  const missing = samples().filter(
    ({ message, name }) =>
      !html.includes(escaped(name)) || !html.includes(escaped(present(message, lang).summary)),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
  const kinds = samples().map(({ message }) => message.kind);
  const panels = kinds.filter((kind) => kind === 'panel').length;
  expect(html).not.toContain('class="undrawn"');
  expect(count(html, '<div class="slack">')).toBe(kinds.length + panels);
  expect(count(html, 'class="home"')).toBe(panels);
  expect(count(html, 'class="modal"')).toBe(kinds.filter((kind) => /-form$|^template$/u.test(kind)).length);
  expect(count(html, '<div class="teams"')).toBe(kinds.length);
});

test('draws all languages beside each other', async () => {
  const html = await gallery('all');
  expect(count(html, 'class="version"')).toBe(samples().length * LOCALES.length);
});

test('has a section for each kind of message, and no id twice', async () => {
  const html = await gallery('en');
  const kinds = new Set(samples().map(({ message }) => message.kind));
  expect([...kinds].filter((kind) => !html.includes(`<section id="${kind}"`))).toEqual([]);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('leaves the drawing of Adaptive Cards to the browser, from the JSON beside it', async () => {
  const html = await gallery('ja');
  const cards = [...html.matchAll(/data-card="([^"]*)"/g)].map(([, id]) => id);
  expect(cards).toHaveLength(samples().length);
  expect(cards.filter((id) => !html.includes(`<pre id="${id}"`))).toEqual([]);
  expect(await (await sandboxBot.get('/sandbox/assets/adaptivecards.js')).text()).toContain('AdaptiveCards');
});

test('shows all drawings beside each other, but not in all languages at once', async () => {
  const looks = async (lang: string) => {
    const html = await gallery(lang, 'all');
    return [html.includes('class="slack"'), html.includes('class="teams"'), html.includes('look=all"')];
  };
  expect(await looks('en')).toEqual([true, true, true]);
  expect(await looks('all')).toEqual([false, false, false]);
});

test('an unknown language is English', async () => {
  expect(/<html lang="([^"]*)"/.exec(await gallery('xx'))?.[1]).toBe('en');
});
