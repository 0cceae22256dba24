import { randomUUID } from 'node:crypto';
import {
  activity,
  applyToBoard,
  type Board,
  camps,
  groups,
  matching,
  projects,
  type Task,
  tasks,
} from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { type MatchingCamp, matched, matchingCamp, savePolicy } from '../../../../testing/matching-camp.js';

let app: TestApp;
let camp: MatchingCamp;
let staff: SignedIn;
let ada: SignedIn;
let stranger: SignedIn;
let groupId: string;
let me: string;

beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_MESSAGE: '100000' });
  camp = await matchingCamp(app, 12);
  staff = camp.instructor;
  [ada] = camp.students as [SignedIn, SignedIn];
  stranger = await app.asStudent('Sue Stranger');
  await savePolicy(camp);
  const run = await matched(camp);
  await staff.call(matching.accept, { campId: camp.campId, runId: run.id });
  const [mine] = (await ada.call(groups.mine, {})).items;
  groupId = mine?.id ?? '';
  me = mine?.members.find(({ isMe }) => isMe)?.memberId ?? '';
});
afterAll(() => app.close());

const board = (who = ada): Promise<Board> => who.call(projects.board, { groupId });
const make = async (title: string, more: Partial<Task> = {}, who = ada): Promise<Task> => {
  const { columnId, assignees, labels, blockedBy, checklist } = more;
  const given = Object.fromEntries(
    Object.entries({ columnId, assignees, labels, blockedBy, checklist }).filter(([, value]) => value !== undefined),
  );
  const answer = await who.call(tasks.create, { groupId, clientId: randomUUID(), title, ...given });
  return answer.tasks[0] as Task;
};
const task = async (id: string): Promise<Task | undefined> => (await board()).tasks.find((one) => one.id === id);
const change = (one: Task, set: object, who = ada) =>
  who.call(tasks.change, { groupId, changes: [{ taskId: one.id, version: one.version, set }] });
const column = async (n: number): Promise<string> => (await board()).columns[n]?.id ?? '';

describe('a board', () => {
  it('is there from the first look, for the group and staff, and for nobody else', async () => {
    const mine = await board();
    expect(mine.columns.map(({ category }) => category)).toEqual(['todo', 'todo', 'doing', 'doing', 'done']);
    expect(mine).toMatchObject({ groupId, me, staff: false, prefix: 'TC', timeZone: 'UTC' });
    expect(mine.people.filter(({ inGroup }) => inGroup)).toHaveLength(4);
    expect(await board(staff)).toMatchObject({ staff: true, me: expect.any(String) });
    expect((await stranger.send(projects.board, { groupId })).status).toBe(404);
    expect((await stranger.send(tasks.create, { groupId, clientId: randomUUID(), title: 'No' })).status).toBe(404);
    expect(await board(await app.asAdmin())).toMatchObject({ staff: true, me: null });
  });

  it('is what it was before and what was told since', async () => {
    let kept = await board();
    const one = await make('Follow me', { assignees: [me] });
    const { label } = await ada.call(projects.addLabel, { groupId, clientId: randomUUID(), name: 'UI', colour: 3 });
    const [labelled] = (await change(one, { labels: [label.id] })).tasks as [Task];
    await ada.call(tasks.move, { groupId, taskId: one.id, columnId: await column(4), after: null });
    const said = await ada.call(tasks.comment, { groupId, taskId: one.id, clientId: randomUUID(), text: 'Hm' });
    await change(labelled, { removed: true });
    const { column: extra } = await ada.call(projects.addColumn, {
      groupId,
      clientId: randomUUID(),
      name: 'Later',
      colour: 1,
      category: 'todo',
      limit: 3,
      after: null,
    });
    const parked = await make('Parked', { columnId: extra.id });
    await ada.call(projects.removeColumn, { groupId, columnId: extra.id, to: await column(1) });
    await ada.call(projects.removeLabel, { groupId, labelId: label.id });
    await change((await task(parked.id)) as Task, { archived: true });
    for (const event of await app.platform.streams.read(`group:${groupId}`, kept.seq, 500)) {
      kept = applyToBoard(kept, event);
    }
    const { seq: _, ...fresh } = await board();
    const { seq: __, ...followed } = kept;
    expect(followed).toEqual(fresh);
    expect(said.comment).toMatchObject({ text: 'Hm', authorId: me });
  });
});

