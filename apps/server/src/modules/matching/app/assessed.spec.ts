import {
  assessedColumn,
  camps,
  groups,
  identity,
  matching,
  type Policy,
  type Run,
  readAssessedColumn,
  scenarios,
} from '@tailcamp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '../../../demo/seed-demo.js';
import { Caller, TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import { BringContent } from '../../assessment/index.js';

const TRACK = 'Programming foundations';
const ABILITY = assessedColumn({ holds: 'ability', track: TRACK, domain: null });
const SKILLS = assessedColumn({ holds: 'skills', track: TRACK, domain: null });

let app: TestApp;
let instructor: Caller;
let student: Caller;
let campId: string;
/** The demo camp: 96 of its 120 students have finished an attempt in the first track. */
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  await app.nest.get(BringContent).run();
  const links = await seedDemo(app.nest);
  const signIn = async (who: string) => {
    const token = links.find((link) => link.who === who)?.token ?? '';
    const { accessToken } = await app.stranger.call(identity.redeemLink, { token, transport: 'bearer' });
    return new Caller(app.nest, accessToken);
  };
  instructor = await signIn('instructor');
  student = await signIn('student');
  campId = (await instructor.call(camps.list, {})).items[0]?.id ?? '';
});
afterAll(() => app.close());

async function matched(criteria: Policy['criteria']): Promise<Run> {
  const { version } = await instructor.call(matching.getPolicy, { campId });
  const policy = { groupSize: { min: 4, max: 4 }, criteria };
  await instructor.call(matching.savePolicy, { campId, policy, version });
  const { id } = await instructor.call(matching.start, { campId, seed: 1 });
  return eventually('the end of the run', async () => {
    const run = await instructor.call(matching.get, { campId, runId: id });
    return run.state === 'done' ? run : undefined;
  });
}

it('offers what was measured beside what was answered, and proposes nothing of it', async () => {
  const { columns, policy } = await instructor.call(matching.getPolicy, { campId });
  const ability = columns.find(({ name }) => name === ABILITY);
  expect(ability).toMatchObject({ recognisedAs: 'number', missing: 24 });
  const skills = columns.find(({ name }) => name === SKILLS);
  expect(skills).toMatchObject({ recognisedAs: 'levels', missing: 24 });
  expect(skills?.values.length).toBeGreaterThan(20);
  const measured = columns.filter(({ name }) => readAssessedColumn(name) !== null);
  expect(measured.length).toBeLessThan(4 * 8);
  expect(JSON.stringify(policy)).not.toContain('Assessed');
});

it('evens out an ability, mixes strengths and covers skills; tells staff why, and students nothing of it', async () => {
  const { columns } = await instructor.call(matching.getPolicy, { campId });
  const values = columns.find(({ name }) => name === SKILLS)?.values ?? [];
  const [one = '', two = ''] = [values[3], values.at(-1)];
  const domains = columns.map(({ name }) => name).filter((name) => name.startsWith(`${ABILITY} ›`));
  const run = await matched([
    { kind: 'balance', column: ABILITY, weight: 2 },
    { kind: 'cover', column: SKILLS, required: { [one]: 0.8, [two]: 0.8 } },
    { kind: 'diverse', columns: domains },
    { kind: 'similar', column: 'Interests' },
  ]);
  const all = run.report?.groups ?? [];
  expect(all).toHaveLength(30);
  const mean = (at: number) => all.reduce((sum, { criteria }) => sum + (criteria[at]?.score ?? 0), 0) / all.length;
  expect(mean(0)).toBeGreaterThan(0.8);
  expect(mean(1)).toBeGreaterThan(0.8);
  expect(all[0]?.criteria[0]?.evidence).toMatch(/cohort .* σ away/);
  expect(all[0]?.criteria[1]?.evidence).toContain(`${one} `);
  expect(all[0]?.criteria.map((criterion) => criterion.private ?? false)).toEqual([true, true, true, false]);

  const input = await instructor.call(scenarios.input, { campId, runId: run.id });
  expect(JSON.stringify(input)).toContain(ABILITY);

  await instructor.call(matching.accept, { campId, runId: run.id });
  const mine = (await student.call(groups.mine, {})).items[0];
  const seen = await student.call(groups.get, { groupId: mine?.id ?? '' });
  expect(seen.explanations.map(({ kind }) => kind)).toEqual(['similar']);
  expect(JSON.stringify([mine, seen])).not.toContain('Assessed');
  const told = await instructor.call(groups.get, { groupId: mine?.id ?? '' });
  expect(told.explanations.map(({ kind }) => kind)).toEqual(['balance', 'cover', 'diverse', 'similar']);
});
