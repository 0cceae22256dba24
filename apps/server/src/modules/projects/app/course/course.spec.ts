import { randomUUID } from 'node:crypto';
import {
  applyToMilestones,
  applyToSubmissions,
  camps,
  gradebook,
  groups,
  type Milestone,
  matching,
  milestones,
  projects,
  type Template,
  tasks,
  templates,
} from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { type MatchingCamp, matched, matchingCamp, savePolicy } from '../../../../testing/matching-camp.js';

const DAY = 24 * 3_600_000;
const LATE = { accept: true, graceMinutes: 10, percentPerDay: 10, most: 50 };

let app: TestApp;
let camp: MatchingCamp;
let campId: string;
let staff: SignedIn;
let ada: SignedIn;
let groupId: string;
let memberIds: string[];
let me: string;

beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_MESSAGE: '100000' });
  camp = await matchingCamp(app, 12);
  ({ campId, instructor: staff } = camp);
  [ada] = camp.students as [SignedIn, SignedIn];
  await savePolicy(camp);
  const run = await matched(camp);
  await staff.call(matching.accept, { campId, runId: run.id });
  const [mine] = (await ada.call(groups.mine, {})).items;
  groupId = mine?.id ?? '';
  memberIds = mine?.members.map(({ memberId }) => memberId) ?? [];
  me = mine?.members.find(({ isMe }) => isMe)?.memberId ?? '';
});
afterAll(() => app.close());

const inDays = (days: number) => new Date(app.clock.now().getTime() + days * DAY).toISOString();
async function milestone(more: Partial<Milestone> = {}): Promise<Milestone> {
  const fields = { title: 'First draft', description: '', dueAt: inDays(7), points: 10, rubric: [], late: LATE };
  const answer = await staff.call(milestones.create, { campId, clientId: randomUUID(), ...fields, ...more });
  return answer.milestone;
}
const handIn = (one: Milestone, text = 'Done') =>
  ada.call(milestones.submit, { groupId, milestoneId: one.id, text, links: [], taskIds: [] });
const plain = { levels: {}, points: null, text: '', members: [] };
const cellOf = async (one: Milestone, memberId = me) => {
  const { rows } = await staff.call(gradebook.get, { campId });
  const row = rows.find((each) => each.memberId === memberId);
  return row?.cells.find(({ milestoneId }) => milestoneId === one.id);
};
const resultOf = async (one: Milestone) =>
  (await ada.call(milestones.ofGroup, { groupId })).results.find(({ milestoneId }) => milestoneId === one.id);

describe('milestones', () => {
  it('are set by staff, once for one clientId, for everybody to see, and told whole', async () => {
    let kept = await ada.call(milestones.list, { campId });
    const clientId = randomUUID();
    const set = { campId, clientId, title: 'M', description: '', dueAt: inDays(3), points: 5, rubric: [], late: LATE };
    expect((await ada.refused(milestones.create, set)).code).toBe('forbidden');
    const { milestone: one } = await staff.call(milestones.create, set);
    expect((await staff.call(milestones.create, set)).milestone).toEqual(one);
    const other = await milestone({ title: 'To go' });
    await staff.call(milestones.change, { campId, milestoneId: one.id, version: 1, title: 'Renamed' });
    const late = { campId, milestoneId: one.id, version: 1, title: 'Twice' };
    expect((await staff.refused(milestones.change, late)).current).toMatchObject({ title: 'Renamed', points: 5 });
    await staff.call(milestones.remove, { campId, milestoneId: other.id });
    for (const event of await app.platform.streams.read(`camp:${campId}`, kept.seq, 500)) {
      kept = applyToMilestones(kept, event);
    }
    const { milestones: fresh } = await ada.call(milestones.list, { campId });
    expect(kept.milestones).toEqual(fresh);
  });

  it('take hand-ins again and again, late ones with a penalty, and none where they are closed', async () => {
    let kept = await ada.call(milestones.ofGroup, { groupId });
    const open = await milestone();
    const closed = await milestone({ dueAt: inDays(-0.1), late: { ...LATE, accept: false } });
    expect((await handIn(open)).submission).toMatchObject({ number: 1, late: false, by: me });
    await staff.call(milestones.change, { campId, milestoneId: open.id, version: 1, dueAt: inDays(-0.1) });
    expect((await handIn(open, 'Better')).submission).toMatchObject({ number: 2, late: true, text: 'Better' });
    const refused = { groupId, milestoneId: closed.id, text: 'Late', links: [], taskIds: [] };
    expect((await ada.refused(milestones.submit, refused)).code).toBe('conflict');
    expect((await staff.refused(milestones.submit, { ...refused, milestoneId: open.id })).code).toBe('forbidden');
    for (const event of await app.platform.streams.read(`group:${groupId}`, kept.seq, 500)) {
      kept = applyToSubmissions(kept, event);
    }
    expect(kept.submissions).toEqual((await ada.call(milestones.ofGroup, { groupId })).submissions);
    const gone = await staff.refused(milestones.remove, { campId, milestoneId: open.id });
    expect(gone.code).toBe('conflict');
  });
});

