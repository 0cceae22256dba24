import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type DESKTOP, openBrowser, openPage } from './browser.js';
import { findChromium } from './chromium.js';
import { RunningApp, type StartOptions } from './server.js';

export { axe, DESKTOP, heldBy, PHONE } from './browser.js';
export { RunningApp } from './server.js';

/** What a journey has at hand. */
export type Journey = {
  app: RunningApp;
  /** Another person: a page with cookies of its own. */
  person(viewport?: typeof DESKTOP): Promise<Page>;
};

/**
 * A suite with a server and a Chromium of its own, skipped by name where there is no browser. At its end no page may
 * have had an uncaught error.
 *
 * @param body writes the tests; `journey()` is filled in once the server is ready
 */
export function journeys(title: string, options: StartOptions, body: (journey: () => Journey) => void): void {
  const chromium = findChromium();
  describe.skipIf(!chromium)(`${title} (Chromium)`, () => {
    let app: RunningApp | undefined;
    let browser: Browser | undefined;
    const allTroubles: string[][] = [];

    beforeAll(async () => {
      [app, browser] = await Promise.all([RunningApp.start(options), openBrowser(chromium!)]);
    });
    afterAll(async () => {
      await browser?.close();
      await app?.stop();
      expect(allTroubles.flat()).toEqual([]);
    });

    body(() => {
      if (!app || !browser) throw new Error('The journey has not begun');
      const [running, opened] = [app, browser];
      return {
        app: running,
        async person(viewport) {
          const { page, troubles } = await openPage(opened, running.url, viewport);
          allTroubles.push(troubles);
          return page;
        },
      };
    });
  });
}
