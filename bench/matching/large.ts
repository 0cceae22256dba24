import { type BlockRunner, solve, solveInBlocks } from '@tailcamp/matching';
import { meanCosine } from './baselines.js';
import { cohort } from './cohort.js';
import { type Findings, type Json, median, type Say, SEEDS, type Section, type Target, target } from './section.js';
import { likenessProblem } from './similar.js';
import { type Pipeline, sklearn } from './sklearn.js';
import { criticalSeconds } from './thread-seconds.js';

const GROUP = 4;
const WORKERS = 2;
const MEBIBYTES = 1024;

interface Instance {
  readonly students: number;
  readonly workers: number;
  /** Those whose best is to be beaten; all of them unless told. */
  readonly over?: readonly Pipeline[];
  readonly number: number;
  readonly by: number;
  readonly seconds: number;
}

const LARGE: readonly Instance[] = [
  { students: 1000, workers: 1, number: 3, by: 0.07, seconds: 0.5 },
  { students: 5000, workers: 1, over: ['cosine_similarity + greedy argmax'], number: 4, by: 0.06, seconds: 2 },
  { students: 20_000, workers: WORKERS, over: ['MiniBatchKMeans + greedy'], number: 4, by: 0.038, seconds: 2 },
];
const LARGEST: Instance = {
  students: 100_000,
  workers: WORKERS,
  over: ['MiniBatchKMeans + greedy'],
  number: 5,
  by: 0.02,
  seconds: 6,
};

export const large: Section = {
  name: 'large',
  about: 'groups of 4 by likeness alone, 1,000 to 20,000 students, against the pipelines of scikit-learn',
  run: (say) => measureAll(LARGE, say),
};

export const largest: Section = {
  name: 'largest',
  about: 'the same for 100,000 students on two workers, with the memory of all of it',
  run: async (say) => {
    const findings = await measureAll([LARGEST], say);
    const peak = process.resourceUsage().maxRSS / 1024;
    const memory = target(5, '100,000 students: MiB at most, survey and benchmark included', peak, {
      atMost: MEBIBYTES,
    });
    return { ...findings, targets: [...findings.targets, memory] };
  },
};

async function measureAll(instances: readonly Instance[], say: Say): Promise<Findings> {
  say('students   scikit-learn   tailcamp   above   seconds');
  const targets: Target[] = [];
  const figures: Json[] = [];
  const skipped = new Set<string>();
  for (const instance of instances) {
    const { students, number, workers } = instance;
    const runs = [];
    for (const seed of SEEDS) runs.push(await measure(instance, seed));
    for (const run of runs) for (const line of run.skipped) skipped.add(line);
    const seconds = median(runs.map((run) => run.seconds));
    const objective = median(runs.map((run) => run.objective));
    const what = `${students.toLocaleString('en')} students`;
    const on = workers === 1 ? 'CPU seconds' : `CPU seconds of the main thread and the slowest of ${workers} workers`;
    targets.push(target(number, `${what}: ${on}`, seconds, { atMost: instance.seconds }));
    const baselines = runs.map((run) => run.baseline).filter((baseline) => baseline !== null);
    const above = baselines.length === 0 ? null : median(runs.map((run) => run.objective / (run.baseline ?? 1) - 1));
    if (above !== null) targets.push(target(number, `${what}: above scikit-learn by`, above, { atLeast: instance.by }));
    figures.push({ students, workers, seconds, objective, above, runs: runs.map(({ skipped: _, ...run }) => run) });
    say(
      `${String(students).padStart(8)}   ${(baselines.length === 0 ? Number.NaN : median(baselines)).toFixed(5).padStart(12)}   ` +
        `${objective.toFixed(5).padStart(8)}   ${above === null ? '' : `${(above * 100).toFixed(2)} %`}   ${seconds.toFixed(2)}`,
    );
  }
  return { targets, figures, skipped: [...skipped] };
}

async function measure({ students, workers, over }: Instance, seed: number) {
  const vectors = cohort(students, seed);
  const { pipelines, best, skipped } = await sklearn(vectors, GROUP, [seed], over);
  const problem = likenessProblem(vectors);
  const threads = await startThreads(workers);
  try {
    const { value, seconds } = await criticalSeconds(async () =>
      workers === 1 ? solve(problem, { seed }) : await solveInBlocks(problem, { seed }, threads),
    );
    const baseline = best === null ? null : (pipelines[best]?.objective ?? null);
    const objective = meanCosine(vectors, value?.groups ?? []);
    return { seed, seconds, objective, pipeline: best, baseline, skipped };
  } finally {
    await threads.close();
  }
}

/** Those of `tailcamp match --workers`, from where the server is compiled to. */
async function startThreads(workers: number): Promise<BlockRunner & { close(): Promise<void> }> {
  const compiled = new URL('../../../../../apps/server/dist/platform/solver/block-threads.js', import.meta.url);
  const { BlockThreads } = await import(compiled.href);
  return new BlockThreads(workers);
}
