import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Instance, readInstance, solveInstance } from '@tailcamp/matching';
import { mulberry32 } from './cohort.js';
import { type Findings, type Json, median, type Say, SEEDS, type Section, type Target, target } from './section.js';

/** Where the instances of MDGPLIB lie, by the names of the library; without them a drawn one is measured, against nothing. */
const LIBRARY = process.env.MDGPLIB ?? '../shared/data/mdgplib';

interface Wanted {
  readonly name: string;
  readonly seconds: number;
  readonly atLeast: number;
}

/** The best sums that are known, less 0.1 %. */
const near = (best: number) => 0.999 * best;
const WANTED: readonly Wanted[] = [
  { name: 'RanInt_n120_ss_01', seconds: 3, atLeast: 47_898 },
  { name: 'RanReal_n120_ds_01', seconds: 3, atLeast: 50_462 },
  { name: 'Geo_n120_ss_01', seconds: 3, atLeast: 101_612 },
  { name: 'RanInt_n120_ss_01', seconds: 40, atLeast: near(47_909) },
  { name: 'RanReal_n120_ds_01', seconds: 40, atLeast: near(50_602) },
  { name: 'Geo_n120_ss_01', seconds: 40, atLeast: near(101_660) },
  { name: 'RanReal_n240_ss_01', seconds: 20, atLeast: 155_206 },
];

export const mdgp: Section = {
  name: 'mdgp',
  about: 'maximally diverse grouping: the summed distance within groups, medians of 5 seeds',
  run: async (say) => measure(say),
};

function measure(say: Say): Findings {
  const targets: Target[] = [];
  const figures: Json[] = [];
  const absent: string[] = [];
  const run = (name: string, instance: Instance, seconds: number) => {
    const sums = SEEDS.map((seed) => solveInstance(instance, { seed, seconds, clock: cpuMilliseconds }).objective);
    figures.push({ name, seconds, median: median(sums), sums });
    say(`${name.padEnd(20)} ${String(seconds).padStart(3)} s   ${sums.map((sum) => sum.toFixed(1)).join('  ')}`);
    return median(sums);
  };
  for (const { name, seconds, atLeast } of WANTED) {
    const path = join(LIBRARY, `${name}.txt`);
    if (existsSync(path)) {
      const instance = readInstance(readFileSync(path, 'utf8'), { fileName: path });
      targets.push(target(6, `${name} in ${seconds} s`, run(name, instance, seconds), { atLeast }));
    } else absent.push(`${path} in ${seconds} s: there is no such file (set MDGPLIB to the folder of the library)`);
  }
  if (absent.length > 0) run('drawn, 60 in 6 groups', drawn(60, 6), 1);
  return { targets, figures, skipped: absent };
}

/** Whole distances from 1 to 100, as RanInt has them. */
function drawn(students: number, groups: number): Instance {
  const uniform = mulberry32(1);
  const values = new Float64Array(students * students);
  for (let i = 0; i < students; i++) {
    for (let j = 0; j < i; j++) {
      values[i * students + j] = 1 + Math.floor(100 * uniform());
      values[j * students + i] = values[i * students + j]!;
    }
  }
  const size = students / groups;
  return { weights: { students, values }, bounds: Array.from({ length: groups }, () => ({ min: size, max: size })) };
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
