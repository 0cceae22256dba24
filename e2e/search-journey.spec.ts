import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, journeys, PHONE } from './harness/index.js';

journeys('a search', {}, (journey) => {
  it('leads from a question in one’s own words to the lesson that answers it', async () => {
    const student = await journey().person(PHONE);
    await student.goto(journey().app.linkFor('student'));
    await student.waitForURL((url) => !url.pathname.startsWith('/link'));
    await student.getByRole('link', { name: 'Path' }).first().click();
    await student.getByRole('link', { name: 'Find a lesson' }).click();
    await student.getByText('What would you like to know?').waitFor();
    expect(await axe(student)).toEqual([]);

    await ask(student, 'conflict markers after I merged two branches, which lines do I keep');
    await student.locator('.found mark').first().waitFor();
    expect(new URL(student.url()).searchParams.get('q')).toMatch(/^conflict markers/);
    expect(await axe(student)).toEqual([]);
    await student.reload();
    const found = student.getByRole('link', { name: 'A conflict is a question' });
    await found.click();
    await student.getByRole('heading', { name: 'A conflict is a question', level: 2 }).waitFor();
    expect(await axe(student)).toEqual([]);
    await student.getByRole('button', { name: 'I have read it' }).click();
    await student.getByText('Read on').waitFor();
    await student.getByRole('link', { name: 'Learn the whole skill' }).click();
    await student.getByText('Read on').first().waitFor();
  }, 180_000);

  it('is made from anywhere in a camp by keyboard alone', async () => {
    const instructor = await journey().person();
    await instructor.goto(journey().app.linkFor('instructor'));
    await instructor.waitForURL((url) => !url.pathname.startsWith('/link'));
    await instructor.getByRole('link', { name: 'Students' }).first().waitFor();
    await instructor.keyboard.press('ControlOrMeta+k');
    await instructor.keyboard.type('dead letters and acknowledgement of a worker');
    const first = instructor.getByRole('option', { selected: true }).filter({ has: instructor.locator('mark') });
    const title = await first.locator('.pal-said').evaluate((said) => said.firstChild?.textContent ?? '');
    expect(await axe(instructor)).toEqual([]);
    await instructor.keyboard.press('Enter');
    await instructor.getByRole('heading', { name: title, level: 2 }).waitFor();
    await instructor.getByRole('link', { name: 'Open in the studio' }).waitFor();
    expect(await axe(instructor)).toEqual([]);
  }, 120_000);
});

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a lesson' }).fill(question);
  await page.keyboard.press('Enter');
}
