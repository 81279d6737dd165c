import type { Page } from 'playwright-core';
import { slackPreview } from '../../adapters/slack/render';
import { teamsPreview } from '../../adapters/teams/render';
import { LOCALES } from '../../src/domain/people/person';
import { translate } from '../../src/i18n/translate';
import { describeInBrowser } from '../support/browser';
import { cutTexts } from '../support/cut-texts';
import { openSandboxBot, type SandboxBot } from '../support/sandbox-bot';

/* Every message as every platform draws it, at the widths of phones and of a desk: no text is cut. */

const WIDTHS = [360, 390, 1280];
/** One drawing below the other, each as wide as the screen; the texts and the JSON of the cards are not looked at. */
const STACKED = `
  #gallery, #gallery main { display: block; max-width: none; padding: 0; }
  #gallery .version { display: block; }
  #gallery .look { max-width: none; padding: 0; border: 0; }
  #gallery details, #gallery > header, #kinds { display: none; }
`;

/** Runs in the page, which takes no other styles than its own. */
function adopt(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot({ previews: [slackPreview(translate), teamsPreview(translate)] });
});

afterAll(() => sandboxBot.close());

describeInBrowser('the gallery', ({ open }) => {
  test.each(LOCALES)('cuts no text, in %s', async (locale) => {
    const page: Page = await open(`${sandboxBot.url}/sandbox/gallery?lang=${locale}&look=all`);
    await page.evaluate(adopt, STACKED);
    const found: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await page.evaluate(cutTexts)).map((text) => `${width}: ${text}`));
    }
    expect(found).toEqual([]);
  });
});
