import { camps, groups, matching, type StreamEvent } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import { type MatchingCamp, matched, matchingCamp, savePolicy } from '../../../testing/matching-camp.js';

let app: TestApp;
let camp: MatchingCamp;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app);
  await savePolicy(camp);
});
afterAll(() => app.close());

const eventsOf = (stream: `camp:${string}` | `user:${string}` | `group:${string}`, after = 0): Promise<StreamEvent[]> =>
  app.platform.streams.read(stream, after, 500);

describe('a run', () => {
  it('goes from a snapshot to groups that keep the rules, with its progress in the stream', async () => {
    const { campId, instructor } = camp;
    const { seq } = await instructor.call(camps.get, { campId });
    const run = await matched(camp);
    expect(run).toMatchObject({ state: 'done', students: 24, groups: 6, hardViolations: 0, problem: null, number: 1 });
    expect(run.report?.groups.flatMap(({ members }) => members).sort()).toEqual(Object.keys(run.names).sort());
    expect(Object.values(run.names)).toContain('Ada First');
    expect(run.pairs['Group 1']).toHaveLength(4);
    expect(run.moves).toBe(run.of);
    // While it searches the engine counts likeness in single precision.
    expect(run.curve.at(-1)).toMatchObject({ best: expect.closeTo(run.objective ?? 0, 6), moves: run.moves });
    const kinds = (await eventsOf(`camp:${campId}`, seq)).map(({ kind }) => kind);
    expect([kinds[0], kinds[1], kinds.at(-1)]).toEqual(['run.started', 'run.progress', 'run.finished']);
    expect(new Set(kinds.slice(1, -1))).toEqual(new Set(['run.progress']));
  });

  it('repeats to the same groups with the same seed, and knows the run before', async () => {
    const one = await matched(camp, 5);
    const other = await matched(camp, 5);
    expect(other.report?.groups).toEqual(one.report?.groups);
    expect(other.previous).toEqual({ number: one.number, objective: one.objective, worst: one.worst });
  });

  it('stands nowhere in the database in plain text', async () => {
    await matched(camp);
    const { rows } = (await app.platform.database.sql.execute('select snapshot, result from runs')) as {
      rows: { snapshot: string; result: string }[];
    };
    expect(JSON.stringify(rows)).not.toMatch(/Student|Woman|chess/);
  });
});

describe('starting', () => {
  it('is for one run at a time', async () => {
    const { campId, instructor } = camp;
    const [one, other] = await Promise.all([
      instructor.send(matching.start, { campId }),
      instructor.send(matching.start, { campId }),
    ]);
    expect([one.status, other.status].sort()).toEqual([202, 409]);
    await eventually('the end of the run', async () => {
      const { items } = await instructor.call(matching.list, { campId });
      return items.every(({ state }) => state !== 'queued' && state !== 'running');
    });
  });

  it('names the rules that cannot hold', async () => {
    const impossible = await matchingCamp(app, 7);
    await savePolicy(impossible);
    const { campId, instructor } = impossible;
    expect(await instructor.refused(matching.start, { campId })).toMatchObject({
      code: 'cannot_be_satisfied',
      detail: expect.stringContaining('7 students'),
      fields: [{ field: 'policy', message: 'groups of exactly 4' }],
    });
    expect((await instructor.call(matching.list, { campId })).items).toEqual([]);
  });

  it('needs students', async () => {
    const instructor = await app.asInstructor();
    const { id: campId } = await instructor.call(camps.create, { name: 'Empty' });
    expect(await instructor.refused(matching.start, { campId })).toMatchObject({ code: 'cannot_be_satisfied' });
  });
});

describe('the list of runs', () => {
  it('pages from the newest', async () => {
    const { campId, instructor } = camp;
    const all = await instructor.call(matching.list, { campId });
    const first = await instructor.call(matching.list, { campId, limit: 2 });
    const second = await instructor.call(matching.list, { campId, limit: 2, cursor: first.next ?? '' });
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
    expect(all.items.map(({ number }) => number)).toEqual(all.items.map((_, i) => all.items.length - i));
    const bad = Buffer.from('["x"]').toString('base64url');
    expect(await instructor.refused(matching.list, { campId, cursor: bad })).toMatchObject({ status: 422 });
  });
});

