import type { Page } from 'playwright-core';
import { LOCALES } from '../../src/domain/people/person';
import { SECTIONS } from '../../src/web/office/sections';
import { barriers, DESKTOP, describeInBrowser, PHONE } from '../support/browser';
import { openSandboxBot, type SandboxBot } from '../support/sandbox-bot';

/* The pages as people use them: they come from the chat, look, answer, and leave; on a desktop and on a phone. */

let sandboxBot: SandboxBot;

beforeAll(async () => {
  // Two days of a campaign, with names, the second one running.
  sandboxBot = await openSandboxBot({ start: '2018-07-20T08:30:00+09:00' });
  await sandboxBot.says('emma', 'setup names=on');
  for (const day of ['23', '24']) {
    await sandboxBot.at(`2018-07-${day}T07:01:00+09:00`);
    for (const person of ['emma', 'misaki', 'kenta', 'sho']) await sandboxBot.says(person, 'home');
  }
});

afterAll(() => sandboxBot.close());

/** One click: the link from the chat, and the button of its page. */
async function signIn(page: Page, person: string): Promise<void> {
  const { card } = await sandboxBot.says(person, 'web');
  const link = card.parts.find((part) => part.kind === 'link');
  await page.goto(`${sandboxBot.url}${link?.kind === 'link' ? link.url : ''}`);
  await page.getByRole('button').click();
  await page.waitForURL('**/office');
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describeInBrowser('the pages', (stage) => {
  test('lead from the chat to a session, and out of it', async () => {
    const page = await stage.open(`${sandboxBot.url}/sandbox`);
    await signIn(page, 'emma');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Today');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/office/sign-out');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You are signed out');
  });

  test('take an answer, which the poll in the channel shows', async () => {
    const page = await stage.open(`${sandboxBot.url}/sandbox`, PHONE);
    await signIn(page, 'yumiko');
    await page.getByRole('button', { name: '出社' }).last().click();
    await page.waitForURL('**/office/press');
    expect(await page.getByRole('status').innerText()).toContain('出社');
    expect((await sandboxBot.says('emma', 'tally')).note).toContain('5 of 24');
  });

  test.each(LOCALES)('are open to everybody in %s', async (language) => {
    await sandboxBot.says('emma', `language ${language}`);
    for (const scheme of language === 'en' ? (['light', 'dark'] as const) : (['light'] as const)) {
      const page = await stage.open(`${sandboxBot.url}/sandbox`, DESKTOP, scheme);
      await signIn(page, 'emma');
      for (const { path } of SECTIONS) {
        await page.goto(sandboxBot.url + path);
        for (const screen of [DESKTOP, PHONE, { width: 320, height: 640 }]) {
          await page.setViewportSize(screen);
          expect([path, screen.width, await sideways(page)]).toEqual([path, screen.width, 0]);
        }
        expect([path, await barriers(page)]).toEqual([path, []]);
      }
    }
    await sandboxBot.says('emma', 'language en');
  });

  test('print a campaign on A4, without what only a screen needs', async () => {
    const page = await stage.open(`${sandboxBot.url}/sandbox`);
    await signIn(page, 'emma');
    await page.goto(`${sandboxBot.url}/office/campaign`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
