import { camps, groups, type MyQueue, matching, queue, type StreamEvent } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedIn, TestApp } from '../../../../testing/app.js';
import { eventually } from '../../../../testing/eventually.js';
import { QUEUE_POLICY, type QueueCamp, queueCamp, SETTINGS } from '../../../../testing/queue-camp.js';
import { LOOK_AT_QUEUE } from '../jobs.js';

// Every student signs up and joins through the whole gateway.
vi.setConfig({ testTimeout: 60_000 });

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000' });
});
afterAll(() => app.close());

const NARROW = { hours: '9AM' };
const everybody = (count: number, answers = {}) => Array.from({ length: count }, () => answers);
const join = async ({ campId }: QueueCamp, ...students: (SignedIn | undefined)[]) => {
  for (const student of students) await student?.call(queue.join, { campId });
};
const mine = ({ campId }: QueueCamp, student: SignedIn | undefined): Promise<MyQueue> =>
  student?.call(queue.mine, { campId }) ?? Promise.reject(new Error('no student'));
const until = (camp: QueueCamp, student: SignedIn | undefined, what: string, is: (mine: MyQueue) => boolean) =>
  eventually(what, async () => {
    const now = await mine(camp, student);
    return is(now) ? now : undefined;
  });
const proposed = (camp: QueueCamp, student: SignedIn | undefined) =>
  until(camp, student, 'a proposal', ({ proposal }) => proposal !== null);
const answer = async (camp: QueueCamp, student: SignedIn | undefined, said: 'accept' | 'decline') => {
  const { proposal } = await mine(camp, student);
  return student?.call(queue.answer, { campId: camp.campId, proposalId: proposal?.id ?? '', answer: said });
};
/** As if all in the queue had come so much earlier: moving the clock would end their sessions. */
async function age({ campId }: QueueCamp, minutes: number): Promise<void> {
  const { sql } = app.platform.database;
  const earlier = (column: string) => `${column} = ${column} - interval '${minutes} minutes'`;
  await sql.execute(`update queue_tickets set ${earlier('joined_at')} where camp_id = '${campId}'`);
  await sql.execute(`update queue_proposals set ${earlier('expires_at')} where camp_id = '${campId}'`);
}
/** So much time passes, and the queue is looked at as its own job would then. */
async function pass(camp: QueueCamp, minutes: number): Promise<void> {
  const { database, queue: jobs } = app.platform;
  await age(camp, minutes);
  const payload = { campId: camp.campId, change: null };
  const id = await database.transaction((tx) => jobs.add(tx, LOOK_AT_QUEUE, payload));
  await eventually('the look', async () => (await jobs.find(id))?.state === 'done');
}
const eventsOf = (student: SignedIn | undefined): Promise<StreamEvent[]> =>
  app.platform.streams.read(`user:${student?.user.id ?? ''}`, 0, 500);
const kindsOf = async (student: SignedIn | undefined) => (await eventsOf(student)).map(({ kind }) => kind);