describe('grades', () => {
  it('are seen by students when they are published, each their own', async () => {
    const rubric = ['Code', 'Words'].map((title) => ({
      id: randomUUID(),
      title,
      levels: [0, 5].map((points) => ({ id: randomUUID(), title: `${points}`, points })),
    }));
    const one = await milestone({ rubric });
    expect(one.points).toBe(10);
    await handIn(one);
    const levels = Object.fromEntries(rubric.map(({ id, levels: [, best] }) => [id, best?.id ?? '']));
    const grade = { groupId, milestoneId: one.id, version: 0, ...plain, levels, text: 'Well done' };
    const mate = memberIds.find((id) => id !== me) ?? '';
    const own = { memberId: mate, points: 3, text: 'Talk to me' };
    expect((await ada.refused(milestones.grade, grade)).code).toBe('forbidden');
    const wrong = { ...grade, levels: { [rubric[0]?.id ?? '']: randomUUID() } };
    expect((await staff.refused(milestones.grade, wrong)).fields?.[0]?.field).toBe('levels');
    const written = await staff.call(milestones.grade, { ...grade, members: [own] });
    expect(written).toMatchObject({ points: 10, version: 1, publishedAt: null });
    expect((await staff.refused(milestones.grade, grade)).current).toMatchObject({ version: 1, points: 10 });
    expect(await resultOf(one)).toBeUndefined();
    expect((await ada.call(milestones.ofGroup, { groupId })).feedback).toEqual([]);
    expect(await cellOf(one)).toMatchObject({ points: 10, published: false, submitted: true });
    const published = await staff.call(milestones.publish, { campId, milestoneId: one.id });
    expect(published).toEqual({ groups: 1, members: 4 });
    expect(await resultOf(one)).toMatchObject({ points: 10, of: 10, groupText: 'Well done', myText: '' });
    expect(JSON.stringify(await ada.call(milestones.ofGroup, { groupId }))).not.toContain('Talk to me');
    expect(await cellOf(one, mate)).toMatchObject({ points: 3, published: true });
    const again = await staff.call(milestones.publish, { campId, milestoneId: one.id });
    expect(again).toEqual({ groups: 0, members: 0 });
    const events = await app.platform.streams.read(`user:${ada.user.id}`, 0, 500);
    expect(events.at(-1)).toMatchObject({ kind: 'grades.changed', data: { milestoneId: one.id } });
  });

  it('lose what being late costs', async () => {
    const one = await milestone({ dueAt: inDays(-1.5) });
    await handIn(one);
    await staff.call(milestones.grade, { groupId, milestoneId: one.id, version: 0, ...plain, points: 9 });
    await staff.call(milestones.publish, { campId, milestoneId: one.id });
    expect(await resultOf(one)).toMatchObject({ points: 7.2, penalty: 20 });
  });

  it('are set by hand for many at once, all or none, and every change is traced', async () => {
    const one = await milestone();
    const set = (points: number | null, ids = memberIds) =>
      ids.map((memberId) => ({ memberId, milestoneId: one.id, points }));
    const wrong = [...set(4), { memberId: randomUUID(), milestoneId: one.id, points: 1 }];
    const refused = await staff.refused(gradebook.override, { campId, overrides: wrong });
    expect(refused.fields?.[0]?.field).toBe('overrides.4.memberId');
    expect(await cellOf(one)).toMatchObject({ override: null });
    const reason = 'Presented live';
    expect(await staff.call(gradebook.override, { campId, overrides: set(8.5), reason })).toEqual({ changed: 4 });
    expect(await staff.call(gradebook.override, { campId, overrides: set(8.5) })).toEqual({ changed: 0 });
    expect(await resultOf(one)).toMatchObject({ points: 8.5 });
    await staff.call(gradebook.override, { campId, overrides: set(null, [me]) });
    expect(await cellOf(one)).toMatchObject({ override: null, points: null });
    const { items } = await staff.call(gradebook.audit, { campId, memberId: me, limit: 2 });
    expect(items).toMatchObject([
      { what: 'override', from: 8.5, to: null, by: staff.user.name },
      { what: 'override', from: null, to: 8.5, reason },
    ]);
    expect((await ada.refused(gradebook.get, { campId })).code).toBe('forbidden');
    expect((await ada.refused(gradebook.audit, { campId })).code).toBe('forbidden');
  });

  it('add up, in the book and in its file', async () => {
    const book = await staff.call(gradebook.get, { campId });
    for (const { cells, total } of book.rows) {
      expect(total).toBeCloseTo(
        cells.reduce((sum, { points }) => sum + (points ?? 0), 0),
        6,
      );
    }
    expect(book.of).toBe(book.milestones.reduce((sum, { points }) => sum + points, 0));
    const file = await staff.call(gradebook.export, { campId });
    const [head = '', ...lines] = file.trimEnd().split('\r\n');
    expect(head.split(',').slice(0, 4)).toEqual(['id', 'name', 'email', 'group']);
    expect(lines).toHaveLength(book.rows.length);
    const mine = lines.find((line) => line.startsWith(me))?.split(',') ?? [];
    expect(Number(mine.at(-2))).toBe(book.rows.find(({ memberId }) => memberId === me)?.total);
    expect((await ada.send(gradebook.export, { campId })).status).toBe(403);
  });
});

