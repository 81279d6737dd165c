import { existsSync, readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/* Tests in a real browser. In CI it must be there; elsewhere a machine without it skips them, and says why. */

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium(): string | null {
  const { CHROMIUM_PATH } = process.env;
  return [...(CHROMIUM_PATH ? [CHROMIUM_PATH] : []), ...PLACES].find((path) => existsSync(path)) ?? null;
}

export interface Screen {
  width: number;
  height: number;
}

export const DESKTOP: Screen = { width: 1280, height: 800 };
export const PHONE: Screen = { width: 390, height: 844 };

/** What the tests of one file share: one browser. Whatever a page complains about fails its test. */
export interface Stage {
  open(url: string, screen?: Screen, scheme?: 'light' | 'dark'): Promise<Page>;
}

/** Tests which need Chromium. `define` gets a stage, for use within tests. */
export function describeInBrowser(name: string, define: (stage: Stage) => void): void {
  const path = findChromium();
  if (path === null && !process.env.CI) {
    describe.skip(`${name} (skipped: no Chromium here; install it or set CHROMIUM_PATH)`, () =>
      define(noStage));
    return;
  }
  describe(name, () => {
    let browser: Browser;
    let contexts: BrowserContext[] = [];
    let complaints: string[] = [];

    beforeAll(async () => {
      if (path === null) throw new Error('no Chromium: CI must install it, or set CHROMIUM_PATH');
      browser = await chromium.launch({ executablePath: path, args: FLAGS });
    });
    afterEach(async () => {
      for (const context of contexts) await context.close();
      const heard = complaints;
      contexts = [];
      complaints = [];
      expect(heard).toEqual([]);
    });
    afterAll(() => browser?.close());

    define({
      async open(url, viewport = DESKTOP, colorScheme = 'light') {
        const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
        contexts.push(context);
        const page = await context.newPage();
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
        await page.goto(url);
        return page;
      },
    });
  });
}

const noStage: Stage = {
  open: () => Promise.reject(new Error('no browser')),
};

/** One thing axe-core found, with the places where it is. */
export interface Barrier {
  rule: string;
  impact: string;
  nodes: string[];
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps people out of the page as it is now: all that axe-core calls serious or critical. */
export async function barriers(page: Page): Promise<Barrier[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    // Runs in the page, where the line above has put axe-core.
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact,
      nodes: nodes.map(({ html }) => html),
    }));
  });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}