describe('a student', () => {
  it('joins, is proposed a group, and is in it when all have accepted; each step is told live', async () => {
    const camp = await queueCamp(app, everybody(3));
    const [ada, ben, cy] = camp.students;
    await join(camp, ada, ben);
    const first = await mine(camp, ada);
    expect(first).toMatchObject({ mode: 'continuous', ticket: { state: 'waiting', position: 1, waiting: 2, rung: 0 } });
    await join(camp, ada, cy);
    const { proposal } = await proposed(camp, ada);
    expect(proposal).toMatchObject({ accepted: 0, answer: null });
    expect(proposal?.members.filter(({ isMe }) => isMe)).toHaveLength(1);
    expect(proposal?.members).toHaveLength(3);
    await answer(camp, ada, 'accept');
    await answer(camp, ben, 'accept');
    expect((await mine(camp, cy)).proposal).toMatchObject({ accepted: 2, answer: null });
    const last = await answer(camp, cy, 'accept');
    expect(last).toMatchObject({ ticket: null, proposal: null, last: null, group: { name: 'Group 1' } });
    expect((await cy?.call(groups.mine, {}))?.items[0]?.members).toHaveLength(3);
    const kinds = (await kindsOf(ada)).filter((kind) => kind !== 'camp.joined');
    expect(kinds).toEqual([
      'ticket.changed',
      'ticket.changed',
      ...Array(3).fill('proposal.changed'),
      'group.formed',
      'ticket.changed',
    ]);
  });

  it('sees the rules widen, without what is private, and is grouped by them', async () => {
    const camp = await queueCamp(app, everybody(3, NARROW), { acceptMinutes: null });
    const [ada] = camp.students;
    await join(camp, ...camp.students);
    await pass(camp, 0);
    const strict = await mine(camp, ada);
    expect(strict.ticket).toMatchObject({ state: 'waiting', rung: 0 });
    const overlap = { kind: 'overlap', column: 'Free [*]', asked: 2, dropped: false };
    expect(strict.rungs).toEqual([
      { afterMinutes: 0, size: { min: 3, max: 3 }, rules: [{ ...overlap, accepted: 2 }] },
      { afterMinutes: 10, size: { min: 3, max: 3 }, rules: [{ ...overlap, accepted: 1 }] },
      { afterMinutes: 60, size: { min: 2, max: 4 }, rules: [{ ...overlap, accepted: 1 }] },
    ]);
    await pass(camp, 10);
    expect(await mine(camp, ada)).toMatchObject({ ticket: null, group: { name: 'Group 1' } });
    expect(await kindsOf(ada)).toContain('ticket.widened');
  });

  it('is widened by a step that comes while the engine works, not only by the next one', async () => {
    const camp = await queueCamp(app, everybody(2));
    const [ada, ben] = camp.students;
    await join(camp, ada);
    await age(camp, 1);
    await join(camp, ben);
    await pass(camp, 0);
    vi.spyOn(app.platform.solver, 'form').mockImplementationOnce(async () => {
      app.clock.advance(2 * 60_000);
      return [];
    });
    await pass(camp, 9);
    expect(await kindsOf(ada)).toContain('ticket.widened');
    await eventually('the step', async () => (await kindsOf(ben)).includes('ticket.widened'));
  });

  it('who declines leaves; the others wait on with the time they have waited', async () => {
    const camp = await queueCamp(app, everybody(4));
    const [ada, ben, cy, dee] = camp.students;
    await join(camp, ada, ben, cy);
    const before = await proposed(camp, ada);
    await proposed(camp, ben);
    expect(await answer(camp, ben, 'decline')).toMatchObject({
      ticket: null,
      last: { state: 'left', reason: 'declined' },
    });
    const after = await mine(camp, ada);
    expect(after).toMatchObject({ proposal: null, ticket: { state: 'waiting', joinedAt: before.ticket?.joinedAt } });
    await join(camp, dee);
    expect((await proposed(camp, ada)).proposal?.members).toHaveLength(3);
    expect((await mine(camp, ben)).proposal).toBeNull();
    await join(camp, ben);
    expect((await mine(camp, ben)).ticket).toMatchObject({ position: 1, waiting: 1 });
  });

  it('who does not answer in time goes with that reason, the others wait on', async () => {
    const camp = await queueCamp(app, everybody(3));
    const [ada, ben, cy] = camp.students;
    await join(camp, ada, ben, cy);
    const { proposal } = await proposed(camp, ada);
    await answer(camp, ada, 'accept');
    await answer(camp, ben, 'accept');
    await age(camp, 31);
    const aged = await mine(camp, ada);
    const late = { campId: camp.campId, proposalId: proposal?.id ?? '', answer: 'accept' } as const;
    expect(await cy?.refused(queue.answer, late)).toMatchObject({ code: 'conflict' });
    await pass(camp, 0);
    expect(await mine(camp, cy)).toMatchObject({ ticket: null, last: { state: 'unplaced', reason: 'no_answer' } });
    expect(await mine(camp, ada)).toMatchObject({
      proposal: null,
      ticket: { state: 'waiting', joinedAt: aged.ticket?.joinedAt, rung: 1 },
    });
    expect(await ben?.refused(queue.answer, late)).toMatchObject({ status: 404 });
  });

  it('nobody waits for ever: what stood in the way is named', async () => {
    const camp = await queueCamp(app, [NARROW, { hours: '2PM' }, { hours: '4PM' }, ...everybody(1)]);
    const [ada, ben, cy] = camp.students;
    await join(camp, ada, ben, cy);
    await pass(camp, 121);
    expect((await mine(camp, ada)).last).toMatchObject({ state: 'expired', reason: 'nobody_fits' });
    await join(camp, cy);
    await pass(camp, 121);
    expect((await mine(camp, cy)).last).toMatchObject({ state: 'expired', reason: 'too_few_waiting' });
  });

  it('leaves when they like, and joins again at the end', async () => {
    const camp = await queueCamp(app, everybody(3, NARROW));
    const [ada, ben] = camp.students;
    await join(camp, ada, ben);
    expect(await ada?.call(queue.leave, { campId: camp.campId })).toMatchObject({
      ticket: null,
      last: { state: 'left', reason: null },
    });
    expect(await ada?.call(queue.leave, { campId: camp.campId })).toMatchObject({ last: { state: 'left' } });
    await join(camp, ada);
    expect((await mine(camp, ada)).ticket).toMatchObject({ position: 2 });
  });

  it('never sees what is private, in no answer and no event', async () => {
    const camp = await queueCamp(app, everybody(3));
    const [ada] = camp.students;
    await join(camp, ...camp.students);
    const told = [
      await proposed(camp, ada),
      await eventsOf(ada),
      await app.platform.streams.read(`camp:${camp.campId}`, 0, 500),
    ];
    expect(JSON.stringify(told)).not.toMatch(/Gender|Woman|notAlone|private/);
    const staff = await camp.instructor.call(queue.get, { campId: camp.campId });
    expect(JSON.stringify(staff.proposals)).toContain('notAlone');
  });

  it('who leaves the camp leaves the queue, and those who had a proposal with them wait on', async () => {
    const camp = await queueCamp(app, everybody(3));
    const [ada, ben] = camp.students;
    await join(camp, ...camp.students);
    await proposed(camp, ada);
    const { items } = await camp.instructor.call(camps.members, { campId: camp.campId, role: 'student' });
    const memberId = items.find(({ userId }) => userId === ben?.user.id)?.id ?? '';
    await camp.instructor.call(camps.removeMember, { campId: camp.campId, memberId });
    await until(camp, ada, 'the wait', ({ ticket, proposal }) => proposal === null && ticket?.state === 'waiting');
    const { ended } = await camp.instructor.call(queue.get, { campId: camp.campId });
    expect(ended).toMatchObject([{ state: 'left', reason: 'left_camp' }]);
  });
});

