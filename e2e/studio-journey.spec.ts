import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { startModelServer } from '../apps/server/src/testing/servers/model-server.js';
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

journeys('drafts without a model', {}, (journey) => {
  it('puts an outline together from its sources, which an instructor makes a lesson of', async () => {
    const writer = await signedIn(journey(), 'instructor');
    await draftLesson(writer);
    await writer.getByText('An outline put together from these sources: no language model').waitFor();
    await writer.getByText('names no source').first().waitFor();
    await writer.locator('.draft-sources summary').first().click();
    await writer.locator('.draft-piece .prose').first().waitFor();
    expect(await axe(writer)).toEqual([]);
    // The first part says that it is an outline: it is not taken.
    await writer.getByRole('checkbox', { name: 'Beginning' }).uncheck();
    await writer.getByRole('button', { name: /^Take 2 parts/ }).click();
    await writer.getByText('An outline put together').waitFor();
    await writer.getByRole('heading', { name: 'What it rests on' }).waitFor();
    expect(await axe(writer)).toEqual([]);
    const body = await writer.getByLabel('Text').inputValue();
    await writer.getByLabel('Text').fill(`${BODY.split('##')[0]}${body}`);
    await writer.getByLabel('Title').fill('Loops in words of our own');
    await publish(writer);
    await findOnStep(journey(), writer, 'Loops in words of our own');
    await writer.getByText('drafted as an outline').waitFor();

    await draft(writer, 'Questions', 'Loops');
    await see(writer, /^Questions on Loops, to be looked over/);
    await writer.locator('.draft-part input').first().check();
    await writer.getByRole('button', { name: 'Put one question into the bank' }).click();
    await writer.getByText('in the bank', { exact: true }).waitFor();
    expect(await axe(writer)).toEqual([]);
  }, 240_000);
});

const models = await startModelServer(() => ({
  does: 'fill',
  value: {
    title: 'A loop says when it is over',
    objectives: ['Name what ends a loop before you run it'],
    sections: [
      {
        heading: '',
        text: `You start a loop and go for coffee; it is still running [1]. Others say so too [99]. ${BODY.split('##')[0]}`,
      },
      { heading: 'Worked example', text: 'Count on paper, then run it [1]:\n\n```python\nprint(3)\n```' },
    ],
  },
}));
afterAll(() => models.stop());

const env = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: `${models.url}/v1` };
journeys('drafts by a model', { env }, (journey) => {
  it('drafts a lesson from its sources, which is reviewed, published and learnt from', async () => {
    const writer = await signedIn(journey(), 'instructor');
    await draftLesson(writer);
    await writer.getByText('Drafted by openai/').waitFor();
    expect(await writer.locator('main').innerText()).not.toContain('[99]');
    await writer.getByRole('button', { name: 'Take all into the studio' }).click();
    await see(writer, 'A loop says when it is over');
    await writer.getByText('Drafted by openai/').waitFor();
    await writer.getByLabel('Minutes').fill('9');
    await publish(writer);
    await findOnStep(journey(), writer, 'A loop says when it is over');
  }, 240_000);
});

/** Drafts a lesson on loops, and waits for what comes of it. */
async function draftLesson(writer: Page): Promise<void> {
  await draft(writer, 'Lesson', 'Loops');
  await see(writer, /^Lesson on Loops, to be looked over/);
  expect(await axe(writer)).toEqual([]);
}

async function draft(writer: Page, what: string, skill: string): Promise<void> {
  await writer.getByRole('link', { name: 'Studio' }).first().click();
  await writer.getByRole('button', { name: 'Draft with sources' }).click();
  const dialog = writer.getByRole('dialog');
  await dialog.getByRole('button', { name: what }).click();
  await dialog.getByLabel('Skill').selectOption({ label: skill });
  expect(await axe(writer)).toEqual([]);
  await dialog.getByRole('button', { name: 'Draft it' }).click();
}

async function publish(writer: Page): Promise<void> {
  await writer.getByRole('button', { name: 'Save', exact: true }).click();
  await writer.getByText('Saved as a draft.').first().waitFor();
  await writer.getByRole('button', { name: 'Submit for review' }).click();
  await writer.getByRole('button', { name: 'Approve and publish' }).click();
  await writer.getByText('Learners see it now').waitFor();
}

async function findOnStep(journey: Journey, writer: Page, title: string): Promise<void> {
  const student = await signedIn(journey, 'student', PHONE);
  await student.goto(`${writer.url().split('/studio')[0]}/path/loops`);
  await student.getByRole('heading', { name: title }).waitFor();
}

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
