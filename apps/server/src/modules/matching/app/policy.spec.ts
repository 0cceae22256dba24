import { camps, matching, type Policy, groups as teams } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import { type MatchingCamp, matched, matchingCamp, POLICY, savePolicy } from '../../../testing/matching-camp.js';

let app: TestApp;
let camp: MatchingCamp;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
  camp = await matchingCamp(app);
});
afterAll(() => app.close());

const withCriterion = (criterion: Policy['criteria'][number]): Policy => ({
  ...POLICY,
  criteria: [...POLICY.criteria, criterion],
});

it('is proposed from what the members answered, until somebody saves one', async () => {
  const { campId, instructor } = camp;
  const proposed = await instructor.call(matching.getPolicy, { campId });
  expect(proposed).toMatchObject({ proposed: true, version: 0, students: 24 });
  expect(proposed.policy.criteria.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['notAlone', 'balance']));
  expect(proposed.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['Interests', 'Level', 'Gender']));
  expect(JSON.stringify(proposed.columns)).not.toMatch(/Member id/);

  await savePolicy(camp);
  const saved = await instructor.call(matching.getPolicy, { campId });
  expect(saved).toMatchObject({ proposed: false, version: 1, policy: POLICY });
});

describe('saving', () => {
  it('names the field of a column that no member answered', async () => {
    const { campId, instructor } = camp;
    const policy = withCriterion({ kind: 'diverse', column: 'Major' });
    const { version } = await instructor.call(matching.getPolicy, { campId });
    expect(await instructor.refused(matching.savePolicy, { campId, policy, version })).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'policy.criteria.4.column', message: expect.stringContaining('Major') }],
    });
  });

  it('names a bound that no group can reach', async () => {
    const { campId, instructor } = camp;
    const policy = withCriterion({ kind: 'atLeast', column: 'Level', value: '5', bound: 9, hard: true });
    const { version } = await instructor.call(matching.getPolicy, { campId });
    expect(await instructor.refused(matching.savePolicy, { campId, policy, version })).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'policy.criteria.4.bound', message: 'A group of at most 4 cannot hold at least 9' }],
    });
  });

  it('of a stale version gets the present one', async () => {
    await savePolicy(camp);
    const { campId, instructor } = camp;
    const { version } = await instructor.call(matching.getPolicy, { campId });
    const [one, other] = await Promise.all([
      instructor.send(matching.savePolicy, { campId, policy: POLICY, version }),
      instructor.send(matching.savePolicy, { campId, policy: POLICY, version }),
    ]);
    const [kept, refused] = one.status === 200 ? [one, other] : [other, one];
    expect(kept.body).toMatchObject({ version: version + 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'stale', current: { version: version + 1 } } });
  });

  it('is told in the stream of the camp', async () => {
    await savePolicy(camp);
    const stream = `camp:${camp.campId}` as const;
    const seq = await app.platform.streams.sequence(stream);
    const [event] = await app.platform.streams.read(stream, seq - 1, 1);
    expect(event).toMatchObject({ kind: 'policy.changed', data: { version: expect.any(Number) } });
  });

  it('is not for students, nor for strangers', async () => {
    const { campId, students } = camp;
    const input = { campId, policy: POLICY, version: 0 };
    expect((await students[0]?.send(matching.savePolicy, input))?.status).toBe(403);
    const stranger = await app.asInstructor('Ivo Elsewhere');
    expect((await stranger.send(matching.savePolicy, input)).status).toBe(404);
  });
});

