import { type Group, groups, matching } from '@tailcamp/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { eventually } from '../../../testing/eventually.js';
import { type MatchingCamp, matched, matchingCamp, savePolicy } from '../../../testing/matching-camp.js';

let app: TestApp;
let camp: MatchingCamp;
let staff: SignedIn;
let ada: SignedIn;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_WRITE: '100000' });
  camp = await matchingCamp(app);
  staff = camp.instructor;
  await savePolicy(camp);
  ada = camp.students[0] as SignedIn;
});
afterAll(() => app.close());
beforeEach(() => accept());

async function accept(): Promise<void> {
  const { id: runId } = await matched(camp);
  await staff.call(matching.accept, { campId: camp.campId, runId });
}
const standing = async () => (await staff.call(groups.list, { campId: camp.campId })).items;
const closed = async (who = staff) => (await who.call(groups.closed, { campId: camp.campId })).items;
const membersOf = async (groupId: string) =>
  (await staff.call(groups.get, { groupId })).members.map(({ memberId }) => memberId);
const mine = async (who: SignedIn) => (await who.call(groups.mine, {})).items[0];
async function two(): Promise<[Group, Group]> {
  const [first, second] = await standing();
  const whole = (groupId = '') => staff.call(groups.get, { groupId });
  return [await whole(first?.id), await whole(second?.id)];
}
const idOf = (group: Group, index: number) => group.members[index]?.memberId ?? '';

describe('moving students', () => {
  it('exchanges two, says anew why the groups fit, and takes it back', async () => {
    const [a, b] = await two();
    const [x, y] = [idOf(a, 0), idOf(b, 0)];
    const { campId } = camp;
    const { undo } = await staff.call(groups.arrange, {
      campId,
      moves: [
        { memberId: x, groupId: b.id },
        { memberId: y, groupId: a.id },
      ],
    });
    expect(await membersOf(a.id)).toEqual([...a.members.slice(1).map(({ memberId }) => memberId), y]);
    const described = async () => (await two())[0].pairs?.at(-1)?.some((fit) => fit > 0) ?? false;
    await eventually('the newcomer to be described', described);
    await staff.call(groups.arrange, { campId, moves: undo });
    expect(new Set(await membersOf(a.id))).toEqual(new Set(a.members.map(({ memberId }) => memberId)));
    const scored = async () => (await staff.call(groups.get, { groupId: a.id })).score;
    await eventually('the score of before', async () => Math.abs((await scored()) - a.score) < 1e-9);
  });

  it('names each move that cannot be, and then makes none', async () => {
    const [a] = await two();
    const { campId } = camp;
    const moves = [
      { memberId: idOf(a, 0), groupId: null },
      { memberId: idOf(a, 0), groupId: null },
      { memberId: a.id, groupId: null },
      { memberId: idOf(a, 1), groupId: campId },
    ];
    const refused = await staff.refused(groups.arrange, { campId, moves });
    expect(refused.fields?.map(({ field }) => field)).toEqual([
      'moves.1.memberId',
      'moves.2.memberId',
      'moves.3.groupId',
    ]);
    expect(await membersOf(a.id)).toHaveLength(a.members.length);
    expect((await ada.refused(groups.arrange, { campId, moves: moves.slice(0, 1) })).code).toBe('forbidden');
  });

  it('closes a group that nobody is left in', async () => {
    const [a, b] = await two();
    const moves = a.members.map(({ memberId }) => ({ memberId, groupId: b.id }));
    await staff.call(groups.arrange, { campId: camp.campId, moves });
    expect((await closed())[0]?.id).toBe(a.id);
    expect(await membersOf(b.id)).toHaveLength(a.members.length + b.members.length);
  });
});

describe('leaving', () => {
  it('takes one out of the group, which does not see them any more, nor they it', async () => {
    const group = await mine(ada);
    const groupId = group?.id ?? '';
    const me = group?.members.find(({ isMe }) => isMe)?.memberId ?? '';
    await ada.call(groups.change, { groupId, leaderId: me, version: group?.version ?? 0 });
    await ada.call(groups.leave, { groupId });
    expect(await mine(ada)).toBeUndefined();
    expect((await ada.send(groups.get, { groupId })).status).toBe(404);
    expect(await membersOf(groupId)).not.toContain(me);
    expect((await staff.call(groups.get, { groupId })).leaderId).toBeNull();
    await staff.call(groups.arrange, { campId: camp.campId, moves: [{ memberId: me, groupId }] });
    expect((await mine(ada))?.id).toBe(groupId);
    expect((await staff.refused(groups.leave, { groupId })).code).toBe('forbidden');
  });
});

