import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, heldBy, journeys, PHONE } from './harness/index.js';

journeys('a camp with a queue', {}, (journey) => {
  it('shows a student the rules widen, then a group to accept, without a reload', async () => {
    const instructor = await journey().person();
    await instructor.goto(journey().app.linkFor('instructor'));
    await instructor.waitForURL((url) => !url.pathname.startsWith('/link'));
    await instructor.getByRole('link', { name: 'Queue' }).first().click();
    await see(instructor, 'This camp matches in rounds');
    const queuePath = new URL(instructor.url()).pathname;

    const student = await journey().person(PHONE);
    await student.goto(journey().app.linkFor('student'));
    await student.waitForURL((url) => !url.pathname.startsWith('/link'));
    await student.goto(queuePath);
    await see(student, 'Your group is formed in a round');

    await instructor.getByRole('button', { name: 'Open the queue' }).click();
    const settings = instructor.getByRole('dialog');
    await settings.getByLabel('Gather for').fill('1');
    await settings.getByLabel('Minutes').first().fill('1');
    await settings.getByRole('button', { name: 'Open the queue' }).click();

    await see(student, /Join the queue/);
    await student.getByRole('button', { name: 'Join the queue' }).click();
    await see(student, 'You are number 1 of 1 in the queue');
    await student.getByText('From the start').waitFor();
    expect(await student.getByText(/^Since /).count()).toBe(0);
    await student.getByText(/^Since /).waitFor({ timeout: 75_000 });
    const current = student.locator('[aria-current=step]');
    expect(await current.innerText()).toMatch(/At least 2 hours free in common/);

    for (let count = 0; count < 12; count += 1) {
      await instructor
        .getByRole('button', { name: /^Place:/ })
        .first()
        .click();
      await instructor.getByRole('button', { name: 'Put in the queue' }).click();
      await instructor.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await see(student, /^A group of \d fits you$/);
    expect(await heldBy(student)).not.toMatch(/gender/i);
    await student.getByRole('button', { name: 'Accept the group' }).click();
    await student.getByText(/You accepted\./).waitFor();
    await instructor
      .getByText(/1 of \d accepted/)
      .first()
      .waitFor();
    expect(await axe(instructor)).toEqual([]);
    await student.getByRole('button', { name: 'Decline and leave' }).click();
    await student.getByRole('dialog').getByRole('button', { name: 'Decline and leave' }).click();
    await student.getByText('You declined a group and left the queue.').waitFor();
    await instructor.getByText(/Declined a group/).waitFor();
  }, 180_000);
});

/** This is the page's title by now, and axe finds nothing on it. */
async function see(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  expect(await axe(page), page.url()).toEqual([]);
}