describe('accepting', () => {
  it('gives every member a group, and tells them by their own streams, once', async () => {
    const { campId, instructor, students } = camp;
    const run = await matched(camp);
    const [ada] = students;
    const userStream = `user:${ada?.user.id ?? ''}` as const;
    const accepted = await instructor.call(matching.accept, { campId, runId: run.id });
    expect(accepted.state).toBe('accepted');
    const told = (await eventsOf(userStream)).filter(({ kind }) => kind === 'group.formed');
    expect(told).toHaveLength(1);
    const mine = await ada?.call(groups.mine, {});
    expect(mine?.items).toMatchObject([{ id: told[0]?.data.groupId, campId, campName: 'Robotics' }]);
    expect(mine?.items[0]?.members.map(({ isMe }) => isMe)).toContain(true);

    await instructor.call(matching.accept, { campId, runId: run.id });
    expect((await eventsOf(userStream)).filter(({ kind }) => kind === 'group.formed')).toHaveLength(1);
    const events = (await eventsOf(`camp:${campId}`)).filter(({ kind }) => kind === 'run.accepted');
    expect(events).toMatchObject([{ data: { runId: run.id, groups: 6 } }]);
  });

  it('closes the earlier groups that do not go on; the run before is merely done', async () => {
    const { campId, instructor, students } = camp;
    const [first, second] = [await matched(camp, 11), await matched(camp, 12)];
    await instructor.call(matching.accept, { campId, runId: first.id });
    const earlier = await students[0]?.call(groups.mine, {});
    await instructor.call(matching.accept, { campId, runId: second.id });
    const { total, items } = await instructor.call(groups.list, { campId });
    expect([total, items.map(({ number }) => number)]).toEqual([6, [1, 2, 3, 4, 5, 6]]);
    expect((await instructor.call(matching.get, { campId, runId: first.id })).state).toBe('done');
    const groupId = earlier?.items[0]?.id ?? '';
    expect(items.map(({ id }) => id)).not.toContain(groupId);
    expect((await instructor.call(groups.get, { groupId })).closedAt).not.toBeNull();
    expect((await eventsOf(`group:${groupId}`)).at(-1)).toMatchObject({ kind: 'group.dissolved' });
  });

  it('of two runs at the same time leaves the groups of one', async () => {
    const { campId, instructor } = camp;
    const [first, second] = [await matched(camp, 21), await matched(camp, 22)];
    const accept = (runId: string) => instructor.send(matching.accept, { campId, runId });
    const answers = await Promise.all([accept(first.id), accept(second.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = await instructor.call(matching.list, { campId });
    expect(items.filter(({ state }) => state === 'accepted')).toHaveLength(1);
    expect((await instructor.call(groups.list, { campId })).total).toBe(6);
  });

  it('is refused for a run without a result', async () => {
    const { campId, instructor } = camp;
    const { id: runId } = await instructor.call(matching.start, { campId, seed: 3 });
    await instructor.call(matching.cancel, { campId, runId });
    expect(await instructor.refused(matching.accept, { campId, runId })).toMatchObject({ code: 'conflict' });
  });
});

describe('cancelling', () => {
  it('ends a run at once and makes room for the next; done twice it is the same', async () => {
    const { campId, instructor } = camp;
    const { id: runId } = await instructor.call(matching.start, { campId, seed: 4 });
    expect(await instructor.call(matching.cancel, { campId, runId })).toMatchObject({
      state: 'cancelled',
      report: null,
    });
    expect(await instructor.call(matching.cancel, { campId, runId })).toMatchObject({ state: 'cancelled' });
    expect((await matched(camp)).state).toBe('done');
    expect((await instructor.call(matching.get, { campId, runId })).state).toBe('cancelled');
  });

  it('is too late when the run is done', async () => {
    const { campId, instructor } = camp;
    const { id: runId } = await matched(camp);
    expect(await instructor.refused(matching.cancel, { campId, runId })).toMatchObject({ code: 'conflict' });
  });
});

describe('runs', () => {
  const endpoints = [matching.getPolicy, matching.start, matching.list] as const;

  it.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s is 403 for a student and 404 for a stranger to the camp',
    async (_, endpoint) => {
      const { campId, students } = camp;
      const stranger = await app.asInstructor('Ivo Elsewhere');
      expect((await students[0]?.send(endpoint, { campId }))?.status).toBe(403);
      expect((await stranger.send(endpoint, { campId })).status).toBe(404);
      expect((await app.stranger.send(endpoint, { campId })).status).toBe(401);
    },
  );

  it('are neither shown to, nor cancelled or accepted by, students and strangers', async () => {
    const { campId, students } = camp;
    const { id: runId } = await matched(camp);
    const stranger = await app.asInstructor('Ivo Elsewhere');
    for (const endpoint of [matching.get, matching.cancel, matching.accept]) {
      expect((await students[0]?.send(endpoint, { campId, runId }))?.status).toBe(403);
      expect((await stranger.send(endpoint, { campId, runId })).status).toBe(404);
    }
  });

  it('are not found under another camp', async () => {
    const { instructor } = camp;
    const { id: runId } = await matched(camp);
    const { id: campId } = await instructor.call(camps.create, { name: 'Other' });
    for (const endpoint of [matching.get, matching.cancel, matching.accept]) {
      expect((await instructor.send(endpoint, { campId, runId })).status).toBe(404);
    }
  });
});

it('goes with its camp', async () => {
  const gone = await matchingCamp(app, 8);
  await savePolicy(gone);
  const run = await matched(gone);
  await gone.instructor.call(matching.accept, { campId: gone.campId, runId: run.id });
  await gone.instructor.call(camps.remove, { campId: gone.campId });
  await eventually('the removal', async () => {
    const { rows } = (await app.platform.database.sql.execute(
      `select id from runs where camp_id = '${gone.campId}' union all
       select id from groups where camp_id = '${gone.campId}' union all
       select camp_id from policies where camp_id = '${gone.campId}'`,
    )) as { rows: unknown[] };
    return rows.length === 0;
  });
});
