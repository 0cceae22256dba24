import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The sizes at which every page is looked at. */
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Chromium reports every 4xx as an error; a refused request is often what a journey is about. */
const REFUSAL = /^Failed to load resource: .*status of 4\d\d/;

export function openBrowser(executablePath: string): Promise<Browser> {
  // Inside a container Chromium can neither make its sandbox nor use /dev/shm.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });
}

/**
 * A person at a browser of their own (cookies apart), whose uncaught page errors fail the journey.
 *
 * @returns the page; `troubles` grows with each uncaught error and each console error
 */
export async function openPage(
  browser: Browser,
  baseURL: string,
  viewport = DESKTOP,
): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> {
  const context = await browser.newContext({ baseURL, viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSAL.test(message.text())) troubles.push(`${page.url()}: ${message.text()}`);
  });
  return { page, context, troubles };
}

/** What axe finds wrong on the page as it is shown: `rule: selector` for each place; empty is the aim. */
export async function axe(page: Page): Promise<string[]> {
  // After a change of page its title may come behind the heading; a page that never has one fails here.
  await page.waitForFunction(() => document.title !== '');
  // What fades in has other colours meanwhile.
  await page.waitForFunction(() => document.getAnimations().length === 0);
  const day = await new AxeBuilder({ page }).analyze();
  // Only colours differ by night. Without motion they are there with the next frame.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.waitForFunction(() => document.getAnimations().length === 0);
  const night = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  return [...day.violations, ...night.violations].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}

/** All that a page and its data hold, without the interface's own words: `"camp.name":"Camp name"`. */
export async function heldBy(page: Page): Promise<string> {
  const content = await page.content();
  return content.replace(/\\*"[a-zA-Z]+\.\w+\\*":\\*"[^"\\]*\\*"/g, '');
}
