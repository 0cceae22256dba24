import { compile, makeTable, type Problem, solve } from '@tailcamp/matching';
import { type Groups, greedyGroups, meanCosine, randomGroups } from './baselines.js';
import { cohort, DIMENSIONS } from './cohort.js';
import { type Findings, median, type Say, SEEDS, type Section, target, timed } from './section.js';

const SIZES = [100, 400];
const GROUP = 4;
/** Proved by column generation for the cohort of 100 with seed 1. */
const OPTIMUM_100_1 = 0.54044;

export const similar: Section = {
  name: 'similar',
  about: 'groups of 4 by likeness alone: the mean pairwise cosine inside groups, against random and greedy',
  run: async (say) => measure(say),
};

interface Run {
  readonly objective: number;
  readonly seconds: number;
}

function measure(say: Say): Findings {
  say('students   random   greedy  tailcamp   over greedy   seconds (greedy)');
  const instances = SIZES.map((students) => {
    const runs = SEEDS.map((seed) => runsOf(students, seed));
    const of = (who: 'random' | 'greedy' | 'tailcamp', what: keyof Run) => median(runs.map((one) => one[who][what]));
    const instance = {
      students,
      random: { objective: of('random', 'objective'), seconds: of('random', 'seconds') },
      greedy: { objective: of('greedy', 'objective'), seconds: of('greedy', 'seconds') },
      tailcamp: { objective: of('tailcamp', 'objective'), seconds: of('tailcamp', 'seconds') },
      overGreedy: median(runs.map(({ tailcamp, greedy }) => tailcamp.objective / greedy.objective)),
    };
    say(
      `${String(students).padStart(8)}   ${instance.random.objective.toFixed(4)}   ${instance.greedy.objective.toFixed(4)}    ` +
        `${instance.tailcamp.objective.toFixed(4)}   ${`${((instance.overGreedy - 1) * 100).toFixed(2)} %`.padStart(11)}   ` +
        `${instance.tailcamp.seconds.toFixed(3)} (${instance.greedy.seconds.toFixed(3)})`,
    );
    return instance;
  });
  const vectors = cohort(100, 1);
  const problem = likenessProblem(vectors);
  const seconds = { seconds: 1, clock: () => process.cpuUsage().user / 1000 };
  const reached = median(SEEDS.map((seed) => meanCosine(vectors, solve(problem, { seed, ...seconds }).groups)));
  const distance = 1 - reached / OPTIMUM_100_1;
  return {
    targets: [target(2, 'distance from the optimum of the cohort of 100, in 1 s', distance, { atMost: 0.001 })],
    figures: { groupSize: GROUP, seeds: [...SEEDS], instances, hundred: { reached, optimum: OPTIMUM_100_1 } },
  };
}

function runsOf(students: number, seed: number): Record<'random' | 'greedy' | 'tailcamp', Run> {
  const vectors = cohort(students, seed);
  const problem = likenessProblem(vectors);
  const run = (group: () => Groups): Run => {
    const { value, seconds } = timed(group);
    return { objective: meanCosine(vectors, value), seconds };
  };
  return {
    random: run(() => randomGroups(students, GROUP, seed)),
    greedy: run(() => greedyGroups(vectors, GROUP)),
    tailcamp: run(() => solve(problem, { seed }).groups),
  };
}

/** Groups of 4 by `similar` alone, as a survey of 64 numbers a student. */
export function likenessProblem(vectors: Float32Array): Problem {
  const columns = Array.from({ length: DIMENSIONS }, (_, d) => `v[${d}]`);
  const rows = Array.from({ length: vectors.length / DIMENSIONS }, (_, i) =>
    Array.from(vectors.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), String),
  );
  const criteria = [{ kind: 'similar' as const, columns: 'v[*]' }];
  return compile({ groupSize: { min: GROUP, max: GROUP }, objective: 'mean', criteria }, makeTable(columns, rows));
}
