import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, type Journey, journeys, PHONE } from './harness/index.js';

journeys('the studio', {}, (journey) => {
  it('leads a lesson from its first words over a merge and a review to the step of a student', async () => {
    const writer = await signedIn(journey(), 'instructor');
    await writer.getByRole('link', { name: 'Studio' }).first().click();
    await see(writer, /lessons are published|fewer than two lessons/);
    expect(await axe(writer)).toEqual([]);
    await writer.getByRole('link', { name: 'Write a lesson' }).click();
    await see(writer, 'A new lesson');
    await writer.getByLabel('Title').fill('Loops that know when to stop');
    await writer.getByLabel('Skill', { exact: true }).selectOption({ label: 'Loops' });
    await writer.getByLabel('Objective 1').fill('Say beforehand how often a loop will run');
    await writer.getByLabel('Text').fill(BODY);
    await writer.locator('.lesson-beside').getByRole('heading', { name: 'Worked example' }).waitFor();
    expect(await axe(writer)).toEqual([]);

    // What is not saved survives a reload.
    await writer.getByText('kept in this browser').first().waitFor();
    await writer.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('lesson:')));
    await writer.reload();
    await writer.getByRole('button', { name: 'Take them up' }).click();
    await writer.locator('.check-offered input').first().check();
    await writer.keyboard.press('Control+s');
    await writer.getByText('Saved as a draft. Staff alone see it.').waitFor();
    await writer.waitForURL(/studio\/loops-that-know/);

    // Somebody else writes at the same time: both are put together.
    const second = await writer.context().newPage();
    await second.goto(writer.url());
    await second.getByLabel('Title').fill('Loops that know their end');
    await writer.getByLabel('Minutes').fill('12');
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    await second.getByText('Saved as a draft.').waitFor();
    await writer.getByRole('button', { name: 'Compare and merge' }).click();
    await writer.getByText('Nothing of either is lost').waitFor();
    await writer.getByRole('button', { name: 'Take the merged text' }).click();
    await writer.getByRole('button', { name: 'Save', exact: true }).click();
    await see(writer, 'Loops that know their end');
    expect(await writer.getByLabel('Minutes').inputValue()).toBe('12');

    await writer.getByRole('button', { name: 'Submit for review' }).click();
    await writer.getByRole('button', { name: 'Send back' }).click();
    await writer.getByLabel('What is to be mended').fill('Say what the loop prints.');
    await writer.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
    await writer.getByText('sent it back').waitFor();
    await writer.getByRole('button', { name: /Title/ }).first().click();
    await writer.getByRole('dialog').locator('ins').first().waitFor();
    expect(await axe(writer)).toEqual([]);
    await writer.keyboard.press('Escape');
    await writer.getByRole('button', { name: 'Submit for review' }).click();
    await writer.getByRole('button', { name: 'Approve and publish' }).click();
    await writer.getByText('Learners see it now').waitFor();

    const student = await signedIn(journey(), 'student', PHONE);
    await student.goto(`${writer.url().split('/studio')[0]}/path/loops`);
    await student.getByRole('heading', { name: 'Loops that know their end' }).waitFor();
  }, 180_000);
});

const see = (page: Page, heading: string | RegExp) => page.getByRole('heading', { name: heading, level: 1 }).waitFor();

async function signedIn(journey: Journey, who: string, size?: typeof PHONE): Promise<Page> {
  const page = await journey.person(size);
  await page.goto(journey.app.linkFor(who));
  await page.waitForURL((url) => !url.pathname.startsWith('/link'));
  return page;
}

const BODY = `A loop repeats its body, and before it begins it should be plain how often it will. ${'Count on paper first, then let the machine count, and compare the two. '.repeat(8)}

## Worked example

\`\`\`python
for n in range(3):
    print(n)
\`\`\`

\`\`\`output
0
1
2
\`\`\`

The loop ends because the range does.`;
