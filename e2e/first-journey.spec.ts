import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, heldBy, journeys, PHONE } from './harness/index.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** A real class's export where it is at hand, else one of our own with the same traits. */
const SURVEY =
  [here('../../shared/data/surveys/forms-export.csv'), here('fixtures/class-survey.csv')].find(existsSync) ?? '';
const somebody = /[\w.]+@school\.\w+/.exec(readFileSync(SURVEY, 'utf8'))?.[0] ?? '';

journeys('an instructor brings a class and matches it', {}, (journey) => {
  it('goes from the link to published groups, and the student sees the group without a reload', async () => {
    const instructor = await journey().person();
    await instructor.goto(journey().app.linkFor('instructor'));
    await see(instructor, /wait to be matched/);

    await instructor.getByRole('button', { name: 'New camp' }).click();
    await instructor.getByLabel('Name').fill('Winter Makers');
    await instructor.getByRole('button', { name: 'Open the camp' }).click();
    await see(instructor, 'Bring your class from a file');
    const campId = /camps\/([0-9a-f-]+)/.exec(instructor.url())?.[1] ?? '';

    await instructor.locator('input[type=file]').setInputFiles(SURVEY);
    await see(instructor, /rows read from/);
    await instructor.getByRole('button', { name: /^Apply \d+ rows/ }).click();
    await see(instructor, /The file is applied/);

    await instructor.goto(`/camps/${campId}/students`);
    await see(instructor, /\d+ students in this camp/);
    await instructor.goto(`/camps/${campId}/policy`);
    await see(instructor, /^Groups of 3 to 5/);
    expect(await instructor.getByText('Must hold').count()).toBeGreaterThan(2);
    await instructor.goto(`/camps/${campId}`);
    await see(instructor, /are ready to be matched/);
    const joinLink = await instructor.getByText(/\/join\/\w+/).innerText();

    const student = await journey().person(PHONE);
    await student.goto(joinLink);
    await see(student, 'Join Winter Makers');
    await student.getByRole('link', { name: 'Make an account' }).click();
    await see(student, 'Make your account');
    await student.getByLabel('Name').fill('Araceli');
    await student.getByLabel('E-mail').fill(somebody);
    await student.getByLabel('Password').fill('a tent by the lake');
    await student.getByRole('button', { name: 'Make an account' }).click();
    await student.getByRole('button', { name: 'Join the camp' }).click();
    await student.waitForURL(/camps/);
    await student.goto('/');
    await see(student, 'Your group is still to be formed');

    await instructor
      .getByRole('button', { name: /^Match/ })
      .first()
      .click();
    await instructor.getByRole('button', { name: /^Publish/ }).waitFor({ timeout: 60_000 });
    await see(instructor, /groups/);
    await instructor
      .getByText(/^Why group .* scores$/)
      .first()
      .waitFor();
    expect(await instructor.getByText(/common hours/).count()).toBeGreaterThan(0);
    await instructor.getByRole('button', { name: /^Publish/ }).click();
    await instructor
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish/ })
      .click();

    await student
      .getByText(/Your group is ready|Group \d+/)
      .first()
      .waitFor();
    expect(await axe(student)).toEqual([]);
    await student.getByRole('link', { name: 'Open the group' }).click();
    await student.waitForURL(/\/groups\//);
    await see(student, /^You(?: and |, ).+ share \d+ hours? a week$/);
    expect(await heldBy(student)).not.toContain('gender');

    await instructor.goto(`/camps/${campId}/groups`);
    await see(instructor, /groups/);
    await instructor
      .getByRole('link', { name: /^Group 1$/ })
      .first()
      .click();
    await instructor.waitForURL(/\/groups\/[0-9a-f-]+$/);
    await see(instructor, /Group 1/);
  });

  it('finds nothing wrong with the pages of one person', async () => {
    const page = await journey().person(PHONE);
    await page.goto('/sign-up');
    await see(page, 'Make your account');
    await page.getByLabel('Name').fill('Sol Reyes');
    await page.getByLabel('E-mail').fill('sol@school.example');
    await page.getByLabel('Password').fill('a tent by the lake');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    for (const path of ['/profile', '/settings']) {
      await page.goto(path);
      await see(page, /./);
    }
  });
});

/** This is the page's title by now, and axe finds nothing on it. */
async function see(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  expect(await axe(page), page.url()).toEqual([]);
}
