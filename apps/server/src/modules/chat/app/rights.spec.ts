import { randomUUID } from 'node:crypto';
import { camps, chat, chatSearch, type Endpoint, groups, messages } from '@tailcamp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { type ChatCamp, channelOf, channelsOf, chatCamp, grouped, historyOf, say } from '../../../testing/chat-camp.js';
import { eventually } from '../../../testing/eventually.js';

let app: TestApp;
let camp: ChatCamp;
let stranger: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_MESSAGE: '100000' });
  camp = await chatCamp(app, ['Ada First', 'Ben Second', 'Cleo Third', 'Dan Fourth']);
  stranger = (await chatCamp(app, ['Eve Elsewhere'])).students[0] as SignedIn;
  admin = await app.asAdmin();
});
afterAll(() => app.close());

const send = (channelId: string) => ({ channelId, text: 'Hello', clientId: randomUUID() });
const codes = async (who: SignedIn, asked: readonly (readonly [Endpoint, object])[]) => {
  const answers = await Promise.all(asked.map(([endpoint, input]) => who.send(endpoint, input)));
  return answers.map(({ status }) => status);
};
/** Everything that is about one channel and a message in it. */
const everything = (channelId: string, messageId: string): [Endpoint, object][] => [
  [messages.history, { channelId }],
  [messages.pins, { channelId }],
  [messages.thread, { messageId }],
  [messages.edits, { messageId }],
  [messages.seen, { messageId }],
  [messages.send, send(channelId)],
  [messages.edit, { messageId, text: 'Mine', version: 1 }],
  [messages.remove, { messageId }],
  [messages.react, { messageId, emoji: '👍', on: true }],
  [messages.pin, { messageId, pinned: true }],
  [chat.read, { channelId, seq: 1 }],
  [chat.unread, { channelId, seq: 1 }],
  [chat.change, { channelId, name: 'mine', topic: '', version: 1 }],
  [chat.archive, { channelId, archived: true, version: 1 }],
];

