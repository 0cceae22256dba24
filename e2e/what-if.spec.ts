import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, journeys, PHONE } from './harness/index.js';

/** On a machine that does other things besides. */
const SOLVED_WITHIN_MS = 180_000;
const LONG = 240_000;

journeys('an instructor rearranges a result by hand', {}, (journey) => {
  let instructor: Page;
  let student: Page;

  it(
    'matches with the live curve, and puts the result on the desk',
    async () => {
      instructor = await journey().person();
      await instructor.goto(journey().app.linkFor('instructor'));
      await instructor.getByRole('heading', { level: 1, name: /120 students wait/ }).waitFor();
      student = await journey().person(PHONE);
      await student.goto(journey().app.linkFor('student'));
      await student.getByText('Your group is still to be formed').first().waitFor();

      // The curve draws itself while the run goes on.
      await instructor
        .getByRole('button', { name: /^Match/ })
        .first()
        .click();
      await instructor.locator('svg.chart path.line').first().waitFor();
      await instructor.getByRole('button', { name: /^Publish/ }).waitFor({ timeout: SOLVED_WITHIN_MS });
      await clean(instructor);
      await instructor.getByRole('button', { name: 'Rearrange by hand' }).click();
      await instructor.waitForURL(/\/matching\/scenarios\//);
      await instructor.locator('.deck .group').first().waitFor();
      await instructor.getByText('If somebody moved').waitFor();
      await clean(instructor);
    },
    LONG,
  );

  it('carries a student by hand: the scores move before the drop, and all of it can be undone', async () => {
    const [first, second] = [groupAt(instructor, 0), groupAt(instructor, 1)];
    const [one, other] = [await nameIn(first), await nameIn(second)];
    const before = await scoreOf(second);
    await carry(instructor, first.locator('.member-row').first(), second.locator('.member-row').first());
    await second.getByText(`drop to swap with ${other}`).waitFor();
    await instructor.waitForFunction(
      ([name, was]) => document.querySelector(`[data-group="${name}"] .score s`)?.textContent === was,
      [await second.getAttribute('data-group'), before],
    );
    await instructor.mouse.up();
    await instructor.getByText(`${one} swapped with ${other}`).waitFor();
    await second.getByRole('button', { name: one, exact: true }).waitFor();
    await untilScore(second, (score) => score !== before);
    await instructor.getByText(/1 change by hand/).waitFor();
    await instructor.keyboard.press('Control+z');
    await first.getByRole('button', { name: one, exact: true }).waitFor();
    await untilScore(second, (score) => score === before);
  });

  it('carries by keys: Escape leaves all as it was, Space drops, and the focus stays with the student', async () => {
    const [first, second] = [groupAt(instructor, 0), groupAt(instructor, 1)];
    const one = await nameIn(first);
    const grip = instructor.getByRole('button', { name: `Move ${one}`, exact: true });
    await grip.focus();
    await instructor.keyboard.press(' ');
    await instructor.keyboard.press('ArrowRight');
    await instructor.getByText(/^Swap with .* rule|^Swap with .* camp|^Move to .* camp/).waitFor({ state: 'attached' });
    await instructor.keyboard.press('Escape');
    await first.getByRole('button', { name: one, exact: true }).waitFor();
    await instructor.keyboard.press(' ');
    await instructor.keyboard.press('ArrowRight');
    await instructor.keyboard.press(' ');
    await second.getByRole('button', { name: one, exact: true }).waitFor();
    expect(await instructor.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(`Move ${one}`);
  });

  it(
    'locks a group, which stays whole while the rest is solved anew with its curve, and keeps all of it',
    async () => {
      const third = groupAt(instructor, 2);
      const locked = (await third.getAttribute('data-group')) ?? '';
      await third.getByRole('button', { name: `Lock ${locked}` }).click();
      const whole = await membersOf(third);
      await instructor.getByRole('button', { name: /^Re-solve/ }).click();
      await instructor.locator('section.live-run svg.chart').waitFor();
      await instructor.getByText(/moved by solving the rest|Nothing better/).waitFor({ timeout: SOLVED_WITHIN_MS });
      expect((await membersOf(instructor.locator(`[data-group="${locked}"]`))).sort()).toEqual(whole.sort());
      await instructor.getByText('· saved').waitFor();
      const kept = await membersOf(groupAt(instructor, 0));
      const named = await groupAt(instructor, 0).getAttribute('data-group');
      await instructor.reload();
      await instructor.locator(`[data-group="${named}"]`).waitFor();
      expect((await membersOf(instructor.locator(`[data-group="${named}"]`))).sort()).toEqual(kept.sort());
    },
    LONG,
  );

  it('says what it costs whom, and publishes; a student sees the group appear', async () => {
    await instructor.getByRole('link', { name: 'Compare' }).first().click();
    await instructor.getByRole('heading', { level: 1, name: /beside run/ }).waitFor();
    await instructor
      .getByText(/students? loses?|Nobody loses/)
      .first()
      .waitFor();
    await clean(instructor);
    await instructor.goBack();

    await instructor.getByRole('button', { name: 'Export the groups' }).click();
    const saved = instructor.waitForEvent('download');
    await instructor.getByRole('menuitem', { name: /Canvas/ }).click();
    const csv = await readFile(await (await saved).path(), 'utf8');
    expect(csv.split('\r\n')).toHaveLength(122);
    expect(csv).toMatch(/^name,canvas_user_id,user_id,login_id,sections,group_name\r\n/);

    await instructor.getByRole('button', { name: /^Publish/ }).click();
    const dialog = instructor.getByRole('dialog');
    const despite = dialog.getByRole('checkbox');
    if ((await despite.count()) > 0) await despite.check();
    await clean(instructor);
    await dialog.getByRole('button', { name: /^Publish/ }).click();
    await instructor.getByText(/are published; students see theirs now/).waitFor();
    await student
      .getByText(/Your group is ready|Group \d+/)
      .first()
      .waitFor();
    await clean(student);
  });

  it('does on a phone, without dragging, what the hand does on a desk', async () => {
    const phone = instructor;
    await phone.setViewportSize(PHONE);
    await phone.goto(phone.url().replace(/scenarios.*/, ''));
    await phone.getByRole('link', { name: 'By hand' }).first().click();
    await phone.locator('.deck .group').first().waitFor();
    await clean(phone);
    const group = phone.locator('.deck > .group:not(.locked)').first();
    const name = await nameIn(group);
    await group.getByRole('button', { name, exact: true }).click();
    await phone.getByRole('heading', { name: `Move ${name}` }).waitFor();
    await phone.getByText('Every group').waitFor();
    await clean(phone);
    await phone.getByRole('dialog').getByRole('button', { name: /^Try/ }).first().click();
    await phone.getByText(/moved to|swapped with/).waitFor();
    await clean(phone);
  });
});

const groupAt = (page: Page, at: number): Locator => page.locator('.deck > .group').nth(at);
const nameIn = (group: Locator): Promise<string> => group.locator('.member-name').first().innerText();
const membersOf = (group: Locator): Promise<string[]> => group.locator('.member-name').allInnerTexts();
const scoreOf = (group: Locator): Promise<string> => group.locator('.score > span').innerText();

/** The engine answers from its worker: soon, not at once. */
async function untilScore(group: Locator, isIt: (score: string) => boolean): Promise<void> {
  await expect.poll(async () => isIt(await scoreOf(group)), { timeout: 15_000 }).toBe(true);
}

/** Lifts one and holds it over the other, as a hand does: in steps. */
async function carry(page: Page, one: Locator, other: Locator): Promise<void> {
  await one.scrollIntoViewIfNeeded();
  const [from, to] = [await one.boundingBox(), await other.boundingBox()];
  if (from === null || to === null) throw new Error('Both are on the page');
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + from.height / 2, { steps: 3 });
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 });
}

/** axe finds nothing on the page as it is now. */
async function clean(page: Page): Promise<void> {
  expect(await axe(page), page.url()).toEqual([]);
}
