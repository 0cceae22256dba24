import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Groups, meanCosine } from './baselines.js';
import { DIMENSIONS } from './cohort.js';
import { median } from './section.js';

/** The pipelines by name, and the most students whom each is asked to group: beyond, it takes minutes or 10 GB. */
const PIPELINES = {
  'cosine_similarity + greedy argmax': 20_000,
  'KMeans + Hungarian': 5_000,
  'agglomerative leaf order': 20_000,
  'MiniBatchKMeans + greedy': Number.POSITIVE_INFINITY,
} as const;
export type Pipeline = keyof typeof PIPELINES;

/** Medians over the runs. CPU and wall time without starting Python, reading and importing; one thread. */
export interface SklearnFigures {
  /** Mean pairwise cosine inside groups, not clamped. */
  readonly objective: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakMebibytes: number;
}

export interface SklearnResults {
  readonly pipelines: { readonly [name in Pipeline]?: SklearnFigures };
  /** The pipeline with the highest objective; null where none could be run. */
  readonly best: Pipeline | null;
  readonly skipped: readonly string[];
}

interface Answer {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakBytes: number;
  readonly groups: Groups;
}

/**
 * scikit-learn's pipelines on a cohort, one process for each run, so that each peak of memory is its own.
 * @param seeds of KMeans; a pipeline without chance in it, or one that takes its seconds, runs once
 * @param names those to run; all of them unless told
 */
export async function sklearn(
  vectors: Float32Array,
  size: number,
  seeds: readonly number[],
  names: readonly Pipeline[] = Object.keys(PIPELINES) as Pipeline[],
): Promise<SklearnResults> {
  const python = process.env.TAILCAMP_PYTHON;
  if (python === undefined) return { pipelines: {}, best: null, skipped: ['scikit-learn: no Python 3.11 that has it'] };
  const students = vectors.length / DIMENSIONS;
  const folder = mkdtempSync(join(tmpdir(), 'tailcamp-bench-'));
  const file = join(folder, 'cohort.f32');
  try {
    writeFileSync(file, Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength));
    const pipelines: { [name in Pipeline]?: SklearnFigures } = {};
    const skipped: string[] = [];
    for (const name of names) {
      if (students <= PIPELINES[name]) pipelines[name] = await figuresOf(python, name, file, vectors, size, seeds);
      else skipped.push(`${name} of ${students}: it keeps figures for every two students`);
    }
    const ran = names.filter((name) => pipelines[name] !== undefined);
    const [best] = ran.sort((a, b) => pipelines[b]!.objective - pipelines[a]!.objective);
    return { pipelines, best: best ?? null, skipped };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function figuresOf(
  python: string,
  name: Pipeline,
  file: string,
  vectors: Float32Array,
  size: number,
  seeds: readonly number[],
): Promise<SklearnFigures> {
  const answers: Answer[] = [];
  for (const seed of repeats(name, vectors) ? seeds : seeds.slice(0, 1)) {
    const args = ['-m', 'tailcamp_matching.baselines', name, file, '--size', String(size), '--seed', String(seed)];
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
    const { stdout } = await promisify(execFile)(python, args, { env, maxBuffer: 2 ** 28 });
    answers.push(JSON.parse(stdout) as Answer);
  }
  return {
    objective: median(answers.map(({ groups }) => meanCosine(vectors, groups))),
    cpuSeconds: median(answers.map(({ cpuSeconds }) => cpuSeconds)),
    wallSeconds: median(answers.map(({ wallSeconds }) => wallSeconds)),
    peakMebibytes: median(answers.map(({ peakBytes }) => peakBytes)) / 2 ** 20,
  };
}

const repeats = (name: Pipeline, vectors: Float32Array) =>
  name === 'MiniBatchKMeans + greedy' || (name === 'KMeans + Hungarian' && vectors.length / DIMENSIONS <= 1_000);