describe('the settings', () => {
  it('are proposed from the policy, saved with a version, and refused where a step eases nothing', async () => {
    const camp = await queueCamp(app, everybody(3));
    const { campId, instructor } = camp;
    const { settings, version } = await instructor.call(queue.get, { campId });
    expect([settings, version]).toEqual([SETTINGS, 1]);
    const steps = [{ afterMinutes: 10, ease: [{ criterion: 0, minBlocks: 5 }] }];
    expect(await instructor.refused(queue.save, { campId, settings: { ...SETTINGS, steps }, version })).toMatchObject({
      status: 422,
      fields: [{ field: 'settings.steps.0.ease.0' }],
    });
    expect(await instructor.refused(queue.save, { campId, settings: SETTINGS, version: 0 })).toMatchObject({
      code: 'stale',
      current: { version: 1 },
    });
  });

  it('of a camp without a policy save the proposed one with them', async () => {
    const instructor = await app.asInstructor();
    const { id: campId } = await instructor.call(camps.create, { name: 'Fresh', timeZone: 'UTC' });
    const { settings, version } = await instructor.call(queue.get, { campId });
    expect([settings.mode, version]).toEqual(['rounds', 0]);
    await instructor.call(queue.save, { campId, settings: { ...settings, mode: 'continuous' }, version });
    expect(await instructor.call(matching.getPolicy, { campId })).toMatchObject({ proposed: false, version: 1 });
  });

  it('to match in rounds close the queue: every ticket ends with that reason', async () => {
    const camp = await queueCamp(app, everybody(4));
    const { campId, instructor, students } = camp;
    const [ada, , , dee] = students;
    await join(camp, ...students);
    await proposed(camp, ada);
    await instructor.call(queue.save, { campId, settings: { ...SETTINGS, mode: 'rounds' }, version: 1 });
    for (const student of [ada, dee]) {
      expect((await mine(camp, student)).last).toMatchObject({ state: 'unplaced', reason: 'queue_closed' });
    }
    expect(await ada?.refused(queue.join, { campId })).toMatchObject({ code: 'conflict' });
    expect((await instructor.call(queue.get, { campId })).proposals).toEqual([]);
  });

  it('follow the policy when it changes', async () => {
    const { campId, instructor } = await queueCamp(app, everybody(3));
    const [overlap, , balance] = QUEUE_POLICY.criteria;
    const policy = { ...QUEUE_POLICY, criteria: [balance, overlap].flatMap((one) => one ?? []) };
    await instructor.call(matching.savePolicy, { campId, policy, version: 1 });
    const { settings, version } = await instructor.call(queue.get, { campId });
    expect([version, settings.steps]).toEqual([
      2,
      [
        { afterMinutes: 10, ease: [{ criterion: 1, minBlocks: 1 }] },
        { afterMinutes: 60, groupSize: { min: 2, max: 4 }, ease: [] },
      ],
    ]);
  });

  it('that gather let nobody be grouped before somebody has waited so long', async () => {
    const camp = await queueCamp(app, everybody(3), { gatherMinutes: 5 });
    await join(camp, ...camp.students);
    await pass(camp, 4);
    expect((await mine(camp, camp.students[0])).ticket?.state).toBe('waiting');
    await pass(camp, 1);
    expect((await mine(camp, camp.students[0])).ticket?.state).toBe('proposed');
  });
});

