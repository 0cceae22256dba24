import { estimateAbility, type ResponseParameters } from '../../modules/assessment/domain/index.js';
import { type Command, EXIT } from '../command.js';
import { parseFileOptions } from '../file-options.js';
import { numberIn, readRows, rightIn, textIn } from '../table-file.js';
import { writeTable } from '../written-table.js';

/** `tailcamp items estimate`: items and answers in, abilities out, without a server or a database. */
export const estimate: Command = {
  summary: 'estimate abilities from items and answers',
  usage: `Usage: tailcamp items estimate ITEMS.csv RESPONSES.csv [--json]

  ITEMS.csv      id, a (discrimination), b (difficulty), c (guessing, 0 where empty), d (upper asymptote, 1 where empty)
  RESPONSES.csv  learner, item, correct (1 or 0)
  --json         print [{ learner, theta, se }] rather than a table

The estimate is the mean of the posterior on 121 points from -6 to 6 under a standard normal prior (EAP), D = 1.
`,
  async run(args, terminal) {
    const { paths, json } = parseFileOptions(args, ['items', 'responses']);
    const [itemsPath = '', responsesPath = ''] = paths;
    const learners = await readResponses(responsesPath, itemsPath, await readItems(itemsPath));
    const estimates = Array.from(learners, ([learner, answers]) => {
      const { ability, standardError } = estimateAbility(answers.values());
      return { learner, theta: ability, se: standardError, answers: answers.size };
    });
    if (json) {
      const figures = estimates.map(({ learner, theta, se }) => ({ learner, theta, se }));
      terminal.out(`${JSON.stringify(figures, null, 2)}\n`);
      return EXIT.done;
    }
    terminal.out(
      writeTable(
        ['learner', 'theta', 'se', 'answers'],
        estimates.map(({ learner, theta, se, answers }) => [learner, theta.toFixed(3), se.toFixed(3), String(answers)]),
      ),
    );
    return EXIT.done;
  },
};

async function readItems(path: string): Promise<ReadonlyMap<string, ResponseParameters>> {
  const rowOf = new Map<string, number>();
  const items = await readRows(path, { columns: ['id', 'a', 'b'], rowsAre: 'items' }, (row) => {
    const id = textIn(row, 'id');
    const discrimination = numberIn(row, 'a', { fits: (a) => a > 0, wanted: 'a number above 0' });
    const difficulty = numberIn(row, 'b', { fits: () => true, wanted: 'a number' });
    const guessing = numberIn(row, 'c', { absent: 0, fits: (c) => c >= 0 && c < 1, wanted: 'a number from 0 to 1' });
    const upper = numberIn(row, 'd', {
      absent: 1,
      fits: (d) => d > (guessing ?? 0) && d <= 1,
      wanted: 'a number above c, at most 1',
    });
    if (id === null || discrimination === null || difficulty === null || guessing === null || upper === null)
      return null;
    const before = rowOf.get(id);
    if (before !== undefined) row.refuse('id', `"${id}" stands in row ${before} already`);
    rowOf.set(id, row.row);
    return [id, { discrimination, difficulty, guessing, upper }] as const;
  });
  return new Map(items);
}

type Answers = Map<string, { item: ResponseParameters; right: boolean }>;

/** By learner, in the order of the file, the answers to each item. */
async function readResponses(
  path: string,
  itemsPath: string,
  items: ReadonlyMap<string, ResponseParameters>,
): Promise<ReadonlyMap<string, Answers>> {
  const learners = new Map<string, Answers>();
  await readRows(path, { columns: ['learner', 'item', 'correct'], rowsAre: 'answers' }, (row) => {
    const [learner, id, right] = [textIn(row, 'learner'), textIn(row, 'item'), rightIn(row, 'correct')];
    const item = id === null ? undefined : items.get(id);
    if (id !== null && item === undefined) row.refuse('item', `"${id}" is no item of ${itemsPath}`);
    if (learner === null || id === null || right === null || item === undefined) return null;
    const answers: Answers = learners.get(learner) ?? new Map();
    learners.set(learner, answers);
    if (answers.has(id)) row.refuse('item', `"${learner}" has answered "${id}" in an earlier row`);
    answers.set(id, { item, right });
    return null;
  });
  return learners;
}
