import { expect, it } from 'vitest';
import { axe, journeys, PHONE } from './harness/index.js';

journeys('a stranger opens the address', {}, (journey) => {
  it('sees a page that axe finds nothing on', async () => {
    const page = await journey().person();
    const answer = await page.goto('/');
    expect(answer?.status()).toBe(200);
    expect(await page.title()).toContain('TailCamp');
    expect(await axe(page)).toEqual([]);
  });

  it('sees it whole on a phone', async () => {
    const page = await journey().person(PHONE);
    await page.goto('/');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('finds the server healthy', async () => {
    const answer = await fetch(`${journey().app.url}/api/v1/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ok', role: 'all' });
  });
});
