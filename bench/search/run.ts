import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearchable, type Searchable } from '@tailcamp/server/searchable';
import { crowd } from './crowd.js';
import { HELD_OUT } from './held-out.js';
import { TUNED } from './tuned.js';

/** How a search is made: by both, or by one of the two alone. */
const WAYS = {
  hybrid: undefined,
  'words alone': { words: 1, meaning: 0, k: 5 },
  'meaning alone': { words: 0, meaning: 1, k: 5 },
} as const;
type Way = keyof typeof WAYS;

type Questions = typeof TUNED;
const SETS = {
  'questions it was tuned on': TUNED,
  'questions held out, on which nothing was tuned': HELD_OUT,
} as const satisfies Record<string, Questions>;

const PIECES = 10_000;
/** A camp of nobody: what it sees is the library. */
const CAMP = '00000000-0000-7000-8000-000000000000';

interface Target {
  readonly name: string;
  readonly measured: number;
  readonly wanted: string;
  readonly met: boolean;
}

/**
 * Whether learners' questions find the lesson that answers them, next to full text alone and vectors alone in the same run, and
 * how long it takes among 10,000 pieces on the embedded database.
 */
export async function run({ json }: { json: boolean }): Promise<void> {
  const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  const data = await mkdtemp(join(tmpdir(), 'tailcamp-search-'));
  try {
    const searchable = await openSearchable(data);
    const qualities: Record<string, Record<Way, Quality>> = {};
    for (const [name, questions] of Object.entries(SETS)) {
      say(`${questions.length} ${name}, none with a word of the title of the lesson that answers it`);
      say(`${''.padEnd(16)}recall@1  recall@5     MRR`);
      qualities[name] = await eachWay(async (way) => {
        const figures = qualityOf(await placesOf(searchable, questions, way));
        const { first, recall, mrr } = figures;
        say(
          `${way.padEnd(16)}${first.toFixed(3).padStart(8)}${recall.toFixed(3).padStart(10)}${mrr.toFixed(3).padStart(8)}`,
        );
        return figures;
      });
    }
    const pieces = await crowd(searchable.database, PIECES);
    await searchable.refresh();
    say(`\nAmong ${pieces.toLocaleString('en')} pieces, milliseconds a question, the vector of the question included`);
    say(`${''.padEnd(16)}CPU median   CPU p95  wall median  wall p95`);
    const time = await eachWay(async (way) => {
      const figures = await timeOf(searchable, way);
      const columns = [figures.cpuMedian, figures.cpuP95, figures.wallMedian, figures.wallP95];
      say(`${way.padEnd(16)}${columns.map((ms, at) => ms.toFixed(1).padStart([10, 10, 13, 10][at] ?? 0)).join('')}`);
      return figures;
    });
    await searchable.close();
    const targets = [
      ...Object.entries(qualities).flatMap(([name, { hybrid }]) => qualityTargets(name, hybrid)),
      timeTarget(time.hybrid),
    ];
    for (const { name, measured, wanted, met } of targets)
      say(`${met ? 'met   ' : 'MISSED'} ${name}: ${measured.toFixed(3)}, ${wanted} wanted`);
    if (json) {
      const findings = { benchmark: 'search', pieces, targets, qualities, time };
      process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
    }
  } finally {
    await rm(data, { recursive: true });
  }
}

type Quality = ReturnType<typeof qualityOf>;
type Time = Awaited<ReturnType<typeof timeOf>>;

async function eachWay<T>(measure: (way: Way) => Promise<T>): Promise<Record<Way, T>> {
  return {
    'words alone': await measure('words alone'),
    'meaning alone': await measure('meaning alone'),
    hybrid: await measure('hybrid'),
  };
}

const ask = (asked: string, limit: number) => ({ campId: CAMP, drafts: false, asked, limit });

/** @returns for each question the place of its lesson from 1; infinity where it is not among the first twenty */
async function placesOf({ find }: Searchable, questions: Questions, way: Way): Promise<number[]> {
  const places: number[] = [];
  for (const [lesson, asked] of questions) {
    const { found } = await find.run(ask(asked, 20), WAYS[way]);
    const place = found.filter(({ kind }) => kind !== 'skill').findIndex(({ slug }) => slug === lesson);
    places.push(place < 0 ? Number.POSITIVE_INFINITY : place + 1);
  }
  return places;
}

function qualityOf(places: readonly number[]) {
  const share = (most: number) => places.filter((place) => place <= most).length / places.length;
  const mrr = places.reduce((sum, place) => sum + 1 / place, 0) / places.length;
  return { first: share(1), recall: share(5), mrr };
}

/** Each question once, after some that warm up. */
async function timeOf({ find }: Searchable, way: Way) {
  for (const [, asked] of TUNED.slice(0, 20)) await find.run(ask(asked, 10), WAYS[way]);
  const cpu: number[] = [];
  const wall: number[] = [];
  for (const [, asked] of TUNED) {
    const [began, before] = [performance.now(), process.cpuUsage()];
    await find.run(ask(asked, 10), WAYS[way]);
    const { user, system } = process.cpuUsage(before);
    wall.push(performance.now() - began);
    cpu.push((user + system) / 1000);
  }
  const at = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
  return { cpuMedian: at(cpu, 0.5), cpuP95: at(cpu, 0.95), wallMedian: at(wall, 0.5), wallP95: at(wall, 0.95) };
}

function qualityTargets(questions: string, { recall, mrr }: Quality): readonly Target[] {
  return [
    { name: `recall@5, ${questions}`, measured: recall, wanted: 'at least 0.95', met: recall >= 0.95 },
    { name: `mean reciprocal rank, ${questions}`, measured: mrr, wanted: 'at least 0.85', met: mrr >= 0.85 },
  ];
}

const timeTarget = ({ cpuP95 }: Time): Target => ({
  name: 'p95 in CPU milliseconds',
  measured: cpuP95,
  wanted: 'less than 30',
  met: cpuP95 < 30,
});
