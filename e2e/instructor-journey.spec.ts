import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { startModelServer } from '../apps/server/src/testing/servers/model-server.js';
import { axe, journeys, PHONE } from './harness/index.js';

/** Proposes the second level of each criterion that it is asked about. */
const model = await startModelServer(({ text }) => {
  const criteria = new Set(text.match(/Criterion \d+:/g) ?? []);
  return {
    does: 'fill',
    value: {
      criteria: Array.from({ length: criteria.size }, (_, at) => ({
        criterion: at + 1,
        level: 1,
        reason: 'You say why every row is read.',
        quotes: ['no index stands on what is asked for'],
        confidence: 0.8,
      })),
      addressesGrader: false,
    },
  };
});
afterAll(() => model.stop());

const CHANGED = 'What changes the array itself?';

journeys(
  'a camp that looks after its questions',
  { env: { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_API_KEY: 'key' } },
  (journey) => {
    it('takes an instructor from a question that is edited over its curve and a calibration to a written answer that is graded', async () => {
      const instructor = await journey().person();
      await instructor.goto(journey().app.linkFor('instructor'));
      await instructor.waitForURL((url) => !url.pathname.startsWith('/link'));
      await instructor.getByRole('link', { name: 'Assessment' }).first().click();
      await see(instructor, 'students have finished');
      const overview = new URL(instructor.url()).pathname;

      await part(instructor, 'Questions');
      await see(instructor, /^\d+ questions are at hand/);
      await instructor.getByRole('searchbox').fill('lists-changing-methods');
      await see(instructor, '1 question fits');
      expect(instructor.url()).toContain('search=lists-changing-methods');
      await instructor.getByRole('link', { name: /^Which of these calls/ }).click();
      await see(instructor, /^Which of these calls/);

      const preview = instructor.locator('.item-preview');
      await instructor.getByLabel('Question', { exact: true }).fill('');
      await preview.getByText('The preview waits for').waitFor();
      await instructor.getByLabel('Question', { exact: true }).fill(CHANGED);
      await preview.getByRole('heading', { name: CHANGED }).waitFor();
      await instructor.getByRole('button', { name: 'Discard changes' }).click();
      await instructor.getByLabel('Explanation').fill('Those that sort, turn round or take out.');
      await preview.getByRole('button', { name: 'With its key' }).click();
      await preview.getByText('Those that sort, turn round or take out.').waitFor();
      expect(await axe(instructor)).toEqual([]);
      await instructor.reload();
      await instructor.getByRole('button', { name: 'Take them up' }).click();
      await instructor.getByRole('button', { name: 'Save' }).click();
      await instructor.getByText('Saved. Attempts that have begun').waitFor();
      await instructor.getByRole('listitem').filter({ hasText: 'came with TailCamp' }).waitFor();

      await instructor.getByRole('link', { name: 'How it works' }).click();
      await instructor.getByRole('img', { name: /^Item characteristic curve\. .*\(\d+\)/ }).waitFor();
      await instructor.getByRole('table').getByText('xs.sort()').waitFor();
      expect(await axe(instructor)).toEqual([]);

      await instructor.goto(`${overview}/calibration`);
      await see(instructor, '1 track has answers enough to calibrate');
      await instructor.getByRole('button', { name: 'Calibrate' }).click();
      await see(instructor, /^Programming foundations: .*questions/, 60_000);
      const apply = instructor.getByRole('button', { name: /^Apply to \d+ questions/ });
      await apply.click();
      await instructor
        .getByRole('dialog')
        .getByRole('button', { name: /^Apply to/ })
        .click();
      await instructor.getByText(/^Applied to \d+ questions/).waitFor();
      await instructor.getByText(/questions take their new figures/).waitFor();
      expect(await axe(instructor)).toEqual([]);

      await part(instructor, 'Skills', overview);
      await instructor.locator('.skill-box').first().waitFor();
      expect(await axe(instructor)).toEqual([]);
      await instructor.locator('.skill-box').first().click();
      await instructor.getByRole('dialog').getByRole('heading', { name: 'What rests on it' }).waitFor();
      expect(await axe(instructor)).toEqual([]);

      const student = await journey().person(PHONE);
      const written = await writes(student, journey().app.linkFor('student'), overview);
      await part(instructor, 'Grading', overview);
      await see(instructor, '1 answer waits to be graded');
      await instructor.locator('.answers-list a').first().click();
      await see(instructor, /^What .* wrote/);
      await instructor.getByText(written).first().waitFor();
      await instructor.getByText('points proposed').waitFor();
      await instructor.getByText('By the model openai/').waitFor();
      await instructor.getByText('no index stands on what is asked for').last().waitFor();
      expect(await axe(instructor)).toEqual([]);
      await instructor.keyboard.press('a');
      await see(instructor, 'Everything is graded');
      await instructor.getByRole('table').getByText('grade-answer/1').waitFor();
      await instructor.getByRole('button', { name: 'Graded' }).click();
      await instructor.locator('.answers-list a').first().click();
      await see(instructor, /^What .* wrote/);
      const criteria = instructor.locator('fieldset.levels');
      for (let at = 0; at < (await criteria.count()); at += 1) await criteria.nth(at).getByRole('radio').last().check();
      await instructor.getByRole('button', { name: 'Grade anew' }).click();
      await see(instructor, 'Everything is graded');
      await instructor.getByRole('button', { name: 'Graded' }).click();
      await instructor.locator('.answers-list a').first().click();
      await instructor.locator('.grade-history').getByText('before: 1').first().waitFor();
      expect(await axe(instructor)).toEqual([]);
    }, 240_000);
  },
);

/** One of the parts of assessment, by its tab. */
async function part(page: Page, name: string, overview?: string): Promise<void> {
  if (overview !== undefined) await page.goto(overview);
  await page.getByRole('navigation', { name: 'Assessment' }).getByRole('link', { name }).click();
}

/** A student says “I don't know yet” to whatever has a key, and answers what is to be written. @returns what was written */
async function writes(student: Page, link: string, overview: string): Promise<string> {
  await student.goto(link);
  await student.waitForURL((url) => !url.pathname.startsWith('/link'));
  await student.goto(overview);
  await student
    .locator('.offer')
    .filter({ hasText: 'Data and SQL' })
    .getByRole('button', { name: /^(Start|Take it again)/ })
    .click();
  const text = 'It reads every row, because no index stands on what is asked for.';
  for (let number = 1; ; number += 1) {
    await student.getByText(`Question ${number}`, { exact: true }).waitFor();
    const field = student.locator('.ask textarea');
    if ((await field.count()) > 0) {
      await field.fill(text);
      await student.getByRole('button', { name: 'Confirm' }).click();
      await student.getByRole('heading', { name: /^That was it/ }).waitFor();
      return text;
    }
    await student.getByRole('button', { name: /^I don’t know yet/ }).click();
    await student.getByText(`Question ${number}`, { exact: true }).waitFor({ state: 'detached' });
  }
}

/** This is the page's title by now, and axe finds nothing on it. */
async function see(page: Page, heading: string | RegExp, timeout?: number): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor(timeout === undefined ? {} : { timeout });
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
}
