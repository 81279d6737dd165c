import type { Page } from 'playwright-core';
import { slackPreview } from '../../adapters/slack/render';
import { teamsPreview } from '../../adapters/teams/render';
import { translate } from '../../src/i18n/translate';
import { barriers, DESKTOP, describeInBrowser, PHONE } from '../support/browser';
import { openSandboxBot, type SandboxBot } from '../support/sandbox-bot';

const SCREENS = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
] as const;

let sandboxBot: SandboxBot;

beforeEach(async () => {
  sandboxBot = await openSandboxBot({
    start: '2018-07-24T06:59:00+09:00',
    previews: [slackPreview(translate), teamsPreview(translate)],
  });
});

afterEach(() => sandboxBot.close());

const at = (query: string) => `${sandboxBot.url}/sandbox${query}`;

async function send(page: Page, text: string): Promise<void> {
  await page.fill('#command', text);
  await page.press('#command', 'Enter');
}

type Box = { x: number; y: number; width: number; height: number };

/** Whether two boxes share more than a hair's breadth. */
function meet(one: Box, other: Box): boolean {
  const [across, down] = [
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
  ];
  return across > 1 && down > 1;
}

describeInBrowser('the sandbox in a browser', (stage) => {
  describe.each(SCREENS)('on %s', (_name, screen) => {
    test('lets one answer with a tap, and shows it to everybody', async () => {
      await sandboxBot.at('2018-07-24T07:00:00+09:00');
      const other = await stage.open(at('?as=emma'), screen);
      const page = await stage.open(at('?as=kenta'), screen);
      await page.locator('.message').last().getByRole('button', { name: 'Satellite office' }).click();
      await page.locator('.note').getByText('サテライトオフィス勤務').first().waitFor();
      await other.locator('.message').last().getByText('1 of 24 (4%)').first().waitFor();
      expect(await other.locator('.note').count()).toBe(0);
    });

    test('plays the day', async () => {
      const page = await stage.open(at('?as=emma'), screen);
      await page.click('#play');
      await page.locator('.message .bars').waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Play the day' }).waitFor();
      expect(await page.textContent('.pace')).toBe('Paused');
    });
  });

  test('opens the office with one press, as the person who is chosen', async () => {
    const page = await stage.open(at('?as=emma'));
    await page.getByRole('button', { name: 'Open the office' }).click();
    await page.waitForURL((url) => url.pathname === '/office');
    expect(await page.textContent('header')).toContain('Emma Wilson');
    await page.getByRole('link', { name: 'Trend' }).click();
    await page.locator('svg.plot').waitFor();
  });

  test('is used by keyboard alone: find the poll, answer it, undo, be somebody else', async () => {
    await sandboxBot.at('2018-07-24T07:00:00+09:00');
    const page = await stage.open(at('?as=james'));
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const tabTo = async (name: string, key = 'Tab') => {
      for (let steps = 0; (await focused()) !== name; steps += 1) {
        if (steps > 60) throw new Error(`${name} is not reached by ${key}`);
        await page.keyboard.press(key);
      }
    };
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the conversation');
    await page.focus('#command');
    await tabTo('📱 Mobile work', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.note').waitFor();
    expect(await focused()).toBe('📱 Mobile work');
    expect(await page.locator('#spoken').textContent()).toContain('Mobile work');
    await tabTo('Undo');
    await page.keyboard.press('Space');
    await page
      .locator('.note', { hasText: 'Removed' })
      .or(page.locator('.note', { hasText: 'No answer' }))
      .first()
      .waitFor();
    await page.focus('#person');
    await page.keyboard.press('Enter');
    await page.keyboard.type('shu-fen');
    await page.keyboard.press('Enter');
    await page.locator('html[lang="zh-TW"]').waitFor();
    expect(await page.locator('#person .name').textContent()).toBe('李 淑芬');
    expect(await page.locator('#people').isVisible()).toBe(false);
  });

  test.each([
    ['Slack', '.slack'],
    ['Teams', '.teams .ac-adaptiveCard'],
  ])(
    'draws the conversation as %s does, whose buttons work, and remembers the choice',
    async (name, card) => {
      await sandboxBot.at('2018-07-24T07:00:00+09:00');
      const page = await stage.open(at('?as=james'));
      await page.locator('#looks').getByRole('link', { name }).click();
      const poll = page.locator('.message').last().locator(card);
      await poll.getByRole('button', { name: 'Mobile work' }).click();
      await page.locator(`.note ${card}`).getByText('Mobile work').first().waitFor();
      await poll.getByText('1 of 24 (4%)').first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.goto(at('?as=emma'));
      await page.locator(`.message ${card}`).first().waitFor();
      expect(await page.locator('.message .card').count()).toBe(0);
    },
  );

  test('suggests commands as one types, and takes them by keyboard', async () => {
    const page = await stage.open(at('?as=emma'));
    await page.focus('#command');
    await page.keyboard.type('wee');
    const options = page.getByRole('option');
    expect(await options.allTextContents()).toEqual([
      expect.stringContaining('/telework week'),
      expect.stringContaining('/telework who this week'),
    ]);
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#command', 'aria-activedescendant')).toBe(
      await options.first().getAttribute('id'),
    );
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#command')).toBe('week mon=home wed=office');
    expect(await page.getAttribute('#command', 'aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await page.locator('.note').waitFor();
    expect(await page.inputValue('#command')).toBe('');
  });

  test('opens forms as dialogs, keeps what is wrong in them, and closes when they are taken', async () => {
    const page = await stage.open(at('?as=emma'));
    await page.getByRole('button', { name: 'Edit settings' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Time zone not in the list').fill('Mars/Phobos');
    await dialog.locator('button[type=submit]').click();
    await dialog.locator('.fault', { hasText: 'Mars/Phobos' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByLabel('Time zone not in the list').fill('Asia/Taipei');
    await dialog.locator('button[type=submit]').click();
    await page.locator('.note', { hasText: 'Asia/Taipei' }).waitFor();
    expect(await dialog.isVisible()).toBe(false);
    expect((await sandboxBot.core.teams.list('sandbox'))[0]?.settings.zone).toBe('Asia/Taipei');
  });

  test('keeps the focus and what is typed while others answer', async () => {
    await sandboxBot.at('2018-07-24T07:00:00+09:00');
    const page = await stage.open(at('?as=emma'));
    await page.fill('#command', 'half a comm');
    const poll = (await sandboxBot.state()).places[0]?.messages.at(-1);
    const action = poll?.card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []))[0]
      ?.action;
    await page.locator('.message').last().getByRole('button', { name: 'Business trip' }).focus();
    await sandboxBot.press('noah', poll?.id ?? '', action ?? '');
    await page.locator('.message').last().getByText('1 of 24 (4%)').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('🧳 Business trip');
    expect(await page.inputValue('#command')).toBe('half a comm');
  });

  test('says politely what is new, and marks the private message', async () => {
    const page = await stage.open(at('?as=emma'));
    await sandboxBot.at('2018-07-24T07:00:00+09:00');
    await page
      .locator('#spoken', { hasText: 'New message in #telework-days: Telework Day' })
      .waitFor({ state: 'attached' });
    await sandboxBot.at('2018-07-24T09:50:00+09:00');
    await page.locator('#conversations .dot').waitFor();
    expect(await page.title()).toMatch(/^●/);
    await page.getByRole('link', { name: 'Private messages' }).click();
    await page.locator('#log', { hasText: 'You haven’t answered' }).waitFor();
    expect(await page.locator('#conversations .dot').count()).toBe(0);
    await page.goBack();
    await page.locator('h1', { hasText: '#telework-days' }).waitFor();
  });

  test('runs texts of others as text only', async () => {
    const page = await stage.open(at('?as=emma'));
    const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    await send(page, evil);
    await page.locator('.note .asked', { hasText: '<img src=x' }).waitFor();
    expect(await page.locator('.note img, .note script').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
  });

  test('greets a first-time visitor with three steps, once', async () => {
    const page = await stage.open(at('?as=emma'));
    expect(await page.locator('#hints li').count()).toBe(3);
    await page.click('#hints-done');
    expect(await page.locator('#hints').isVisible()).toBe(false);
    await page.reload();
    expect(await page.locator('#hints').isVisible()).toBe(false);
  });

  test('moves the clock, and lets it run', async () => {
    const page = await stage.open(at('?as=noah'));
    await page.getByRole('button', { name: 'Next event' }).click();
    await page.locator('#clock-time', { hasText: '07:00' }).waitFor();
    expect(await page.textContent('#clock-elsewhere')).toBe('06:00');
    await page.getByRole('button', { name: '+1 hour' }).click();
    await page.locator('#clock-time', { hasText: '08:00' }).waitFor();
    await page.getByRole('button', { name: '600×', exact: true }).click();
    await page.locator('.pace.runs').waitFor();
    await page.locator('#clock-time', { hasText: /08:[1-9]/ }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('.pace.still').waitFor();
  });

  test('keeps its controls apart at a speed of many digits, on a phone', async () => {
    await sandboxBot.post('/sandbox/api/clock', { speed: 0.001 });
    const page = await stage.open(at('?as=kenta'), PHONE);
    const boxes = await Promise.all(
      ['#clock .pace', '#clock-time', '#play', '#next'].map((part) => page.locator(part).boundingBox()),
    );
    const overlaps = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).filter((other) => one === null || other === null || meet(one, other)),
    );
    expect(await page.textContent('#clock .pace')).toContain('0.001');
    expect(overlaps).toEqual([]);
  });
});
