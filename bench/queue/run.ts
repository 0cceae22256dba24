import type { QueueSettings } from '@tailcamp/contracts';
import { compile, evaluate, Matchmaker, makeTable, type Problem, proposeSettings, widen } from '@tailcamp/matching';
import { COLUMNS, dayOf, POLICY, type Student } from './day.js';
import { type Ended, type FormedAt, simulate } from './simulate.js';

const STUDENTS = 400;
const SEEDS = [1, 2, 3];
const SIZE = 4;
/** Hours of the day in which groups are formed, for quality over time. */
const PARTS = [0, 6, 10, 14, 18, 24, Number.POSITIVE_INFINITY];

const WIDENING: QueueSettings = { ...proposeSettings(POLICY), mode: 'continuous' };
const STRICT: QueueSettings = { ...WIDENING, steps: [] };

interface Outcome {
  readonly minutes: { readonly p50: number; readonly p90: number; readonly p99: number; readonly most: number };
  readonly groups: number;
  /** Mean and smallest score of the groups by the policy as it stands. */
  readonly score: { readonly mean: number; readonly worst: number };
  /** Share of the groups that keep every hard rule of the policy as it stands. */
  readonly keepsRules: number;
  /** Mean score of the groups formed in each part of the day; null where none was. */
  readonly overTime: readonly { readonly fromHour: number; readonly score: number | null }[];
  /** Shares of all tickets. */
  readonly endings: Readonly<Record<string, number>>;
  /** Of the tickets that their own students did not give back. */
  readonly placed: number;
  readonly cpuSeconds: number;
}

/** A day's arrivals at the queue, at one that never widens, and at a naive one that groups whoever comes by fours. */
export async function run({ json }: { json: boolean }): Promise<void> {
  const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  const runs = SEEDS.map((seed) => {
    const students = dayOf(STUDENTS, seed);
    const table = makeTable(
      COLUMNS,
      students.map(({ cells }) => [...cells]),
    );
    const problem = compile(POLICY, table);
    const queued = (settings: QueueSettings) => {
      const before = process.cpuUsage();
      const { ended, groups } = simulate(students, settings, new Matchmaker(POLICY, settings.steps, table));
      const { user, system } = process.cpuUsage(before);
      everybodyEnded(students, ended, groups);
      keptWhatWasAccepted(table, settings, groups);
      return outcomeOf(problem, ended, groups, (user + system) / 1e6);
    };
    const naive = firstCome(students);
    everybodyEnded(students, naive.ended, naive.groups);
    const outcomes = {
      widening: queued(WIDENING),
      strict: queued(STRICT),
      naive: outcomeOf(problem, naive.ended, naive.groups, 0),
    };
    return { seed, ...outcomes };
  });
  say(`${STUDENTS} students in a day, medians of ${SEEDS.length} seeds`);
  say('             wait p50     p90     p99    most   score   worst   keep rules   placed');
  for (const queue of ['widening', 'strict', 'naive'] as const) {
    const of = (figure: (outcome: Outcome) => number) => median(runs.map((each) => figure(each[queue])));
    const minutes = (figure: (outcome: Outcome) => number) => `${of(figure).toFixed(0)} min`.padStart(8);
    say(
      `${queue.padEnd(12)} ${minutes(({ minutes }) => minutes.p50)}${minutes(({ minutes }) => minutes.p90)}` +
        `${minutes(({ minutes }) => minutes.p99)}${minutes(({ minutes }) => minutes.most)}` +
        `   ${of(({ score }) => score.mean).toFixed(3)}   ${of(({ score }) => score.worst).toFixed(3)}` +
        `   ${percent(of(({ keepsRules }) => keepsRules)).padStart(10)} ${percent(of(({ placed }) => placed)).padStart(8)}`,
    );
  }
  const worst = Math.min(...runs.map(({ widening }) => widening.placed));
  say(`nobody stranded: at least ${percent(worst)} of the tickets not given back end in a group (99 % wanted)`);
  if (json) {
    const target = { placed: 0.99, met: worst >= 0.99 };
    const figures = { benchmark: 'queue', students: STUDENTS, settings: WIDENING, target, runs };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  }
}