describe('in the camp', () => {
  it('everybody has its channels, staff one of their own, and nobody from elsewhere any', async () => {
    const kinds = async (who: SignedIn) => (await channelsOf(who, camp.campId)).map(({ kind }) => kind);
    const [ada] = camp.students as [SignedIn];
    expect(await kinds(ada)).toEqual(['general', 'announcements']);
    expect(await kinds(camp.instructor)).toEqual(['general', 'announcements', 'staff']);
    expect(await kinds(admin)).toEqual(['general', 'announcements', 'staff']);
    expect(await codes(stranger, [[chat.list, { campId: camp.campId }]])).toEqual([404]);
    const { id: channelId } = await channelOf(ada, camp.campId, 'general');
    const { id: messageId } = await say(ada, channelId, 'Hello');
    const asked = everything(channelId, messageId);
    expect(new Set(await codes(stranger, asked))).toEqual(new Set([404]));
    const inCamp: [Endpoint, object][] = [
      [chat.people, { campId: camp.campId }],
      [chat.open, { campId: camp.campId, clientId: randomUUID(), name: 'mine' }],
      [chat.direct, { campId: camp.campId, memberIds: camp.memberIds.slice(0, 1) }],
      [chatSearch.find, { campId: camp.campId, q: 'Hello' }],
    ];
    expect(new Set(await codes(stranger, inCamp))).toEqual(new Set([404]));
  });

  it('the staff speak among themselves, and tell it to nobody else', async () => {
    const [ada] = camp.students as [SignedIn];
    const { id: channelId, stream } = await channelOf(camp.instructor, camp.campId, 'staff');
    expect(stream).toBe(`user:${camp.instructor.user.id}`);
    const before = await app.platform.streams.sequence(`camp:${camp.campId}`);
    const { id: messageId } = await say(camp.instructor, channelId, 'Between us');
    expect(await app.platform.streams.sequence(`camp:${camp.campId}`)).toBe(before);
    expect(new Set(await codes(ada, everything(channelId, messageId)))).toEqual(new Set([404]));
    expect((await admin.call(messages.history, { channelId })).messages).toHaveLength(1);
  });

  it('an admin from outside looks on, and says nothing', async () => {
    const { id: channelId } = await channelOf(camp.instructor, camp.campId, 'general');
    expect(await admin.refused(messages.send, send(channelId))).toMatchObject({ code: 'forbidden' });
    expect((await admin.call(chat.list, { campId: camp.campId })).me).toBeNull();
    expect(await admin.refused(chat.read, { channelId, seq: 1 })).toMatchObject({ code: 'forbidden' });
  });

  it('a channel is opened by a member once for a clientId, by a name that is free, and managed by them and staff', async () => {
    const [ada, ben] = camp.students as [SignedIn, SignedIn];
    const { campId } = camp;
    const open = { campId, clientId: randomUUID(), name: 'Mapas_2', topic: 'Where we are' };
    const [first, second] = await Promise.all([ada.call(chat.open, open), ada.call(chat.open, open)]);
    expect(second).toEqual(first);
    const taken = { ...open, clientId: randomUUID(), name: 'mapas_2' };
    expect(await ben.refused(chat.open, taken)).toMatchObject({ code: 'already_exists' });
    const change = { channelId: first.id, name: 'maps', topic: '', version: 1 };
    expect(await ben.refused(chat.change, change)).toMatchObject({ code: 'forbidden' });
    expect(await ada.call(chat.change, change)).toMatchObject({ name: 'maps', version: 2 });
    const late = await camp.instructor.refused(chat.change, { ...change, name: 'late' });
    expect(late).toMatchObject({ code: 'stale', current: { name: 'maps', version: 2 } });
    await camp.instructor.call(chat.archive, { channelId: first.id, archived: true, version: 2 });
    expect(await ada.refused(messages.send, send(first.id))).toMatchObject({ code: 'conflict' });
    const other = await ben.call(chat.open, { ...taken, name: 'MAPS' });
    const back = { channelId: first.id, archived: false, version: 3 };
    expect(await ada.refused(chat.archive, back)).toMatchObject({ code: 'already_exists' });
    await ben.call(chat.change, { channelId: other.id, name: 'charts', topic: '', version: 1 });
    expect(await ada.call(chat.archive, back)).toMatchObject({ archivedAt: null, version: 4 });
    expect((await ada.send(chat.open, { ...open, clientId: randomUUID(), name: '#no way' })).status).toBe(422);
  });
});

describe('direct channels', () => {
  it('are one for the same people, whoever asks, and theirs alone', async () => {
    const [ada, ben, cleo] = camp.students as [SignedIn, SignedIn, SignedIn];
    const [a, b, c] = camp.memberIds as [string, string, string];
    const { campId } = camp;
    const asked = [
      ada.call(chat.direct, { campId, memberIds: [b] }),
      ben.call(chat.direct, { campId, memberIds: [a] }),
      ada.call(chat.direct, { campId, memberIds: [b, a, b] }),
    ];
    const found = await Promise.all(asked);
    expect(new Set(found.map(({ id }) => id))).toHaveLength(1);
    expect(found[0]?.people).toEqual([a, b].sort());
    const three = await ada.call(chat.direct, { campId, memberIds: [b, c] });
    expect(three.id).not.toBe(found[0]?.id);
    const channelId = found[0]?.id ?? '';
    const { id: messageId } = await say(ada, channelId, 'Between us');
    for (const other of [cleo, camp.instructor, admin, stranger]) {
      expect(new Set(await codes(other, everything(channelId, messageId)))).toEqual(new Set([404]));
    }
    const heard = await app.platform.streams.read(`user:${ben.user.id}`, 0, 500);
    expect(heard.at(-1)).toMatchObject({ kind: 'message.sent', data: { message: { text: 'Between us' } } });
  });

  it('are between two to eight members who have an account', async () => {
    const [ada] = camp.students as [SignedIn];
    const { campId } = camp;
    expect(await ada.refused(chat.direct, { campId, memberIds: [camp.memberIds[0] ?? ''] })).toMatchObject({
      code: 'invalid_input',
    });
    const eight = Array.from({ length: 8 }, () => randomUUID());
    expect((await ada.send(chat.direct, { campId, memberIds: eight })).status).toBe(422);
    expect((await ada.send(chat.direct, { campId, memberIds: [randomUUID()] })).status).toBe(404);
  });
});

