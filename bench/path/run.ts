import { fitToWeeks, neededFor, ordered } from '@tailcamp/server/curriculum/planner';

const SKILLS = [1_000, 10_000, 100_000];
const RUNS = 5;
const HOURS_A_WEEK = 6;

/** How long a path takes to be planned, all skills of a large graph as its goals. CPU seconds, the median of five. */
export async function run({ json }: { json: boolean }): Promise<void> {
  const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  const figures = SKILLS.map((skills) => {
    const seconds = Array.from({ length: RUNS }, (_, seed) => planned(skills, seed)).sort((a, b) => a - b);
    const median = seconds[RUNS >> 1] ?? Number.NaN;
    say(`${skills.toLocaleString('en').padStart(8)} skills planned in ${median.toFixed(3)} s`);
    return { skills, cpuSeconds: median };
  });
  if (json) process.stdout.write(`${JSON.stringify({ benchmark: 'path', figures }, null, 2)}\n`);
}

/** Plans a graph in which each skill rests on up to four of the 200 before it, twenty of them of use to a project. */
function planned(skills: number, seed: number): number {
  let state = seed + 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const name = (at: number) => `s${at}`;
  const requires = new Map<string, readonly string[]>();
  for (let at = 0; at < skills; at += 1) {
    const below = Array.from({ length: Math.min(at, random(5)) }, () => name(Math.max(0, at - 1 - random(200))));
    requires.set(name(at), [...new Set(below)]);
  }
  const minutes = new Map([...requires.keys()].map((skill) => [skill, 10 + random(50)]));
  const useful = new Map(Array.from({ length: 20 }, () => [name(random(skills)), 1 + random(5)]));
  const goals = [...requires.keys()].toReversed();
  const directly = (skill: string) => requires.get(skill) ?? [];
  const minutesOf = (skill: string) => minutes.get(skill) ?? 0;

  const before = process.cpuUsage();
  const order = ordered(neededFor(goals, new Set(), directly), directly, { minutesOf, useful });
  const steps = order.map((skill) => ({ skill, minutes: minutesOf(skill), requires: directly(skill) }));
  const dated = fitToWeeks(steps, [HOURS_A_WEEK * 60]);
  const { user, system } = process.cpuUsage(before);
  if (dated.length !== skills) throw new Error(`${dated.length} of ${skills} skills were planned`);
  return (user + system) / 1e6;
}
