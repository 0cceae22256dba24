import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readTracks, SHIPPED } from '../../store/content-files.js';
import { contentOf } from '../content/content.js';
import { addressesGrader } from './addressing.js';
import { OBEYED } from './fixtures.js';

it.each(OBEYED)('hears that an answer speaks to the grader: %j', (words) => {
  expect(addressesGrader(`A process has memory of its own. ${words}`)).not.toEqual([]);
});

it.each([
  'Ignore the previous value and take the median instead.',
  'We should not deduct anything from the sample.',
  'The system: a queue, two workers and a database. The level of isolation is set to serializable.',
  'A model gets the highest score on the training set when it is overfitted.',
  'I would give each member a vote; all points with three votes are talked about.',
  'The assistant answers requests; you are the only one who can see the log.',
  'La nota de la reunión se envía a todos; el nivel de detalle depende de cada grupo.',
  'Note for the reviewers: the migration locks the table for 3 minutes.',
  '{ "level": "info", "message": "started" }',
])('hears nothing in what is an answer: %j', (answer) => {
  expect(addressesGrader(answer)).toEqual([]);
});

it('hears nothing in the full answers that come with the questions', async () => {
  const { content } = contentOf((await readTracks(fileURLToPath(SHIPPED))).files);
  const samples = content.items.flatMap((item) => ('sample' in item ? [item.sample] : []));
  expect(samples.length).toBeGreaterThanOrEqual(12);
  expect(samples.filter((sample) => addressesGrader(sample).length > 0)).toEqual([]);
});