describe('a group that was closed', () => {
  it('is read by its members and changed by nobody, until it is opened again', async () => {
    const group = await mine(ada);
    const [groupId, version] = [group?.id ?? '', group?.version ?? 0];
    expect((await ada.refused(groups.close, { groupId })).code).toBe('forbidden');
    await staff.call(groups.close, { groupId });
    expect(await mine(ada)).toBeUndefined();
    expect((await standing()).map(({ id }) => id)).not.toContain(groupId);
    const read = await ada.call(groups.get, { groupId });
    expect([read.closedAt !== null, read.members.length]).toEqual([true, group?.members.length]);
    expect((await closed(ada)).map(({ id }) => id)).toContain(groupId);
    const refused = await ada.refused(groups.change, { groupId, name: 'Late', version: version + 1 });
    expect(refused.detail).toContain('was closed');
    const elsewhere = await Promise.all(
      camp.students.map(async (who) => ((await mine(who)) === undefined ? [] : [who])),
    );
    const stranger = elsewhere.flat()[0] as SignedIn;
    expect((await closed(stranger)).map(({ id }) => id)).not.toContain(groupId);
    await staff.call(groups.reopen, { groupId });
    expect((await mine(ada))?.id).toBe(groupId);
    expect((await closed()).map(({ id }) => id)).not.toContain(groupId);
  });

  it('was merged into another, which it comes out of again', async () => {
    const [a, b] = await two();
    const merged = await staff.call(groups.merge, { groupId: a.id, into: b.id });
    expect(merged.members).toHaveLength(a.members.length + b.members.length);
    expect(await staff.call(groups.get, { groupId: a.id })).toMatchObject({ mergedInto: b.id });
    expect((await staff.refused(groups.merge, { groupId: a.id, into: b.id })).code).toBe('conflict');
    expect((await staff.refused(groups.merge, { groupId: b.id, into: b.id })).code).toBe('conflict');
    await staff.call(groups.reopen, { groupId: a.id });
    expect(new Set(await membersOf(a.id))).toEqual(new Set(a.members.map(({ memberId }) => memberId)));
    expect(await membersOf(b.id)).toHaveLength(b.members.length);
  });

  it('does not come back while all of its members are elsewhere', async () => {
    const [a, b] = await two();
    await staff.call(groups.close, { groupId: a.id });
    const moves = a.members.map(({ memberId }) => ({ memberId, groupId: b.id }));
    await staff.call(groups.arrange, { campId: camp.campId, moves });
    expect((await staff.refused(groups.reopen, { groupId: a.id })).detail).toContain('in other groups');
  });
});

describe('matching anew', () => {
  it('lets groups go on whose members stay together, with the name that they gave themselves', async () => {
    const group = await mine(ada);
    const groupId = group?.id ?? '';
    const face = { emoji: '🦊', colour: 3 };
    await ada.call(groups.change, { groupId, name: 'The Foxes', avatar: face, version: group?.version ?? 0 });
    await accept();
    expect(await mine(ada)).toMatchObject({ id: groupId, name: 'The Foxes', avatar: face });
    expect((await closed()).map(({ id }) => id)).not.toContain(groupId);
  });
});

it('takes for its face one emoji, and for its leader one of its members', async () => {
  const group = await mine(ada);
  const asked = { groupId: group?.id ?? '', version: group?.version ?? 0 };
  for (const emoji of ['fox', '🦊🦊🦊🦊🦊🦊🦊🦊🦊', '<b>', '']) {
    expect((await ada.refused(groups.change, { ...asked, avatar: { emoji, colour: 1 } })).code).toBe('invalid_input');
  }
  const [other] = (await standing()).filter(({ id }) => id !== group?.id);
  const leaderId = other?.members[0]?.memberId ?? '';
  expect((await ada.refused(groups.change, { ...asked, leaderId })).fields?.[0]?.field).toBe('leaderId');
  expect(await ada.call(groups.change, { ...asked, avatar: { emoji: '🇪🇸', colour: 8 } })).toMatchObject({
    version: asked.version + 1,
  });
});