describe('a template', () => {
  const template: Template = {
    columns: [{ key: 'todo', name: 'To do', colour: 2, category: 'todo', limit: null }],
    labels: [{ key: 'docs', name: 'Docs', colour: 4 }],
    tasks: ['plan', 'build'].map((key) => ({
      key,
      title: `The ${key}`,
      description: '',
      column: 'todo',
      labels: ['docs'],
      checklist: ['one', 'two'],
      priority: 'high',
      estimate: 3,
      milestoneId: null,
      blockedBy: key === 'build' ? ['plan'] : [],
    })),
  };

  it('is given to every group, and given again brings only what is new', async () => {
    const save = { campId, version: 0, template };
    expect((await ada.refused(templates.save, save)).code).toBe('forbidden');
    expect(await staff.call(templates.save, save)).toMatchObject({ version: 1, groups: 3 });
    expect((await staff.refused(templates.save, save)).code).toBe('stale');
    const given = await staff.call(templates.give, { campId });
    expect(given).toEqual({ groups: 3, columns: 0, labels: 3, tasks: 6 });
    const none = { groups: 0, columns: 0, labels: 0, tasks: 0 };
    expect(await staff.call(templates.give, { campId })).toEqual(none);
    const board = await ada.call(projects.board, { groupId });
    const [plan, build] = ['The plan', 'The build'].map((title) => board.tasks.find((task) => task.title === title));
    expect(board.columns.find(({ id }) => id === plan?.columnId)?.name).toBe('To do');
    expect(build?.blockedBy).toEqual([plan?.id]);
    const off = { taskId: plan?.id ?? '', version: plan?.version ?? 0, set: { removed: true } };
    const renamed = { taskId: build?.id ?? '', version: build?.version ?? 0, set: { title: 'Ours' } };
    await ada.call(tasks.change, { groupId, changes: [off, renamed] });
    expect(await staff.call(templates.give, { campId })).toEqual(none);
    const more = {
      ...template,
      tasks: [...template.tasks, { ...(template.tasks[0] as Template['tasks'][0]), key: 'x' }],
    };
    await staff.call(templates.save, { campId, version: 1, template: more });
    expect(await staff.call(templates.give, { campId })).toMatchObject({ groups: 3, tasks: 3 });
  });

  it('is refused where its tasks name what it has not got, or wait in a circle', async () => {
    const [plan, build] = template.tasks as [Template['tasks'][0], Template['tasks'][0]];
    const save = (changed: Template['tasks']) =>
      staff.refused(templates.save, { campId, version: 2, template: { ...template, tasks: changed } });
    expect((await save([{ ...plan, column: 'nowhere' }])).fields?.[0]?.field).toBe('template.tasks.0.column');
    expect((await save([{ ...plan, blockedBy: ['build'] }, build])).fields?.[0]?.message).toContain(
      'wait for each other',
    );
  });

  it('goes along with its camp and its milestones when that is copied', async () => {
    const copy = await staff.call(camps.copy, { campId, name: 'Autumn' });
    const { milestones: originals } = await staff.call(milestones.list, { campId });
    await eventually('the copies', async () => {
      const { milestones: copies } = await staff.call(milestones.list, { campId: copy.id });
      return copies.length === originals.length;
    });
    expect((await staff.call(templates.get, { campId: copy.id })).template.tasks).toHaveLength(3);
  });
});