it('a run that is accepted ends the tickets of all whom it groups', async () => {
  const camp = await queueCamp(app, everybody(3, { hours: '9AM;10AM' }), { gatherMinutes: 60 });
  const { campId, instructor, students } = camp;
  await join(camp, students[0]);
  const { id: runId } = await instructor.call(matching.start, { campId });
  await eventually('the run', async () => (await instructor.call(matching.get, { campId, runId })).state === 'done');
  await instructor.call(matching.accept, { campId, runId });
  await until(camp, students[0], 'the end of the ticket', ({ ticket, group }) => ticket === null && group !== null);
});

it('staff see who waits, by the clock and not by the last look, who is late, and the day', async () => {
  const camp = await queueCamp(app, everybody(5), { acceptMinutes: null });
  const { campId, instructor, students } = camp;
  await join(camp, ...students.slice(0, 3));
  await until(camp, students[0], 'a group', ({ group }) => group !== null);
  await join(camp, students[3]);
  const seen = await instructor.call(queue.get, { campId });
  expect(seen.tickets).toHaveLength(1);
  expect(seen.tickets[0]).toMatchObject({ name: 'Student Number3', state: 'waiting', level: 0 });
  expect(seen.late.map(({ name }) => name)).toEqual(['Student Number4']);
  expect(seen.day).toMatchObject({ joined: 4, grouped: 3, ended: 0 });
  expect(seen.history).toHaveLength(49);
  expect(seen.history.at(-1)?.waiting).toBe(1);
  expect(seen.criteria[1]).toMatchObject({ kind: 'notAlone', hard: true, private: true });
  await age(camp, 22);
  const [ticket] = (await instructor.call(queue.get, { campId })).tickets;
  const next = new Date(ticket?.joinedAt ?? 0).getTime() + 60 * 60_000;
  expect([ticket?.level, ticket?.widensAt]).toEqual([1, new Date(next).toISOString()]);
});
