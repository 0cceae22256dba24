import {
  areaUnderCurve,
  fitSkills,
  type PracticeAnswer,
  predictEach,
  type TracedSkill,
} from '../../modules/assessment/domain/index.js';
import { type Command, EXIT, type Terminal } from '../command.js';
import { parseFileOptions } from '../file-options.js';
import { numberIn, readRows, rightIn, type TableRow, textIn } from '../table-file.js';
import { writeTable } from '../written-table.js';

/** `tailcamp mastery fit`: answers in practice in, the tracing parameters of each skill and their AUC out. */
export const fit: Command = {
  summary: 'fit knowledge tracing to answers in practice',
  usage: `Usage: tailcamp mastery fit RESPONSES.csv [--test HELD-OUT.csv] [--json]

  RESPONSES.csv  learner, skill (several in one cell by ~), correct (1 or 0), order (a number, rising for each learner)
  --test FILE    answers of other learners, of the same columns, on which the AUC is measured rather than on RESPONSES.csv
  --json         print { skills: [{ skill, prior, learn, guess, slip, n }], auc } rather than a table

Bayesian knowledge tracing by EM. The AUC is pooled over the probability told before each answer from those before it; an
answer to several skills takes the mean of theirs, and a skill not seen in RESPONSES.csv the mean parameters.
`,
  async run(args, terminal) {
    const { paths, json, texts } = parseFileOptions(args, ['responses'], ['test']);
    const training = await readPractice(paths[0] ?? '');
    const held = texts.test === undefined ? training : await readPractice(texts.test);
    const skills = fitSkills(training);
    const auc = areaUnderCurve(
      predictEach(held, skills),
      held.map(({ right }) => right),
    );
    if (json) terminal.out(`${JSON.stringify({ skills, auc }, null, 2)}\n`);
    else show(skills, auc, held, texts.test ?? paths[0] ?? '', terminal);
    return EXIT.done;
  },
};

function show(
  skills: readonly TracedSkill[],
  auc: number | null,
  held: readonly PracticeAnswer[],
  path: string,
  terminal: Terminal,
): void {
  terminal.out(
    writeTable(
      ['skill', 'prior', 'learn', 'guess', 'slip', 'n'],
      skills.map(({ skill, n, ...fitted }) => [
        skill,
        ...[fitted.prior, fitted.learn, fitted.guess, fitted.slip].map((value) => value.toFixed(3)),
        String(n),
      ]),
    ),
  );
  terminal.err(
    auc === null
      ? `no AUC: the answers of ${path} are all right, or all wrong\n`
      : `AUC ${auc.toFixed(3)} over ${held.length} answers of ${path}\n`,
  );
}

/** Answers by learner in the order of the file, those of each by `order`. */
async function readPractice(path: string): Promise<readonly PracticeAnswer[]> {
  const columns = ['learner', 'skill', 'correct', 'order'];
  const rows = await readRows(path, { columns, rowsAre: 'answers' }, (row) => {
    const [learner, skills, right] = [textIn(row, 'learner'), skillsIn(row), rightIn(row, 'correct')];
    const order = numberIn(row, 'order', { fits: () => true, wanted: 'a number' });
    return learner === null || skills === null || right === null || order === null
      ? null
      : { learner, skills, right, order };
  });
  const learners = new Map([...new Set(rows.map(({ learner }) => learner))].map((learner, place) => [learner, place]));
  const placeOf = (learner: string) => learners.get(learner) ?? 0;
  return [...rows].sort((a, b) => placeOf(a.learner) - placeOf(b.learner) || a.order - b.order);
}

function skillsIn(row: TableRow): readonly string[] | null {
  const cell = textIn(row, 'skill');
  if (cell === null) return null;
  const skills = [...new Set(cell.split('~').map((skill) => skill.trim()))];
  if (!skills.includes('')) return skills;
  row.refuse('skill', `"${cell}" names a skill without a name`);
  return null;
}