/** Whoever comes is grouped with the next three, whatever anybody can or wants; who is left over is stranded. */
function firstCome(students: readonly Student[]): { ended: Ended[]; groups: FormedAt[] } {
  const groups: FormedAt[] = [];
  const ended: Ended[] = [];
  for (let from = 0; from < students.length; from += SIZE) {
    const members = students.slice(from, from + SIZE);
    const whole = members.length === SIZE;
    const at = members.at(-1)!.arrives;
    if (whole) groups.push({ members: members.map(({ id }) => id), at, level: 0 });
    for (const { id, arrives } of members) {
      ended.push({ id, ending: whole ? 'grouped' : 'expired', waited: at - arrives });
    }
  }
  return { ended, groups };
}

/** @throws when a student was lost, or is in two groups */
function everybodyEnded(students: readonly Student[], ended: readonly Ended[], groups: readonly FormedAt[]): void {
  const placed = groups.flatMap(({ members }) => members);
  if (new Set(ended.map(({ id }) => id)).size !== students.length || ended.length !== students.length) {
    throw new Error(`${students.length} students came and ${ended.length} tickets ended`);
  }
  if (new Set(placed).size !== placed.length) throw new Error('Somebody is in two groups');
  if (placed.length !== ended.filter(({ ending }) => ending === 'grouped').length) {
    throw new Error('A ticket ended in a group that is not there');
  }
}

/** @throws when a group breaks a rule that its least widened member still held to */
function keptWhatWasAccepted(
  table: ReturnType<typeof makeTable>,
  settings: QueueSettings,
  groups: readonly FormedAt[],
): void {
  for (let level = 0; level <= settings.steps.length; level++) {
    const problem = compile(widen(POLICY, settings.steps, level), table);
    for (const { members } of groups.filter((group) => group.level === level)) {
      const [broken] = evaluate(problem, [{ name: '', members }]).hardViolations;
      if (broken !== undefined) throw new Error(`A group of level ${level} breaks ${broken.kind}: ${broken.detail}`);
    }
  }
}

function outcomeOf(
  problem: Problem,
  ended: readonly Ended[],
  groups: readonly FormedAt[],
  cpuSeconds: number,
): Outcome {
  const waits = ended.filter(({ ending }) => ending === 'grouped').map(({ waited }) => waited);
  const judged = groups.map(({ members, at }) => {
    const { groups: scored, hardViolations } = evaluate(problem, [{ name: '', members }]);
    const sizeAside = hardViolations.filter(({ kind }) => kind !== 'groupSize');
    return { at, score: scored[0]!.score, keeps: sizeAside.length === 0 };
  });
  const scores = judged.map(({ score }) => score);
  const endings = Object.fromEntries(
    [...new Set(ended.map(({ ending }) => ending))].map((ending) => [
      ending,
      ended.filter((each) => each.ending === ending).length / ended.length,
    ]),
  );
  const notGivenBack = ended.filter(({ ending }) => ending !== 'declined').length;
  return {
    minutes: {
      p50: quantile(waits, 0.5),
      p90: quantile(waits, 0.9),
      p99: quantile(waits, 0.99),
      most: Math.max(...waits),
    },
    groups: groups.length,
    score: { mean: mean(scores), worst: Math.min(...scores) },
    keepsRules: mean(judged.map(({ keeps }) => (keeps ? 1 : 0))),
    overTime: PARTS.slice(0, -1).map((fromHour, part) => {
      const then = judged.filter(({ at }) => at >= fromHour * 60 && at < PARTS[part + 1]! * 60);
      return { fromHour, score: then.length === 0 ? null : mean(then.map(({ score }) => score)) };
    }),
    endings,
    placed: waits.length / notGivenBack,
    cpuSeconds,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const median = (values: readonly number[]): number => quantile(values, 0.5);
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