describe('tasks', () => {
  it('get keys that are given once, and one task of one clientId however often it is sent', async () => {
    const create = { groupId, clientId: randomUUID(), title: 'Once' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => ada.call(tasks.create, create)));
    expect(new Set(answers.map((answer) => answer.tasks[0]?.id)).size).toBe(1);
    const first = answers[0]?.tasks[0] as Task;
    await change(first, { removed: true });
    const next = await make('Next');
    expect(Number(next.key.slice(3))).toBe(Number(first.key.slice(3)) + 1);
    expect(next.key).toMatch(/^TC-\d+$/);
  });

  it('take two edits of different fields, and refuse the second of the same with the task as it is', async () => {
    const one = await make('Draft');
    await change(one, { title: 'Final' });
    const [merged] = (await change(one, { priority: 'high' }, staff)).tasks;
    expect(merged).toMatchObject({ title: 'Final', priority: 'high', version: 3 });
    const late = { groupId, changes: [{ taskId: one.id, version: one.version, set: { title: 'Mine' } }] };
    const refused = await staff.refused(tasks.change, late);
    expect(refused.code).toBe('stale');
    expect(refused.current).toMatchObject({ tasks: [{ id: one.id, title: 'Final' }] });
    const same = await staff.call(tasks.change, {
      groupId,
      changes: [{ taskId: one.id, version: one.version, set: { title: 'Final' } }],
    });
    expect(same).toMatchObject({ undo: [], seq: 0 });
  });

  it('stand in one order when all are dropped at the same place at once', async () => {
    const columnId = await column(2);
    const anchor = await make('Anchor', { columnId });
    const dropped = await Promise.all(Array.from({ length: 8 }, (_, n) => make(`Dropped ${n}`)));
    await Promise.all(
      dropped.map(({ id }, n) =>
        (n % 2 ? ada : staff).call(tasks.move, { groupId, taskId: id, columnId, after: anchor.id }),
      ),
    );
    const there = (await board()).tasks.filter((one) => one.columnId === columnId);
    expect(there[0]?.id).toBe(anchor.id);
    expect(new Set(there.map(({ rank }) => rank)).size).toBe(there.length);
    expect(new Set(there.slice(1, 9).map(({ id }) => id))).toEqual(new Set(dropped.map(({ id }) => id)));
  });

  it('go back by what each command answers, and forth again', async () => {
    const one = await make('Undo me');
    const { undo } = await ada.call(tasks.move, { groupId, taskId: one.id, columnId: await column(4), after: null });
    expect((await task(one.id))?.doneAt).not.toBeNull();
    const back = await ada.call(tasks.change, { groupId, changes: undo });
    expect(await task(one.id)).toMatchObject({ columnId: one.columnId, rank: one.rank, doneAt: null });
    await ada.call(tasks.change, { groupId, changes: back.undo });
    expect((await task(one.id))?.columnId).toBe(await column(4));
    const gone = await change((await task(one.id)) as Task, { removed: true });
    expect(await task(one.id)).toBeUndefined();
    expect((await ada.call(tasks.removed, { groupId })).items[0]?.id).toBe(one.id);
    await ada.call(tasks.change, { groupId, changes: gone.undo });
    expect((await task(one.id))?.title).toBe('Undo me');
  });

  it('never wait for each other in a circle, which is named', async () => {
    const a = await make('A');
    const b = await make('B', { blockedBy: [a.id] });
    const c = await make('C', { blockedBy: [b.id] });
    const refused = await ada.refused(tasks.change, {
      groupId,
      changes: [{ taskId: a.id, version: a.version, set: { blockedBy: [c.id] } }],
    });
    expect(refused.code).toBe('conflict');
    for (const { key } of [a, b, c]) expect(refused.detail).toContain(key);
    expect((await task(a.id))?.blockedBy).toEqual([]);
  });

  it('change many at once, all or none', async () => {
    const [a, b] = [await make('Many 1'), await make('Many 2')];
    const set = { priority: 'urgent' as const };
    const both = [a, b].map(({ id: taskId, version }) => ({ taskId, version, set }));
    await ada.call(tasks.change, { groupId, changes: both });
    expect([(await task(a.id))?.priority, (await task(b.id))?.priority]).toEqual(['urgent', 'urgent']);
    const half = [
      { taskId: a.id, version: 2, set: { priority: 'low' as const } },
      { taskId: b.id, version: 2, set: { assignees: [randomUUID()] } },
    ];
    expect((await ada.refused(tasks.change, { groupId, changes: half })).fields?.[0]?.field).toBe('assignees');
    expect((await task(a.id))?.priority).toBe('urgent');
  });

  it('have checklists whose items two people tick at once', async () => {
    const items = ['x', 'y'].map((text) => ({ id: randomUUID(), text, done: false }));
    const one = await make('List', { checklist: items });
    await Promise.all(
      items.map(({ id: itemId }) => ada.call(tasks.check, { groupId, taskId: one.id, itemId, done: true })),
    );
    expect((await task(one.id))?.checklist.map(({ done }) => done)).toEqual([true, true]);
  });

  it('are found by key and by words', async () => {
    const one = await make('Zebra crossing 100%');
    await ada.call(tasks.comment, { groupId, taskId: one.id, clientId: randomUUID(), text: 'about okapis' });
    const find = async (q: string) => (await ada.call(tasks.find, { groupId, q })).items.map(({ id }) => id);
    expect(await find(one.key.toLowerCase())).toEqual([one.id]);
    expect(await find('zebra')).toEqual([one.id]);
    expect(await find('okapi')).toEqual([one.id]);
    expect(await find('100%')).toEqual([one.id]);
    expect(await find('1%0')).toEqual([]);
  });
});

