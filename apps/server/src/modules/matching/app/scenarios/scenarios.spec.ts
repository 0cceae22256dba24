import {
  type ArrangedGroup,
  camps,
  groups,
  type InputOf,
  matching,
  type Run,
  type Scenario,
  type StreamEvent,
  scenarios,
} from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import {
  type MatchingCamp,
  matched,
  matchingCamp,
  POLICY,
  savePolicy,
  untilOver,
} from '../../../../testing/matching-camp.js';

let app: TestApp;
let camp: MatchingCamp;
let run: Run;
let scenario: Scenario;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app);
  await savePolicy(camp);
  run = await matched(camp);
});
afterAll(() => app.close());
beforeEach(async () => {
  scenario = await open('By hand');
});

const open = (name: string, from?: string) =>
  camp.instructor.call(scenarios.create, { campId: camp.campId, runId: run.id, name, ...(from && { from }) });
const idsOf = ({ id }: Scenario) => ({ campId: camp.campId, scenarioId: id });

function edit(of: Scenario, change: Partial<InputOf<typeof scenarios.save>>): InputOf<typeof scenarios.save> {
  const { name, groups: arranged, locked, policy, version } = of;
  return { ...idsOf(of), name, groups: arranged, locked, policy, version, ...change };
}

/** The groups with the first members of two of them exchanged. */
function swapped(arranged: readonly ArrangedGroup[], a = 0, b = 1): ArrangedGroup[] {
  const [one, other] = [arranged[a]?.members[0] ?? '', arranged[b]?.members[0] ?? ''];
  return arranged.map(({ name, members }) => ({
    name,
    members: members.map((id) => (id === one ? other : id === other ? one : id)),
  }));
}

/** The groups with a student too few in the first and one too many in the second. */
function breaking(arranged: readonly ArrangedGroup[]): ArrangedGroup[] {
  const [first, second, ...rest] = arranged;
  if (first === undefined || second === undefined) throw new Error('There are two groups');
  const [leaving = '', ...staying] = first.members;
  return [{ ...first, members: staying }, { ...second, members: [...second.members, leaving] }, ...rest];
}

async function lastEvents(count: number): Promise<StreamEvent[]> {
  const stream = `camp:${camp.campId}` as const;
  return app.platform.streams.read(stream, (await app.platform.streams.sequence(stream)) - count, count);
}