describe('named groups and what belongs to them', () => {
  const groups = ['Atlas', 'Bread', 'Canal'].map((name) => ({ name, min: 4, max: 12 }));
  const { groupSize: _, ...rest } = POLICY;

  it('are saved, matched and come back under their names', async () => {
    const { campId, instructor } = camp;
    const policy: Policy = {
      ...rest,
      groups,
      criteria: [
        { kind: 'cover', column: 'Level', required: { Level: 2 } },
        { kind: 'roles', column: 'Interests', private: true },
      ],
    };
    const { version } = await instructor.call(matching.getPolicy, { campId });
    const saved = await instructor.call(matching.savePolicy, { campId, policy, version });
    expect(saved.policy).toEqual(policy);
    expect((await instructor.call(matching.getPolicy, { campId })).policy).toEqual(policy);
    const run = await matched(camp);
    expect(run.report?.groups.map(({ name }) => name)).toEqual(['Atlas', 'Bread', 'Canal']);
    expect(run.report?.groups.flatMap(({ members }) => members)).toHaveLength(24);
    expect(run.hardViolations).toBe(0);
    await instructor.call(matching.accept, { campId, runId: run.id });
    // A student sees the group by its name, and nothing of the private criterion.
    const [student] = camp.students;
    const mine = await eventually('the group', async () => (await student?.call(teams.mine, {}))?.items[0]);
    const seen = await student?.call(teams.get, { groupId: mine.id });
    expect(['Atlas', 'Bread', 'Canal']).toContain(seen?.name);
    expect(seen?.explanations.map(({ kind }) => kind)).toEqual(['cover']);
    expect(seen?.explanations[0]?.evidence).toMatch(/^Level \d of 2$/);
    expect(JSON.stringify(seen)).not.toMatch(/roles|get a role/);
    await savePolicy(camp);
  });

  it('are refused by field: preferences without names or without ranks, skills that nobody was asked about', async () => {
    const { campId, instructor } = camp;
    const { version } = await instructor.call(matching.getPolicy, { campId });
    const refusal = (policy: Policy) => instructor.refused(matching.savePolicy, { campId, policy, version });
    const preference = withCriterion({ kind: 'preference', column: 'Gender' });
    expect(await refusal(preference)).toMatchObject({
      fields: [{ field: 'policy.criteria.4.preference', message: expect.stringContaining('named groups') }],
    });
    const { groupSize: _size, ...named } = { ...preference, groups };
    expect(await refusal(named)).toMatchObject({
      fields: [{ field: 'policy.criteria.4.preference', message: expect.stringContaining('no ranks') }],
    });
    const cover = withCriterion({ kind: 'cover', column: 'Level', required: { Knitting: 1 } });
    expect(await refusal(cover)).toMatchObject({
      fields: [{ field: 'policy.criteria.4.cover', message: expect.stringContaining('Knitting') }],
    });
    expect(await refusal({ ...POLICY, groups })).toMatchObject({
      fields: [{ field: 'policy.groupSize', message: 'Give either "groupSize" or "groups"' }],
    });
  });
});

describe('a preview', () => {
  it('tells what the students bring, what can hold, and how a short trial comes out; it saves nothing', async () => {
    const { campId, instructor } = camp;
    const before = await instructor.call(matching.getPolicy, { campId });
    const policy = withCriterion({ kind: 'atLeast', column: 'Gender', value: 'Woman', bound: 4, hard: true });
    const preview = await instructor.call(matching.previewPolicy, { campId, policy });
    expect(preview).toMatchObject({ students: 24, fields: [] });
    expect(preview.impossible?.why).toBe(preview.criteria[4]?.impossible);
    expect(preview.criteria[4]?.impossible).toMatch(/^6 groups need 24 of "Woman", there are \d+$/);
    expect(preview.criteria[4]?.brings).toEqual([{ label: 'Woman', students: expect.any(Number) }]);
    const { trial } = await instructor.call(matching.previewPolicy, { campId, policy: POLICY });
    expect(trial).toMatchObject({ groups: 6, objective: expect.any(Number), broken: 0 });
    expect(await instructor.call(matching.getPolicy, { campId })).toEqual(before);
  });

  it('names what the answers cannot fill', async () => {
    const { campId, instructor } = camp;
    const policy = withCriterion({ kind: 'diverse', column: 'Major' });
    expect(await instructor.call(matching.previewPolicy, { campId, policy })).toMatchObject({
      fields: [{ field: 'policy.criteria.4.column' }],
      criteria: [],
      trial: null,
    });
  });

  it('is not for students, nor for strangers', async () => {
    const { campId, students } = camp;
    const input = { campId, policy: POLICY };
    expect((await students[0]?.send(matching.previewPolicy, input))?.status).toBe(403);
    const stranger = await app.asInstructor('Ida Elsewhere');
    expect((await stranger.send(matching.previewPolicy, input)).status).toBe(404);
  });
});

it('goes along when its camp is copied', async () => {
  await savePolicy(camp);
  const { campId, instructor } = camp;
  const copy = await instructor.call(camps.copy, { campId, name: 'Robotics again' });
  const copied = await eventually('the copied policy', async () => {
    const found = await instructor.call(matching.getPolicy, { campId: copy.id });
    return found.proposed ? undefined : found;
  });
  expect(copied).toMatchObject({ policy: POLICY, version: 1 });
});
