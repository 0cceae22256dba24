import { parseArgs } from 'node:util';
import { type PrerequisiteRow, problemsIn } from '../../modules/assessment/domain/index.js';
import { neededFor, ordered } from '../../modules/curriculum/domain/index.js';
import { type Command, EXIT, InputError, UsageError } from '../command.js';
import { readRows, textIn } from '../table-file.js';

/** `tailcamp path`: skills and their prerequisites in, what to learn for a goal out, in an order. */
export const path: Command = {
  summary: 'order what has to be learnt for a goal',
  usage: `Usage: tailcamp path --graph PREREQUISITES.csv --goal SKILL [--known SKILL]… [--json]

  --graph FILE   skill, prerequisite: a row for each prerequisite; an empty one only names a skill
  --goal SKILL   what is to be learnt; it comes last
  --known SKILL  what is known already, as often as needed; what is needed only through it is left out too
  --json         print { goal, path: [{ skill, after }] } rather than a skill a line

Between skills that do not rest on each other the order of the file stands.
`,
  async run(args, terminal) {
    const options = parsed(args);
    const { requires, skills, doubles } = await readGraph(options.graph);
    if (doubles > 0)
      terminal.err(`${doubles} ${doubles === 1 ? 'row stands' : 'rows stand'} there twice: counted once\n`);
    if (!skills.has(options.goal)) throw new InputError(`${options.graph}: there is no skill "${options.goal}"`);
    for (const skill of options.known)
      if (!skills.has(skill)) terminal.err(`"${skill}" is known, but no skill of ${options.graph}\n`);
    const directly = (skill: string) => requires.get(skill) ?? [];
    const needed = neededFor([options.goal], new Set(options.known), directly);
    const inFileOrder = [...skills].filter((skill) => needed.has(skill));
    const order = ordered(inFileOrder, directly, { minutesOf: () => 1, useful: new Map() });
    const steps = order.map((skill) => ({ skill, after: directly(skill).filter((one) => needed.has(one)) }));
    if (options.json) terminal.out(`${JSON.stringify({ goal: options.goal, path: steps }, null, 2)}\n`);
    else for (const { skill } of steps) terminal.out(`${skill}\n`);
    return EXIT.done;
  },
};

function parsed(args: readonly string[]): { graph: string; goal: string; known: readonly string[]; json: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        graph: { type: 'string' },
        goal: { type: 'string' },
        known: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    const { graph, goal, known, json } = values;
    if (graph === undefined) throw new UsageError('name the file of the prerequisites: --graph FILE');
    if (goal === undefined) throw new UsageError('name what is to be learnt: --goal SKILL');
    return { graph, goal, known, json };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws {InputError} by row: a skill without a name, a circle. */
async function readGraph(file: string): Promise<{
  requires: ReadonlyMap<string, readonly string[]>;
  skills: ReadonlySet<string>;
  doubles: number;
}> {
  const rows = await readRows(file, { columns: ['skill', 'prerequisite'], rowsAre: 'skills' }, (row) => {
    const skill = textIn(row, 'skill');
    return skill === null ? null : { row: row.row, skill, prerequisite: row.cell('prerequisite') };
  });
  const once = new Map<string, PrerequisiteRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.skill, row.prerequisite]);
    if (!once.has(key)) once.set(key, row);
  }
  const [problem] = problemsIn([...once.values()]);
  if (problem !== undefined)
    throw new InputError(`${file}: row ${problem.row}, column "${problem.column}": ${problem.reason}`);
  const requires = new Map<string, string[]>();
  const skills = new Set<string>();
  for (const { skill, prerequisite } of once.values()) {
    skills.add(skill);
    if (prerequisite === '') continue;
    skills.add(prerequisite);
    requires.set(skill, [...(requires.get(skill) ?? []), prerequisite]);
  }
  return { requires, skills, doubles: rows.length - once.size };
}
