import { randomUUID } from 'node:crypto';
import { camps, chat, chatModeration, messages } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { type ChatCamp, channelOf, channelsOf, chatCamp, historyOf, say } from '../../../testing/chat-camp.js';
import { eventually } from '../../../testing/eventually.js';
import { People } from '../../identity/index.js';

let app: TestApp;
let camp: ChatCamp;
let ada: SignedIn;
let ben: SignedIn;
let general: string;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_MESSAGE: '100000' });
  camp = await chatCamp(app, ['Ada First', 'Ben Second', 'Cleo Third']);
  [ada, ben] = camp.students as [SignedIn, SignedIn];
  general = (await channelOf(ada, camp.campId, 'general')).id;
});
afterAll(() => app.close());

const memberOf = (who: SignedIn) => camp.memberIds[camp.students.indexOf(who)] ?? '';
const direct = async () => (await ada.call(chat.direct, { campId: camp.campId, memberIds: [memberOf(ben)] })).id;
const lastTold = async (who: SignedIn) => (await app.platform.streams.read(`user:${who.user.id}`, 0, 500)).at(-1);

describe('staff', () => {
  it('remove a message and say why; students do not', async () => {
    const { id: messageId } = await say(ada, general, 'Rude');
    const remove = { messageId, reason: 'Not among us' };
    expect(await ben.refused(chatModeration.remove, remove)).toMatchObject({ code: 'forbidden' });
    const gone = await camp.instructor.call(chatModeration.remove, remove);
    expect(gone).toMatchObject({ text: '', deleted: { by: 'staff', reason: 'Not among us' } });
    expect((await historyOf(ada, general)).at(-1)).toEqual(gone);
  });

  it('mute a student for a time, who hears until when', async () => {
    const { campId, instructor } = camp;
    const until = new Date(app.clock.now().getTime() + 60_000).toISOString();
    const mute = { campId, memberId: memberOf(ada), until, reason: 'Cool down' };
    expect(await ben.refused(chatModeration.mute, mute)).toMatchObject({ code: 'forbidden' });
    await instructor.call(chatModeration.mute, mute);
    expect(await lastTold(ada)).toMatchObject({ kind: 'chat.muted', data: { campId, until } });
    const send = { channelId: general, text: 'Let me', clientId: randomUUID() };
    expect(await ada.refused(messages.send, send)).toMatchObject({ code: 'forbidden' });
    expect((await ada.call(chat.list, { campId })).mutedUntil).toBe(until);
    expect(await instructor.call(chatModeration.mutes, { campId })).toMatchObject({
      mutes: [{ memberId: memberOf(ada), reason: 'Cool down' }],
      people: [{ name: 'Ada First' }],
    });
    app.clock.advance(60_001);
    expect((await ada.call(messages.send, send)).message.text).toBe('Let me');
    const again = new Date(app.clock.now().getTime() + 60_000).toISOString();
    await instructor.call(chatModeration.mute, { ...mute, until: again });
    await instructor.call(chatModeration.unmute, { campId, memberId: memberOf(ada) });
    expect(await say(ada, general, 'Thanks')).toMatchObject({ text: 'Thanks' });
    expect(await instructor.refused(chatModeration.mute, mute)).toMatchObject({ code: 'invalid_input' });
  });

  it('lock a thread, which then takes replies of theirs alone', async () => {
    const { id: messageId } = await say(ada, general, 'Tabs or spaces?');
    expect(await ada.refused(chatModeration.lock, { messageId, locked: true })).toMatchObject({ code: 'forbidden' });
    expect(await camp.instructor.call(chatModeration.lock, { messageId, locked: true })).toMatchObject({
      locked: true,
    });
    const reply = { channelId: general, text: 'Tabs', clientId: randomUUID(), replyTo: messageId };
    expect(await ben.refused(messages.send, reply)).toMatchObject({ code: 'conflict' });
    await say(camp.instructor, general, 'Enough', { replyTo: messageId });
    await camp.instructor.call(chatModeration.lock, { messageId, locked: false });
    expect((await ben.call(messages.send, reply)).message.replyTo).toBe(messageId);
  });
});