describe('in a group', () => {
  it('its members and staff have its channel from the moment it is formed, others none', async () => {
    await grouped(camp, 2);
    const [ada, ...others] = camp.students as [SignedIn, ...SignedIn[]];
    const own = await channelOf(ada, camp.campId, 'group');
    const { items } = await ada.call(groups.mine, {});
    expect(own).toMatchObject({ groupId: items[0]?.id, name: items[0]?.name, stream: `group:${items[0]?.id}` });
    const { id: messageId } = await say(ada, own.id, 'We are a group');
    const members = items[0]?.members.map(({ memberId }) => memberId) ?? [];
    const asked = everything(own.id, messageId);
    for (const [index, other] of others.entries()) {
      const inGroup = members.includes(camp.memberIds[index + 1] ?? '');
      const status = (await codes(other, asked.slice(0, 6))).filter((code) => code === 404);
      expect(status).toHaveLength(inGroup ? 0 : 6);
    }
    expect(await historyOf(camp.instructor, own.id)).not.toHaveLength(0);
    const listed = await camp.instructor.call(chat.list, { campId: camp.campId, groupId: items[0]?.id });
    expect(listed.channels.map(({ kind }) => kind)).toContain('group');
    expect((await ada.send(chat.list, { campId: camp.campId, groupId: randomUUID() })).status).toBe(404);
  });

  it('a channel of its own is for it alone', async () => {
    const own = await channelOf(camp.students[0] as SignedIn, camp.campId, 'group');
    const groupId = own.groupId ?? '';
    const open = { campId: camp.campId, groupId, clientId: randomUUID(), name: 'design' };
    const { items } = await (camp.students[0] as SignedIn).call(groups.mine, {});
    const members = new Set(items[0]?.members.map(({ memberId }) => memberId));
    const outside = camp.students.find((_, n) => !members.has(camp.memberIds[n] ?? '')) as SignedIn;
    expect(await outside.refused(chat.open, open)).toMatchObject({ code: 'not_found' });
    const { id: channelId } = await (camp.students[0] as SignedIn).call(chat.open, open);
    expect((await outside.send(messages.history, { channelId })).status).toBe(404);
    expect((await channelsOf(outside, camp.campId)).map(({ id }) => id)).not.toContain(channelId);
  });

  it('can be read, and only read, by those who were in it when it was closed, until it stands again', async () => {
    const ada = camp.students[0] as SignedIn;
    const { campId, instructor } = camp;
    const own = await channelOf(ada, campId, 'group');
    const {
      id: groupId,
      name,
      members,
    } = (await ada.call(groups.mine, {})).items[0] ?? { id: '', name: '', members: [] };
    await instructor.call(groups.close, { groupId });
    const listed = (await channelsOf(ada, campId)).find(({ id }) => id === own.id);
    expect(listed).toMatchObject({ name, groupId });
    expect(listed?.archivedAt).not.toBeNull();
    expect((await historyOf(ada, own.id)).map(({ text }) => text)).toContain('We are a group');
    const { id: messageId } = (await historyOf(ada, own.id))[0] ?? { id: '' };
    const refused = [
      ada.refused(messages.send, send(own.id)),
      ada.refused(messages.edit, { messageId, text: 'Other', version: 1 }),
      ada.refused(messages.react, { messageId, emoji: '👍', on: true }),
      ada.refused(chat.open, { campId, groupId, clientId: randomUUID(), name: 'late' }),
    ];
    expect((await Promise.all(refused)).map(({ code }) => code)).toEqual([
      'conflict',
      'conflict',
      'forbidden',
      'conflict',
    ]);
    const inIt = new Set(members.map(({ memberId }) => memberId));
    const outside = camp.students.filter((_, n) => !inIt.has(camp.memberIds[n] ?? ''));
    for (const other of outside) expect((await other.send(messages.history, { channelId: own.id })).status).toBe(404);
    await instructor.call(groups.reopen, { groupId });
    expect(await say(ada, own.id, 'Here again')).toMatchObject({ text: 'Here again' });
  });

  it('keeps nothing for who leaves the group, who keeps speaking directly', async () => {
    const ada = camp.students[0] as SignedIn;
    const own = await channelOf(ada, camp.campId, 'group');
    const { id: messageId } = (await historyOf(ada, own.id))[0] ?? { id: '' };
    const direct = await ada.call(chat.direct, { campId: camp.campId, memberIds: camp.memberIds.slice(1) });
    await ada.call(groups.leave, { groupId: own.groupId ?? '' });
    expect(new Set(await codes(ada, everything(own.id, messageId)))).toEqual(new Set([404]));
    expect((await channelsOf(ada, camp.campId)).map(({ id }) => id)).not.toContain(own.id);
    expect(await say(ada, direct.id, 'I am still here')).toMatchObject({ seq: 1 });
  });
});

