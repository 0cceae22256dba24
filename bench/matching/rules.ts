import { compile, evaluate, nameGroups, readTable, solve } from '@tailcamp/matching';
import { loadLp } from '@tailcamp/matching/lp';
import { planted } from './planted.js';
import { cpuSeconds, type Findings, median, type Say, type Section, target, timed } from './section.js';

const STUDENTS = 400;
/** Chance to be free at any other hour, from an easy survey to one where hardly any other grouping keeps the rules. */
const FREE = [0.4, 0.25, 0.2, 0.17, 0.1];
const SEEDS = [1, 2, 3, 4];
const SECONDS = 2;
/** What is asked for, so that reading the answer is within the seconds too. */
const SOLVING = 1.8;

export const rules: Section = {
  name: 'rules',
  about: `${STUDENTS} students with a planted answer: 3 common hours, languages, 40 apart, 6 together, nobody alone`,
  run: measure,
};

async function measure(say: Say): Promise<Findings> {
  const lp = await loadLp();
  const instances = FREE.flatMap((free) =>
    SEEDS.map((seed) => {
      const { csv, policy } = planted(STUDENTS, free, seed);
      const problem = compile(policy, readTable(csv));
      const clock = () => cpuSeconds() * 1000;
      const { value, seconds } = timed(() => solve(problem, { seed, seconds: SOLVING, clock, lp }));
      const { objective, hardViolations } = evaluate(problem, nameGroups(problem, value.groups));
      return { free, seed, seconds, objective, broken: hardViolations.length };
    }),
  );
  say('free hours   rules broken, by seed   objective   seconds');
  for (const free of FREE) {
    const some = instances.filter((one) => one.free === free);
    const broken = some.map((one) => one.broken).join(' ');
    say(
      `${free.toFixed(2).padStart(10)}   ${broken.padEnd(20)}   ${median(some.map(({ objective }) => objective)).toFixed(4)}` +
        `      ${median(some.map(({ seconds }) => seconds)).toFixed(2)}`,
    );
  }
  const unkept = instances.filter(({ broken }) => broken > 0).length;
  return {
    targets: [
      target(7, `planted instances of ${instances.length} with a rule broken`, unkept, { atMost: 0 }),
      target(7, 'CPU seconds, the most of them', Math.max(...instances.map(({ seconds }) => seconds)), {
        atMost: SECONDS,
      }),
    ],
    figures: { students: STUDENTS, instances },
  };
}
