import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, journeys, PHONE } from './harness/index.js';

journeys('a camp that assesses', {}, (journey) => {
  it('takes a student from a choice of tracks through an attempt, a reload in the middle, to a skill profile', async () => {
    const instructor = await journey().person();
    await instructor.goto(journey().app.linkFor('instructor'));
    await instructor.waitForURL((url) => !url.pathname.startsWith('/link'));
    await instructor.getByRole('link', { name: 'Assessment' }).first().click();
    await see(instructor, '96 of 120 students have finished');
    const path = new URL(instructor.url()).pathname;
    await instructor.getByRole('navigation', { name: 'Assessment' }).getByRole('link', { name: 'Settings' }).click();
    await see(instructor, 'Your students are assessed in 4 tracks');
    for (const track of ['Back end', 'Programming foundations', 'Web front end']) {
      await instructor.getByLabel(track).uncheck();
    }
    await instructor.getByRole('button', { name: 'Save' }).click();
    await see(instructor, 'Your students are assessed in 1 track');

    const student = await journey().person(PHONE);
    await student.goto(journey().app.linkFor('student'));
    await student.waitForURL((url) => !url.pathname.startsWith('/link'));
    await student.goto(path);
    await student.getByRole('button', { name: 'Start' }).click();
    await student.waitForURL(/\/attempts\//);
    expect(await axe(student)).toEqual([]);

    await unknown(student, 1);
    await unknown(student, 2);
    const third = await student.locator('h1.stem').innerText();
    await student.reload();
    await student.getByText('Question 3').waitFor();
    expect(await student.locator('h1.stem').innerText()).toBe(third);
    // Fields of a key, in whatever the page carries for its scripts.
    expect(
      /[{,]\\*"(explanation|because|accept|tolerance|right)\\*":/.exec(await student.content())?.[0],
    ).toBeUndefined();

    for (let number = 3; (await student.getByRole('heading', { name: /^That was it/ }).count()) === 0; number += 1) {
      await unknown(student, number);
    }
    await student.getByRole('link', { name: 'See what it shows' }).click();
    await see(student, 'Data and SQL: at the beginning');
    await student.locator('details summary').first().click();
    await student.getByText('You said that you don’t know it yet').first().waitFor();
    expect(await axe(student)).toEqual([]);
    await student.getByRole('link', { name: 'Skill profile' }).first().click();
    await see(student, 'What you can do');
    await student.getByRole('link', { name: 'Practise' }).click();
    await student.getByRole('heading', { name: /^Practice: / }).waitFor();
    expect(await axe(student)).toEqual([]);
    await student.getByRole('button', { name: /^I don’t know yet/ }).click();
    await student.getByText('It comes again on').waitFor();
    await student.keyboard.press('Enter');
    await student.getByRole('button', { name: 'Confirm' }).waitFor();
    await instructor.getByRole('link', { name: 'Results', exact: true }).click();
    await see(instructor, '1 of 120 students have finished');
  }, 180_000);
});

/** Says “I don't know yet” to a question, and waits for what comes after it. */
async function unknown(page: Page, number: number): Promise<void> {
  await page.getByText(`Question ${number}`, { exact: true }).waitFor();
  await page.getByRole('button', { name: /^(I don’t know yet|Skip it)/ }).click();
  await page.getByText(`Question ${number}`, { exact: true }).waitFor({ state: 'detached' });
}

/** This is the page's title by now, and axe finds nothing on it. */
async function see(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
}
