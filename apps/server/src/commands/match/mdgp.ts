import { writeFile } from 'node:fs/promises';
import type { MatchReport } from '@tailcamp/contracts';
import { type Diverse, ENGINE, type Instance, readInstance, solveInstance } from '@tailcamp/matching';
import { EXIT, type Terminal } from '../command.js';
import { readText } from '../text-file.js';

import type { MdgpOptions } from './options.js';

/** `tailcamp match --mdgp`: distances in, groups of elements as far from each other as can be out. */
export async function groupInstance(options: MdgpOptions, terminal: Terminal): Promise<number> {
  const instance = readInstance(await readText(options.mdgp), { fileName: options.mdgp });
  const started = performance.now();
  const { seed, moves, seconds } = options;
  const solved = solveInstance(instance, {
    seed,
    clock: cpuMilliseconds,
    ...(moves === null ? {} : { moves }),
    ...(seconds === null ? {} : { seconds }),
  });
  const report = describe(instance, solved, (performance.now() - started) / 1000);
  const csv = `element,group\n${Array.from(solved.groupOf, (group, element) => `${element},${group}\n`).join('')}`;
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (options.out !== null) await writeFile(options.out, csv);
  if (options.report !== null) await writeFile(options.report, json);
  if (options.json) terminal.out(json);
  else if (options.out === null) terminal.out(csv);
  terminal.err(
    `${solved.groupOf.length} elements in ${instance.bounds.length} groups; summed distance ${solved.objective}; ` +
      `${solved.moves} moves, stopped by ${solved.stoppedBy}\n`,
  );
  return EXIT.done;
}

/** The score of a group is the summed distance inside it. */
function describe({ weights, bounds }: Instance, solved: Diverse, seconds: number): MatchReport {
  const { groupOf, objective, seed, moves, stoppedBy } = solved;
  const groups = bounds.map((_, g) => {
    const members = [...groupOf.keys()].filter((element) => groupOf[element] === g);
    let score = 0;
    for (const a of members) for (const b of members) if (a < b) score += weights.values[a * weights.students + b]!;
    return { name: String(g), members: members.map(String), score, criteria: [] };
  });
  const run = { engine: ENGINE, seed, moves, stoppedBy, objective, seconds };
  return { ...run, bound: null, gap: null, hardViolations: [], groups, notices: [] };
}

export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
