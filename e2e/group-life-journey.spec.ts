import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, journeys, PHONE } from './harness/index.js';

journeys('a group after it was formed', {}, (journey) => {
  it('gets a face, loses a member and gets them back, is merged and stands again, and is left', async () => {
    const instructor = await journey().person();
    await instructor.goto(journey().app.linkFor('instructor'));
    await see(instructor, /wait to be matched/);
    await instructor
      .getByRole('button', { name: /^Match/ })
      .first()
      .click();
    await instructor.getByRole('button', { name: /^Publish/ }).click({ timeout: 60_000 });
    const dialog = instructor.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Publish/ }).click();

    const student = await journey().person(PHONE);
    await student.goto(journey().app.linkFor('student'));
    await student.getByRole('link', { name: 'Open the group' }).click();
    await student.waitForURL(/\/groups\//);
    await see(student, /^You(?: and |, )/);
    await choose(student, 'More about the group', 'Name and face');
    await student.getByLabel('Group name').fill('The Otters');
    await student.getByRole('radio', { name: '🦦' }).check();
    expect(await axe(student)).toEqual([]);
    await student.getByRole('button', { name: 'Save' }).click();
    await student.getByText('The group is called The Otters').waitFor();

    await instructor.goto(student.url());
    await see(instructor, /^The Otters/);
    const members = instructor.locator('.members-wide > li');
    const before = await members.count();
    const name = (await members.first().locator('b').innerText()).trim();
    await choose(instructor, `More about ${name}`, 'Move to another group');
    await dialog.getByRole('combobox', { name: 'Into' }).selectOption({ index: 2 });
    expect(await axe(instructor)).toEqual([]);
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect.poll(() => members.count(), { timeout: 15_000 }).toBe(before - 1);
    await instructor.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => members.count(), { timeout: 15_000 }).toBe(before);

    await choose(instructor, 'More about the group', 'Merge into another');
    await dialog.getByRole('combobox', { name: 'Into' }).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await instructor.waitForURL((url) => url.href !== student.url());
    await expect.poll(() => members.count(), { timeout: 15_000 }).toBeGreaterThan(before);
    await student.getByText(/^This group was closed on/).waitFor();
    expect(await axe(student)).toEqual([]);
    await instructor.getByRole('button', { name: 'Undo' }).click();
    await student.getByText(/^This group was closed on/).waitFor({ state: 'detached' });

    const me = student.locator('.members-wide > li', { hasText: 'you' }).first();
    await me.getByRole('button').click();
    await student.getByRole('menuitem', { name: 'Leave the group' }).click();
    await student.getByRole('dialog').getByRole('button', { name: 'Leave the group' }).click();
    await see(student, 'No groups yet');
  });
});

async function choose(page: Page, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** This is the page's title by now, and axe finds nothing on it. */
async function see(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  expect(await axe(page), page.url()).toEqual([]);
}
