import { writeFile } from 'node:fs/promises';
import type { MatchReport, Policy } from '@tailcamp/contracts';
import {
  compile,
  numberMembers,
  PolicyError,
  type Problem,
  type Progress,
  proposePolicy,
  readGroups,
  readTable,
  report,
  reportGroups,
  SurveyError,
  type SurveyTable,
  writeGroupsCsv,
} from '@tailcamp/matching';
import { loadLp } from '@tailcamp/matching/lp';
import { solveBy } from '../../platform/solver/index.js';
import { type Command, EXIT, InputError, type Terminal } from '../command.js';
import { readText } from '../text-file.js';

import { cpuMilliseconds, groupInstance } from './mdgp.js';
import { type MatchOptions, parseMatchOptions, USAGE } from './options.js';
import { readPolicy } from './policy-file.js';

/** `tailcamp match`: a survey file in, groups and their report out, without a server or a database. */
export const match: Command = {
  summary: 'form groups from a survey file',
  usage: USAGE,
  async run(args, terminal) {
    const options = parseMatchOptions(args);
    try {
      return 'mdgp' in options ? await groupInstance(options, terminal) : await matchFile(options, terminal);
    } catch (error) {
      if (error instanceof SurveyError) throw new InputError(error.message);
      if (error instanceof PolicyError) {
        throw new InputError(
          `${'mdgp' in options ? options.mdgp : (options.policy ?? options.survey)}: ${error.message}`,
        );
      }
      throw error;
    }
  },
};

async function matchFile(options: MatchOptions, terminal: Terminal): Promise<number> {
  const table = readTable(await readText(options.survey), { fileName: options.survey });
  const policy = options.policy === null ? propose(table, options, terminal) : await readPolicy(options.policy);
  const problem = compile(policy, table);
  for (const notice of problem.notices) terminal.err(`note: ${notice}\n`);

  const result = await answer(problem, options, terminal);
  const csv = writeGroupsCsv(result, problem);
  const json = `${JSON.stringify(result, null, 2)}\n`;
  if (options.out !== null) await writeFile(options.out, csv);
  if (options.report !== null) await writeFile(options.report, json);
  if (options.json) terminal.out(json);
  else if (options.out === null) terminal.out(csv);

  terminal.err(summary(result, problem));
  return result.hardViolations.length > 0 && !options.scoreOnly ? EXIT.unsatisfiable : EXIT.done;
}

/** Stdout carries one thing: the report, else the groups, else, when both go elsewhere, the proposed policy. */
function propose(table: SurveyTable, options: MatchOptions, terminal: Terminal): Policy {
  const { policy, notices } = proposePolicy(table);
  for (const notice of notices) terminal.err(`note: ${notice}\n`);
  terminal.err('no policy given; this one is proposed:\n');
  const text = `${JSON.stringify(policy, null, 2)}\n`;
  if (options.out !== null && !options.json) terminal.out(text);
  else terminal.err(text);
  return policy;
}

async function answer(problem: Problem, options: MatchOptions, terminal: Terminal): Promise<MatchReport> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const { seed, moves, seconds, groups: path } = options;
  const given = path === null ? null : readGroups(await readText(path), problem, { fileName: path });
  if (given !== null && options.scoreOnly) {
    return reportGroups(problem, given, { seed, moves: 0, stoppedBy: 'moves', seconds: elapsed(), explain: false });
  }
  const solved = await solveBy({ count: options.workers }, problem, {
    seed,
    clock: options.workers === 1 ? cpuMilliseconds : lesserClock(),
    lp: await loadLp(),
    ...(moves === null ? {} : { moves }),
    ...(seconds === null ? {} : { seconds }),
    ...(given === null ? {} : { start: numberMembers(problem, given) }),
    ...(terminal.watched ? { onProgress: (progress: Progress) => terminal.err(`\r${show(progress)}`) } : {}),
  });
  if (terminal.watched) terminal.err('\r\u001b[K');
  return report(problem, solved, elapsed());
}

/** Neither the wall nor all threads together are ever behind the slowest worker: the seconds are those of the lesser. */
function lesserClock(): () => number {
  const [wall, cpu] = [performance.now(), cpuMilliseconds()];
  return () => Math.min(performance.now() - wall, cpuMilliseconds() - cpu);
}

function show({ phase, moves, of, best, hardViolations }: Progress): string {
  const broken = hardViolations === 0 ? '' : `, ${hardViolations} groups break a rule`;
  return `${phase}: ${Math.round((100 * moves) / Math.max(1, of))} %, objective ${best.toFixed(4)}${broken}\u001b[K`;
}

function summary(
  { groups, objective, hardViolations, conflict, moves, stoppedBy }: MatchReport,
  problem: Problem,
): string {
  const worst = Math.min(1, ...groups.map(({ score }) => score));
  const students = problem.students.ids.length;
  const lines = [
    `${students} students in ${groups.length} groups; objective ${objective.toFixed(4)}, worst group ${worst.toFixed(4)}; ` +
      `${moves} moves, stopped by ${stoppedBy}`,
  ];
  if (hardViolations.length === 0) lines.push('every hard rule is kept');
  for (const { kind, group, detail } of hardViolations)
    lines.push(`broken in ${group ?? 'all groups'}: ${kind}: ${detail}`);
  if (conflict !== undefined) {
    lines.push(
      conflict.proved
        ? 'no grouping keeps these rules together:'
        : 'no grouping was found that keeps these rules together:',
      ...conflict.criteria.map((rule) => `  ${rule}`),
    );
    if (conflict.members.length > 0) lines.push(`students concerned: ${conflict.members.join(', ')}`);
    if (conflict.relaxation !== null) lines.push(`a way out: ${conflict.relaxation}`);
  }
  return `${lines.join('\n')}\n`;
}