describe('who is blocked', () => {
  it('goes on writing to one who hears nothing of it, then and later', async () => {
    const channelId = await direct();
    await say(ada, channelId, 'Before');
    const block = { campId: camp.campId, memberId: memberOf(ada) };
    expect(await ben.call(chatModeration.block, { ...block, blocked: true })).toEqual({ blocked: [memberOf(ada)] });
    const seen = async () => (await channelsOf(ben, camp.campId)).find(({ id }) => id === channelId);
    const before = [await seen(), await app.platform.streams.sequence(`user:${ben.user.id}`)];
    const { id: messageId } = await say(ada, channelId, 'Listen to me');
    await ada.call(messages.edit, { messageId, text: 'Listen!', version: 1 });
    await ada.call(messages.react, { messageId, emoji: '😡', on: true });
    expect([await seen(), await app.platform.streams.sequence(`user:${ben.user.id}`)]).toEqual(before);
    expect((await historyOf(ben, channelId)).map(({ text }) => text)).toEqual(['Before']);
    expect((await historyOf(ada, channelId)).map(({ text }) => text)).toEqual(['Before', 'Listen!']);
    expect(await ben.refused(messages.thread, { messageId })).toMatchObject({ code: 'not_found' });
    await ben.call(chatModeration.block, { ...block, blocked: false });
    expect((await historyOf(ben, channelId)).map(({ text }) => text)).toEqual(['Before']);
    await say(ada, channelId, 'Sorry');
    expect((await historyOf(ben, channelId)).map(({ text }) => text)).toEqual(['Before', 'Sorry']);
  });

  it('is told to who blocked alone, and stands in their list, so that the rest is folded', async () => {
    const cleo = camp.students[2] as SignedIn;
    const block = { campId: camp.campId, memberId: memberOf(cleo), blocked: true };
    const untold = await app.platform.streams.sequence(`user:${cleo.user.id}`);
    await ben.call(chatModeration.block, block);
    expect(await lastTold(ben)).toMatchObject({ kind: 'chat.blocked', data: block });
    expect((await ben.call(chat.list, { campId: camp.campId })).blocked).toEqual([memberOf(cleo)]);
    expect(await app.platform.streams.sequence(`user:${cleo.user.id}`)).toBe(untold);
    await say(cleo, general, 'Hello all');
    expect((await historyOf(ben, general)).at(-1)?.text).toBe('Hello all');
    expect(await ben.refused(chatModeration.block, { ...block, memberId: memberOf(ben) })).toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('a report', () => {
  it('shows staff a message, of a direct channel too, as it was; and is closed with what came of it', async () => {
    const { campId, instructor } = camp;
    const channelId = await direct();
    const { id: messageId } = await say(ada, channelId, 'Do my work or else');
    expect(await instructor.refused(chatModeration.remove, { messageId, reason: 'x' })).toMatchObject({
      code: 'not_found',
    });
    await ben.call(chatModeration.report, { messageId, reason: 'A threat' });
    await ben.call(chatModeration.report, { messageId, reason: 'A threat, again' });
    expect(await lastTold(instructor)).toMatchObject({ kind: 'chat.reports', data: { campId, open: 1 } });
    await ada.call(messages.edit, { messageId, text: 'Please help me', version: 1 });
    const queue = await instructor.call(chatModeration.reports, { campId });
    expect(queue).toMatchObject({
      items: [{ messageId, text: 'Do my work or else', reason: 'A threat', reporterId: memberOf(ben), outcome: null }],
      open: 1,
    });
    expect(queue.people.map(({ name }) => name).sort()).toEqual(['Ada First', 'Ben Second']);
    expect(await ada.refused(chatModeration.reports, { campId })).toMatchObject({ code: 'forbidden' });
    await instructor.call(chatModeration.remove, { messageId, reason: 'A threat' });
    const close = { campId, reportId: queue.items[0]?.id ?? '', outcome: 'removed' as const };
    expect(await instructor.call(chatModeration.close, close)).toMatchObject({ outcome: 'removed', text: '' });
    expect(await instructor.refused(chatModeration.close, close)).toMatchObject({ code: 'conflict' });
    expect((await instructor.call(chat.list, { campId })).reports).toBe(0);
    expect((await ada.call(chat.list, { campId })).reports).toBeNull();
    expect((await instructor.call(chatModeration.reports, { campId, open: 'false' })).items).toHaveLength(1);
    expect(await ben.refused(chatModeration.report, { messageId, reason: 'Again' })).toMatchObject({
      code: 'conflict',
    });
  });
});

it('an account that is no more takes its words along, and leaves their places', async () => {
  await app.asAdmin();
  const { id } = await app.nest.get(People).createPerson({
    name: 'Ivy Demo',
    email: `ivy.${randomUUID()}@example.org`,
    role: 'student',
    demo: true,
  });
  const ivy = await app.signIn(id);
  await ivy.call(camps.join, { code: (await camp.instructor.call(camps.get, { campId: camp.campId })).joinCode ?? '' });
  await say(ivy, general, 'Remember me');
  const before = await app.platform.streams.sequence(`camp:${camp.campId}`);
  await app.nest.get(People).remove([id]);
  await eventually('the empty place', async () => {
    const last = (await historyOf(ben, general)).at(-1);
    return last?.text === '' && last.deleted?.by === 'author';
  });
  const events = await app.platform.streams.read(`camp:${camp.campId}`, 0, 500);
  expect(JSON.stringify(events)).not.toContain('Remember me');
  expect(events.slice(before).map(({ kind }) => kind)).toContain('message.deleted');
});
