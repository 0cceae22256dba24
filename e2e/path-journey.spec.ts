import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, journeys, PHONE } from './harness/index.js';

journeys('a path', {}, (journey) => {
  it('leads a student from a goal over weeks and a step to its check, and the instructor sees where the class stands', async () => {
    const student = await journey().person(PHONE);
    await student.goto(journey().app.linkFor('student'));
    await student.waitForURL((url) => !url.pathname.startsWith('/link'));
    await student.getByRole('link', { name: 'Path' }).first().click();
    await see(student, 'Where do you want to get?');
    expect(await axe(student)).toEqual([]);
    await student.getByRole('checkbox', { name: 'Programming foundations' }).check();
    await student.getByRole('button', { name: 'Make my path' }).click();
    await student.getByText('Next on your path').waitFor();
    await student.getByRole('heading', { name: /^This week/, level: 3 }).waitFor();
    expect(await axe(student)).toEqual([]);
    const before = await steps(student);

    await student.getByRole('link', { name: 'Start', exact: true }).click();
    await student.getByRole('heading', { name: 'Where you are' }).waitFor();
    await student.getByRole('button', { name: 'I have read it' }).first().click();
    await student.getByText('Read on').first().waitFor();
    expect(await axe(student)).toEqual([]);
    await student.getByRole('button', { name: 'Answer the questions' }).click();
    await student.getByRole('button', { name: /^I don’t know yet/ }).click();
    await student.getByText('It comes again on').waitFor();
    await student.getByText('Mastered with a probability of').waitFor();

    await student.reload();
    await student.getByText('Read on').first().waitFor();
    await student.getByRole('link', { name: 'Path' }).first().click();
    await student.getByRole('link', { name: 'Go on', exact: true }).waitFor();
    expect(await steps(student)).toBe(before);

    const instructor = await journey().person();
    await instructor.goto(journey().app.linkFor('instructor'));
    await instructor.waitForURL((url) => !url.pathname.startsWith('/link'));
    await instructor.getByRole('link', { name: 'Class map' }).first().click();
    await see(instructor, /people seem stuck/);
    await instructor.getByText('61 of 120 students have a path').waitFor();
    await instructor.getByRole('button', { name: 'Only who is stuck' }).click();
    await instructor.locator('table.heat td button').first().click();
    await instructor.getByRole('button', { name: 'Give until then' }).click();
    await instructor.getByText('One step has more time.').waitFor();
    await instructor.locator('table.heat tbody a').first().click();
    await see(instructor, /^The path of /);
    expect(await axe(instructor)).toEqual([]);
  }, 180_000);
});

const see = (page: Page, heading: string | RegExp) => page.getByRole('heading', { name: heading, level: 1 }).waitFor();

/** How many steps the path has, as it says. */
const steps = async (page: Page) => /of (\d+) steps done/.exec(await page.locator('.lead').innerText())?.[1];