describe('who leaves', () => {
  it('reads nothing of camp and group any more; what they said stays', async () => {
    const { campId, instructor } = camp;
    const [, , , dan] = camp.students as [SignedIn, SignedIn, SignedIn, SignedIn];
    const general = await channelOf(dan, campId, 'general');
    const group = await channelOf(dan, campId, 'group');
    const direct = await dan.call(chat.direct, { campId, memberIds: camp.memberIds.slice(0, 1) });
    const said = [await say(dan, general.id, 'Bye'), await say(dan, group.id, 'Bye'), await say(dan, direct.id, 'Bye')];
    await instructor.call(camps.removeMember, { campId, memberId: camp.memberIds[3] ?? '' });
    for (const [index, channelId] of [general.id, group.id, direct.id].entries()) {
      const asked = everything(channelId, said[index]?.id ?? '');
      expect(new Set(await codes(dan, asked))).toEqual(new Set([404]));
    }
    const ada = camp.students[0] as SignedIn;
    expect((await historyOf(ada, direct.id)).map(({ text }) => text)).toEqual(['Bye']);
    await say(ada, direct.id, 'Are you there?');
  });

  it('a camp that is copied has the channels that are open for all of it, and not a word', async () => {
    const other = await chatCamp(app, ['Gil Copied']);
    const [gil] = other.students as [SignedIn];
    const open = (name: string) => gil.call(chat.open, { campId: other.campId, clientId: randomUUID(), name });
    const [help, old] = [await open('help'), await open('old')];
    await say(gil, help.id, 'How do I begin?');
    await gil.call(chat.archive, { channelId: old.id, archived: true, version: 1 });
    const { id: campId } = await other.instructor.call(camps.copy, { campId: other.campId, name: 'Again' });
    const copied = await eventually('the channel', async () => {
      const topics = (await channelsOf(other.instructor, campId)).filter(({ kind }) => kind === 'topic');
      return topics.length > 0 ? topics : undefined;
    });
    expect(copied).toMatchObject([{ name: 'help', createdBy: null, lastSeq: 0, unread: 0 }]);
  });

  it('a camp that is removed takes its words along, from kept events too', async () => {
    const other = await chatCamp(app, ['Fay Last']);
    const [fay] = other.students as [SignedIn];
    const { id: channelId } = await channelOf(fay, other.campId, 'general');
    await say(fay, channelId, 'Unforgettable');
    await other.instructor.call(camps.remove, { campId: other.campId });
    await eventually('no word of it', async () => {
      const events = await app.platform.streams.read(`camp:${other.campId}`, 0, 500);
      return !JSON.stringify(events).includes('Unforgettable');
    });
    expect((await fay.send(messages.history, { channelId })).status).toBe(404);
  });
});
