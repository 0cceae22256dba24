import { compile, makeTable, solve } from '@tailcamp/matching';
import { type Groups, greedyGroups, meanCosine, randomGroups } from './baselines.js';
import { cohort, DIMENSIONS } from './cohort.js';

const SIZES = [100, 1000, 5000];
const SEEDS = [1, 2, 3, 4, 5];
const GROUP = 4;

interface Figure {
  /** CPU seconds of this process, the median of the seeds. */
  readonly seconds: number;
  /** Mean pairwise cosine inside groups, the median of the seeds. */
  readonly objective: number;
}

interface Instance {
  readonly students: number;
  readonly random: Figure;
  readonly greedy: Figure;
  readonly tailcamp: Figure & { readonly moves: number };
  /** Medians of the ratios, each of one seed in this one run. */
  readonly ratios: { readonly overRandom: number; readonly overGreedy: number; readonly secondsOverGreedy: number };
}

/** Groups of 4 by likeness alone, against random and greedy, on seeded cohorts. */
export async function run({ json }: { json: boolean }): Promise<void> {
  const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  say('students   random   greedy  tailcamp   over greedy   seconds (greedy)');
  const instances = SIZES.map((students) => {
    const instance = measure(students);
    const { random, greedy, tailcamp, ratios } = instance;
    say(
      `${String(students).padStart(8)}   ${random.objective.toFixed(4)}   ${greedy.objective.toFixed(4)}    ` +
        `${tailcamp.objective.toFixed(4)}   ${`${((ratios.overGreedy - 1) * 100).toFixed(2)} %`.padStart(11)}   ` +
        `${tailcamp.seconds.toFixed(3)} (${greedy.seconds.toFixed(3)})`,
    );
    return instance;
  });
  if (json)
    process.stdout.write(
      `${JSON.stringify({ benchmark: 'matching', groupSize: GROUP, seeds: SEEDS, instances }, null, 2)}\n`,
    );
}

function measure(students: number): Instance {
  const runs = SEEDS.map((seed) => {
    const vectors = cohort(students, seed);
    const random = timed(vectors, () => randomGroups(students, GROUP, seed));
    const greedy = timed(vectors, () => greedyGroups(vectors, GROUP));
    const problem = likenessProblem(vectors);
    let moves = 0;
    const tailcamp = timed(vectors, () => {
      const solved = solve(problem, { seed });
      moves = solved.moves;
      return solved.groups;
    });
    return { random, greedy, tailcamp, moves };
  });
  const figure = (of: 'random' | 'greedy' | 'tailcamp'): Figure => ({
    seconds: median(runs.map((one) => one[of].seconds)),
    objective: median(runs.map((one) => one[of].objective)),
  });
  return {
    students,
    random: figure('random'),
    greedy: figure('greedy'),
    tailcamp: { ...figure('tailcamp'), moves: median(runs.map(({ moves }) => moves)) },
    ratios: {
      overRandom: median(runs.map(({ tailcamp, random }) => tailcamp.objective / random.objective)),
      overGreedy: median(runs.map(({ tailcamp, greedy }) => tailcamp.objective / greedy.objective)),
      secondsOverGreedy: median(runs.map(({ tailcamp, greedy }) => tailcamp.seconds / greedy.seconds)),
    },
  };
}

function likenessProblem(vectors: Float32Array) {
  const columns = Array.from({ length: DIMENSIONS }, (_, d) => `v[${d}]`);
  const rows = Array.from({ length: vectors.length / DIMENSIONS }, (_, i) =>
    Array.from(vectors.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), String),
  );
  const criteria = [{ kind: 'similar' as const, columns: 'v[*]' }];
  return compile({ groupSize: { min: GROUP, max: GROUP }, objective: 'mean', criteria }, makeTable(columns, rows));
}

function timed(vectors: Float32Array, group: () => Groups): Figure {
  const before = process.cpuUsage();
  const groups = group();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, objective: meanCosine(vectors, groups) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