describe('comments', () => {
  it('are edited by who wrote them, and deleted with their text', async () => {
    const { id: taskId } = await make('Talk');
    const clientId = randomUUID();
    const said = { groupId, taskId, clientId, text: `Hello <@${me}> \`<@${randomUUID()}>\`` };
    const { comment } = await staff.call(tasks.comment, said);
    expect((await staff.call(tasks.comment, said)).comment).toEqual(comment);
    expect(comment.mentions).toEqual([me]);
    const edit = { groupId, taskId, commentId: comment.id, version: 1, text: 'Hi' };
    expect((await ada.refused(tasks.editComment, edit)).code).toBe('forbidden');
    await staff.call(tasks.editComment, edit);
    expect((await staff.refused(tasks.editComment, { ...edit, text: 'Ho' })).code).toBe('stale');
    await staff.call(tasks.removeComment, { groupId, taskId, commentId: comment.id });
    const { comments } = await ada.call(tasks.comments, { groupId, taskId });
    expect(comments).toMatchObject([{ text: '', mentions: [], deletedAt: expect.any(String) }]);
    expect((await task(taskId))?.comments).toBe(0);
    const kept = await app.platform.streams.read(`group:${groupId}`, 0, 1_000);
    expect(JSON.stringify(kept)).not.toContain('Hello <@');
  });
});

it('tells what was done, the last first, page by page', async () => {
  const one = await make('Watched');
  await change(one, { title: 'Watched closely' });
  const first = await ada.call(activity.list, { groupId, limit: 1 });
  expect(first.items).toMatchObject([{ what: 'task.changed', key: one.key, fields: ['title'], by: me }]);
  const second = await ada.call(activity.list, { groupId, limit: 1, cursor: first.next ?? '' });
  expect(second.items).toMatchObject([{ what: 'task.created', key: one.key }]);
});

it('takes who has left off the tasks, and keeps a closed board as an archive', async () => {
  const one = await make('Theirs', { assignees: [me] });
  await ada.call(groups.leave, { groupId });
  await eventually('the task to be nobody’s', async () => {
    const now = (await board(staff)).tasks.find(({ id }) => id === one.id);
    return now?.assignees.length === 0;
  });
  expect((await ada.send(projects.board, { groupId })).status).toBe(404);
  await staff.call(groups.close, { groupId });
  expect((await board(staff)).closedAt).not.toBeNull();
  expect((await staff.refused(tasks.create, { groupId, clientId: randomUUID(), title: 'Late' })).code).toBe('conflict');
});

it('goes with its camp', async () => {
  const before = await app.platform.database.sql.execute('select count(*)::int as n from workspaces');
  expect((before as unknown as { rows: { n: number }[] }).rows[0]?.n).toBeGreaterThan(0);
  await staff.call(camps.remove, { campId: camp.campId });
  await eventually('the workspaces to be gone', async () => {
    const left = await app.platform.database.sql.execute('select count(*)::int as n from workspaces');
    return (left as unknown as { rows: { n: number }[] }).rows[0]?.n === 0;
  });
});
