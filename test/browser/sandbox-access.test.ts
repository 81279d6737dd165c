import type { Page } from 'playwright-core';
import { slackPreview } from '../../adapters/slack/render';
import { teamsPreview } from '../../adapters/teams/render';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import { translate } from '../../src/i18n/translate';
import { samples } from '../../src/present/samples';
import { barriers, DESKTOP, describeInBrowser, PHONE } from '../support/browser';
import { openSandboxBot, type SandboxBot } from '../support/sandbox-bot';

/* Nobody is kept out: what axe-core finds at both widths, in every language, in light and dark. */

const previews = [slackPreview(translate), teamsPreview(translate)];
let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot({ start: '2018-07-24T07:00:00+09:00', samples: oneOfEachKind, previews });
  await sandboxBot.says('emma', 'help');
  await sandboxBot.says('emma', 'who');
});

afterAll(() => sandboxBot.close());

/** Whose drawings are looked at in which language. */
const LOOKS: Record<Locale, string> = { en: 'sandbox', ja: 'slack', 'zh-CN': 'teams', 'zh-TW': 'sandbox' };

/** All kinds of messages are drawn alike; their awkward data changes sizes only. */
function oneOfEachKind() {
  const kinds = new Map(samples().map((sample) => [sample.message.kind, sample]));
  return [...kinds.values()];
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** On how many lines the text of an element stands. */
function linesOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  });
}

/** The page as it is now: open to everybody, and nothing to be scrolled sideways. */
async function check(page: Page, screens = [DESKTOP, PHONE]): Promise<void> {
  for (const screen of screens) {
    await page.setViewportSize(screen);
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  }
}

describeInBrowser('the sandbox is open to everybody', (stage) => {
  const open = (path: string, scheme: 'light' | 'dark' = 'light') =>
    stage.open(`${sandboxBot.url}/sandbox${path}`, DESKTOP, scheme);

  test.each(LOCALES)('in %s', async (lang) => {
    const page = await open(`?as=emma&lang=${lang}`);
    await check(page);
    expect(await linesOf(page, '#clock-time')).toBe(1);
  });

  test('while the day is played, on the smallest phone and in high contrast', async () => {
    await sandboxBot.post('/sandbox/api/play', { person: 'emma', lang: 'en' });
    const page = await open('?as=emma&look=slack');
    await page.locator('#stage .caption').waitFor();
    await check(page, [{ width: 320, height: 640 }]);
    await page.emulateMedia({ forcedColors: 'active' });
    const [chosen, other] = await page
      .locator('#looks a')
      .evaluateAll((links) =>
        [links[1], links[0]].map((link) => link && getComputedStyle(link).backgroundColor),
      );
    expect(chosen).not.toBe(other);
    await sandboxBot.post('/sandbox/api/play', { stop: true });
  });

  test.each(LOCALES)('in the gallery in %s', async (lang) => {
    // The gallery is long, and drawn alike in all languages: one is looked at on a desktop, too.
    await check(await open(`/gallery?lang=${lang}&look=${LOOKS[lang]}`), lang === 'en' ? undefined : [PHONE]);
  });

  test('whatever the data: every message is drawn for every platform, and none is wider than a phone', async () => {
    const whole = await openSandboxBot({ previews });
    // Whatever the renderer says against a card is an error on the page's console.
    const page = await stage.open(`${whole.url}/sandbox/gallery?lang=en&look=all`, PHONE);
    expect(await page.locator('.teams > .ac-adaptiveCard').count()).toBe(samples().length);
    expect(await page.locator('.undrawn').count()).toBe(0);
    expect(await sideways(page)).toBe(0);
    await page.goto(`${whole.url}/sandbox/gallery?lang=all`);
    expect(await sideways(page)).toBe(0);
    await page.close();
    await whole.close();
  });

  test('hands on the JSON of a drawing', async () => {
    const page = await open('/gallery?lang=en&look=slack');
    await page.locator('summary').first().click();
    const json = JSON.parse((await page.locator('.drawn pre').first().textContent()) ?? '');
    const builder = page.getByRole('link', { name: 'Open in Block Kit Builder' }).first();
    await builder.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
    await builder.click();
    const address = new URL((await builder.getAttribute('href')) ?? '');
    expect(JSON.parse(decodeURIComponent(address.hash.slice(1)))).toEqual({ blocks: json.blocks });
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.locator('#spoken', { hasText: 'Copied' }).waitFor({ state: 'attached' });
  });

  test('in the dark', async () => {
    await check(await open('?as=noah', 'dark'));
  });

  test('in the gallery in the dark, all drawings side by side', async () => {
    await check(await open('/gallery?lang=zh-CN&look=all', 'dark'), [DESKTOP]);
  });

  test('in private, in its dialogs and with everything unfolded', async () => {
    const page = await open('?as=misaki&in=private');
    await check(page);
    await page.click('#person');
    await check(page);
    await page.keyboard.press('Escape');
    await page.focus('#command');
    await page.click('#clock-more');
    await check(page);
  });

  test('at 200 %: the conversation keeps its height, and the page scrolls', async () => {
    const page = await stage.open(`${sandboxBot.url}/sandbox?as=emma`, { width: 640, height: 400 });
    const height = () => page.locator('#log').evaluate(({ clientHeight }) => clientHeight);
    expect(await page.locator('#hints').isVisible()).toBe(true);
    expect(await height()).toBeGreaterThan(200);
    expect(await sideways(page)).toBe(0);
  });
});