describe('a scenario', () => {
  it('begins as the result of its run, and scores as it did', () => {
    expect(scenario).toMatchObject({
      name: 'By hand',
      runNumber: run.number,
      version: 1,
      moved: 0,
      published: false,
      policy: null,
      hardViolations: 0,
      objective: expect.closeTo(run.objective ?? 0, 12),
    });
    expect(scenario.groups).toEqual(run.report?.groups.map(({ name, members }) => ({ name, members })));
  });

  it('is saved with the scores that the engine here gives it, and tells the camp without a name', async () => {
    const arranged = swapped(scenario.groups);
    const locked = { members: [arranged[2]?.members[0] ?? ''], groups: ['Group 4'] };
    const saved = await camp.instructor.call(
      scenarios.save,
      edit(scenario, { groups: arranged, locked, name: 'Swap' }),
    );
    expect(saved).toMatchObject({ name: 'Swap', version: 2, moved: 2, locked });
    expect(saved.objective).not.toBe(scenario.objective);
    expect(await camp.instructor.call(scenarios.get, idsOf(scenario))).toEqual(saved);
    const [event] = await lastEvents(1);
    expect(event).toMatchObject({ kind: 'scenario.changed', data: { scenarioId: scenario.id, version: 2 } });
  });

  it('that somebody changed meanwhile comes back as it is now', async () => {
    const saved = await camp.instructor.call(scenarios.save, edit(scenario, { name: 'First' }));
    const late = await camp.instructor.refused(scenarios.save, edit(scenario, { name: 'Second' }));
    expect(late).toMatchObject({ status: 409, code: 'stale', current: { name: 'First', version: 2 } });
    const both = await Promise.all([
      camp.instructor.send(scenarios.save, edit(saved, { name: 'Third' })),
      camp.instructor.send(scenarios.save, edit(saved, { name: 'Fourth' })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    ['leaves somebody out', (all: ArrangedGroup[]) => all.slice(1), 'groups'],
    ['has somebody twice', (all: ArrangedGroup[]) => [...all, { name: 'More', members: all[0]!.members }], 'groups.6'],
  ])('that %s is refused, and says where', async (_, wrong, field) => {
    const refused = await camp.instructor.refused(scenarios.save, edit(scenario, { groups: wrong(scenario.groups) }));
    expect(refused).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(refused.fields?.[0]?.field).toContain(field);
  });

  it('can be scored by another policy, if the students can fill it', async () => {
    const policy = { ...POLICY, objective: 'mean' as const };
    const saved = await camp.instructor.call(scenarios.save, edit(scenario, { policy }));
    expect(saved.policy).toEqual(policy);
    expect(saved.objective).not.toBe(scenario.objective);
    const hobbies = { ...POLICY, criteria: [{ kind: 'similar' as const, column: 'Hobbies' }] };
    const refused = await camp.instructor.refused(scenarios.save, edit(saved, { policy: hobbies }));
    expect(refused.fields).toMatchObject([{ field: 'policy', message: expect.stringContaining('Hobbies') }]);
  });

  it('can begin with another one, and both are listed, newest first, page by page', async () => {
    const saved = await camp.instructor.call(scenarios.save, edit(scenario, { groups: swapped(scenario.groups) }));
    const copy = await open('A copy', saved.id);
    expect([copy.groups, copy.moved, copy.version]).toEqual([saved.groups, 2, 1]);
    const { campId } = camp;
    const first = await camp.instructor.call(scenarios.list, { campId, runId: run.id, limit: 1 });
    const next = await camp.instructor.call(scenarios.list, { campId, limit: 1, cursor: first.next ?? '' });
    expect([...first.items, ...next.items].map(({ name }) => name)).toEqual(['A copy', 'By hand']);
    expect(first.items[0]).not.toHaveProperty('groups');
  });

  it('stands nowhere in the database in plain text', async () => {
    const { rows } = (await app.platform.database.sql.execute('select content from scenarios')) as {
      rows: { content: string }[];
    };
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/By hand|Group 1/);
  });

  it('is gone when it is thrown away', async () => {
    await camp.instructor.call(scenarios.remove, idsOf(scenario));
    expect(await camp.instructor.refused(scenarios.get, idsOf(scenario))).toMatchObject({ status: 404 });
    expect((await lastEvents(1))[0]).toMatchObject({ kind: 'scenario.removed', data: { scenarioId: scenario.id } });
  });
});

it('gives staff what the engine was given', async () => {
  const given = await camp.instructor.call(scenarios.input, { campId: camp.campId, runId: run.id });
  expect(given).toMatchObject({ engine: app.platform.solver.engine, policy: run.policy });
  const at = given.columns.indexOf(given.idColumn);
  expect(given.rows.map((row) => row[at]).sort()).toEqual(Object.keys(run.names).sort());
});

describe('solving the rest', () => {
  it('is a run that leaves the locked where they are, and the scenario names it until its groups are saved', async () => {
    const { campId, instructor } = camp;
    const arranged = swapped(scenario.groups, 2, 3);
    const [closed, other] = [arranged[0]!, arranged[4]!];
    const locked = { members: [other.members[0] ?? ''], groups: [closed.name] };
    const saved = await instructor.call(scenarios.save, edit(scenario, { groups: arranged, locked }));
    const { id: runId } = await instructor.call(scenarios.solve, { ...idsOf(saved), version: saved.version, seed: 3 });
    expect((await instructor.call(scenarios.get, idsOf(saved))).solving).toBe(runId);
    const solved = await untilOver(camp, runId);
    expect(solved).toMatchObject({ state: 'done', students: 24, groups: 6, hardViolations: 0 });
    expect(solved.objective).toBeGreaterThanOrEqual(saved.objective);
    const now = (name: string) => solved.report?.groups.find((group) => group.name === name)?.members ?? [];
    expect([...now(closed.name)].sort()).toEqual([...closed.members].sort());
    expect(now(other.name)).toContain(locked.members[0]);

    const groupsNow = solved.report?.groups.map(({ name, members }) => ({ name, members })) ?? [];
    const after = await instructor.call(scenarios.save, edit(saved, { groups: groupsNow }));
    expect([after.solving, after.objective]).toEqual([null, expect.closeTo(solved.objective ?? 0, 12)]);
    const again = await instructor.call(scenarios.create, { campId, runId, name: 'From the re-solved run' });
    expect(again.groups).toEqual(groupsNow);
  });

  it('of an older version is refused, and so is a second one at the same time', async () => {
    const { campId, instructor } = camp;
    const saved = await instructor.call(scenarios.save, edit(scenario, { name: 'Newer' }));
    expect(await instructor.refused(scenarios.solve, { ...idsOf(saved), version: 1 })).toMatchObject({ code: 'stale' });
    const solve = () => instructor.send(scenarios.solve, { ...idsOf(saved), version: 2 });
    const statuses = (await Promise.all([solve(), solve()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([202, 409]);
    const { solving } = await instructor.call(scenarios.get, idsOf(saved));
    await untilOver({ ...camp, campId }, solving ?? '');
  });
});

describe('publishing', () => {
  it('makes it the groups of the camp, each scored anew, and tells every member once', async () => {
    const { campId, instructor, students } = camp;
    const saved = await instructor.call(scenarios.save, edit(scenario, { groups: swapped(scenario.groups) }));
    await instructor.call(matching.accept, { campId, runId: run.id });
    const published = await instructor.call(scenarios.publish, {
      ...idsOf(saved),
      version: saved.version,
      despite: true,
    });
    expect(published).toMatchObject({ published: true, version: saved.version });
    const { items, total } = await instructor.call(groups.list, { campId });
    expect(total).toBe(6);
    expect(items.map(({ name, members }) => ({ name, members: members.map(({ memberId }) => memberId) }))).toEqual(
      saved.groups,
    );
    expect((await instructor.call(matching.get, { campId, runId: run.id })).state).toBe('done');
    const mine = await students[0]?.call(groups.mine, {});
    const userStream = `user:${students[0]?.user.id ?? ''}` as const;
    const formed = async () =>
      (await app.platform.streams.read(userStream, 0, 500)).filter(({ kind }) => kind === 'group.formed');
    expect((await formed()).at(-1)?.data).toMatchObject({ groupId: mine?.items[0]?.id });
    expect((await lastEvents(1))[0]).toMatchObject({ kind: 'scenario.published', data: { groups: 6 } });

    const before = (await formed()).length;
    await instructor.call(scenarios.publish, { ...idsOf(saved), version: saved.version, despite: true });
    expect((await formed()).length).toBe(before);
    const group = await instructor.call(groups.get, { groupId: items[0]?.id ?? '' });
    expect([group.explanations.length, group.pairs?.length]).toEqual([4, 4]);
  });

  it('takes its mark away when a run or another scenario is published', async () => {
    const { campId, instructor } = camp;
    const other = await open('Other');
    await instructor.call(scenarios.publish, { ...idsOf(scenario), version: 1 });
    await instructor.call(scenarios.publish, { ...idsOf(other), version: 1 });
    expect((await instructor.call(scenarios.get, idsOf(scenario))).published).toBe(false);
    expect((await instructor.call(scenarios.get, idsOf(other))).published).toBe(true);
    await instructor.call(matching.accept, { campId, runId: run.id });
    expect((await instructor.call(scenarios.get, idsOf(other))).published).toBe(false);
    const edited = await instructor.call(scenarios.publish, { ...idsOf(other), version: 1 });
    const saved = await instructor.call(scenarios.save, edit(edited, { name: 'Edited since' }));
    expect(saved.published).toBe(false);
  });

  it('of broken rules needs a second word, and names them', async () => {
    const { instructor } = camp;
    const saved = await instructor.call(scenarios.save, edit(scenario, { groups: breaking(scenario.groups) }));
    expect(saved.hardViolations).toBeGreaterThan(1);
    const refused = await instructor.refused(scenarios.publish, { ...idsOf(saved), version: saved.version });
    expect(refused).toMatchObject({ status: 422, code: 'cannot_be_satisfied' });
    expect(refused.fields).toContainEqual({ field: 'Group 1', message: '3 members, exactly 4 wanted' });
    const sure = await instructor.call(scenarios.publish, { ...idsOf(saved), version: saved.version, despite: true });
    expect(sure.published).toBe(true);
  });

  it('of an older version is refused with the present one', async () => {
    await camp.instructor.call(scenarios.save, edit(scenario, { name: 'Newer' }));
    const late = await camp.instructor.refused(scenarios.publish, { ...idsOf(scenario), version: 1 });
    expect(late).toMatchObject({ code: 'stale', current: { name: 'Newer', version: 2 } });
  });
});

describe('scenarios', () => {
  it('are neither shown to, nor changed by, students and strangers; nor found under another camp', async () => {
    const { campId, instructor, students } = camp;
    const stranger = await app.asInstructor('Ivo Elsewhere');
    const { id: otherCamp } = await instructor.call(camps.create, { name: 'Other' });
    const version = scenario.version;
    const asked = [
      [scenarios.list, { campId }],
      [scenarios.input, { campId, runId: run.id }],
      [scenarios.create, { campId, runId: run.id, name: 'Mine' }],
      [scenarios.get, idsOf(scenario)],
      [scenarios.save, edit(scenario, {})],
      [scenarios.solve, { ...idsOf(scenario), version }],
      [scenarios.publish, { ...idsOf(scenario), version }],
      [scenarios.remove, idsOf(scenario)],
    ] as const;
    for (const [endpoint, input] of asked) {
      expect((await students[0]?.send(endpoint, input))?.status, endpoint.path).toBe(403);
      expect((await stranger.send(endpoint, input)).status, endpoint.path).toBe(404);
      expect((await app.stranger.send(endpoint, input)).status, endpoint.path).toBe(401);
      if (endpoint === scenarios.list) continue;
      expect((await instructor.send(endpoint, { ...input, campId: otherCamp })).status, endpoint.path).toBe(404);
    }
  });

  it('go with their camp', async () => {
    const gone = await matchingCamp(app, 8);
    await savePolicy(gone);
    const { id: runId } = await matched(gone);
    const { campId, instructor } = gone;
    await instructor.call(scenarios.create, { campId, runId, name: 'Gone' });
    await instructor.call(camps.remove, { campId });
    await eventually('the removal', async () => {
      const { rows } = (await app.platform.database.sql.execute(
        `select id from scenarios where camp_id = '${campId}'`,
      )) as { rows: unknown[] };
      return rows.length === 0;
    });
  });
});
