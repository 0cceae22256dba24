import { randomUUID } from 'node:crypto';
import { chat, messages } from '@tailcamp/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../platform/database/index.js';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { type ChatCamp, channelOf, chatCamp, historyOf, say } from '../../../testing/chat-camp.js';

let app: TestApp;
let camp: ChatCamp;
let ada: SignedIn;
let ben: SignedIn;
let general: string;
let announcements: string;

beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_MESSAGE: '100000' });
  camp = await chatCamp(app, ['Ada First', 'Ben Second']);
  [ada, ben] = camp.students as [SignedIn, SignedIn];
  general = (await channelOf(ada, camp.campId, 'general')).id;
  announcements = (await channelOf(ada, camp.campId, 'announcements')).id;
});
afterAll(() => app.close());

const fresh = async (): Promise<string> => {
  const name = `topic-${randomUUID()}`;
  return (await ada.call(chat.open, { campId: camp.campId, clientId: randomUUID(), name })).id;
};
const told = async (after: number) => {
  const events = await app.platform.streams.read(`camp:${camp.campId}`, after, 500);
  return events.map(({ kind, data }) => [kind, data.message as { text: string; id: string } | undefined] as const);
};
const now = () => app.platform.streams.sequence(`camp:${camp.campId}`);

describe('sending', () => {
  it('stores what was written as it was, and tells it in the stream', async () => {
    const text = '  **Hello** <script>alert(1)</script>\n\n```js\nlet x\n``` ';
    const before = await now();
    const { message, seq } = await ada.call(messages.send, { channelId: general, text, clientId: randomUUID() });
    expect(message).toMatchObject({ text, authorId: camp.memberIds[0], replies: 0, version: 1 });
    expect(seq).toBe(before + 1);
    expect((await told(before))[0]).toEqual(['message.sent', message]);
    expect((await historyOf(ben, general)).at(-1)).toEqual(message);
  });

  it('makes one message of one clientId, ten times at once and once more', async () => {
    const channelId = await fresh();
    const send = { channelId, text: 'Once', clientId: randomUUID() };
    const before = await now();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ada.call(messages.send, send)));
    const again = await ada.call(messages.send, { ...send, text: 'Something else' });
    expect(new Set([...answers, again].map(({ message }) => JSON.stringify(message)))).toHaveLength(1);
    expect(await historyOf(ben, channelId)).toHaveLength(1);
    expect((await told(before)).filter(([kind]) => kind === 'message.sent')).toHaveLength(1);
    const elsewhere = await ada.refused(messages.send, { ...send, channelId: general });
    expect(elsewhere).toMatchObject({ code: 'conflict' });
    expect((await ben.call(messages.send, send)).message.authorId).toBe(camp.memberIds[1]);
  });

  it('numbers the messages of a channel without a gap, whoever sends at once', async () => {
    const channelId = await fresh();
    await Promise.all(Array.from({ length: 12 }, (_, n) => say(n % 2 ? ada : ben, channelId, `Message ${n}`)));
    const all = await historyOf(ada, channelId);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  it.each(['', ' \n\t', 'x'.repeat(10_001)])('refuses nothing and too much: %#', async (text) => {
    const { status } = await ada.send(messages.send, { channelId: general, text, clientId: randomUUID() });
    expect(status).toBe(422);
  });

  it('knows whom it speaks to, and takes everybody from staff alone', async () => {
    const [a, b] = camp.memberIds as [string, string];
    const text = `<@${b}> <@${a}> <@${randomUUID()}> <@channel> TC-12 \`<@${a}>\``;
    expect(await say(ada, general, text)).toMatchObject({ mentions: [b, a], everyone: false, tasks: ['TC-12'] });
    expect(await say(camp.instructor, general, text)).toMatchObject({ mentions: [b, a], everyone: true });
  });

  it('is for staff where they announce; everybody may react there', async () => {
    const send = { channelId: announcements, text: 'Hi', clientId: randomUUID() };
    expect(await ada.refused(messages.send, send)).toMatchObject({ code: 'forbidden' });
    const { id: messageId } = await say(camp.instructor, announcements, 'We begin on Monday');
    expect(await ada.call(messages.react, { messageId, emoji: '🎉', on: true })).toMatchObject({
      reactions: [{ emoji: '🎉', by: [camp.memberIds[0]] }],
    });
  });

  it('has a limit of its own for each person', async () => {
    const slow = await TestApp.start({ RATE_MESSAGE: '3' });
    const { campId, students } = await chatCamp(slow, ['Eve Fast', 'Dan Calm']);
    const [eve, dan] = students as [SignedIn, SignedIn];
    const { id: channelId } = await channelOf(eve, campId, 'general');
    for (const text of ['1', '2', '3']) await say(eve, channelId, text);
    const refused = await eve.refused(messages.send, { channelId, text: '4', clientId: randomUUID() });
    expect(refused).toMatchObject({ code: 'too_many_requests' });
    expect(await say(dan, channelId, 'Hello')).toMatchObject({ seq: 4 });
    await slow.close();
  });
});

describe('editing', () => {
  it('keeps what it was, tells the whole message, and needs the present version', async () => {
    const { id: messageId } = await say(ada, general, 'Teh first');
    const before = await now();
    const edited = await ada.call(messages.edit, { messageId, text: 'The first, see TC-3', version: 1 });
    expect(edited).toMatchObject({ text: 'The first, see TC-3', version: 2, tasks: ['TC-3'] });
    expect(edited.editedAt).not.toBeNull();
    expect(await told(before)).toEqual([['message.changed', edited]]);
    const { edits } = await ben.call(messages.edits, { messageId });
    expect(edits.map(({ text }) => text)).toEqual(['Teh first']);
    const late = await ada.refused(messages.edit, { messageId, text: 'Other', version: 1 });
    expect(late).toMatchObject({ code: 'stale', current: edited });
    expect(await ada.call(messages.edit, { messageId, text: edited.text, version: 2 })).toEqual(edited);
    expect(await now()).toBe(before + 1);
  });

  it('is for who wrote it', async () => {
    const { id: messageId } = await say(ada, general, 'Mine');
    for (const other of [ben, camp.instructor]) {
      expect(await other.refused(messages.edit, { messageId, text: 'Yours', version: 1 })).toMatchObject({
        code: 'forbidden',
      });
      expect(await other.refused(messages.remove, { messageId })).toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('deleting', () => {
  it('leaves the place, and the text nowhere: not in what it was before, nor in a kept event', async () => {
    const secret = `secret${randomUUID().replaceAll('-', '')}`;
    const { id: messageId, seq } = await say(ada, general, `My ${secret}`);
    await ada.call(messages.edit, { messageId, text: `Our ${secret}`, version: 1 });
    await ben.call(messages.react, { messageId, emoji: '👍', on: true });
    await camp.instructor.call(messages.pin, { messageId, pinned: true });
    const before = await now();
    const gone = await ada.call(messages.remove, { messageId });
    expect(gone).toMatchObject({ text: '', seq, reactions: [], pinned: null, deleted: { by: 'author', reason: null } });
    expect(await told(before)).toEqual([['message.deleted', gone]]);
    expect((await historyOf(ben, general)).find(({ id }) => id === messageId)).toEqual(gone);
    expect((await ben.call(messages.edits, { messageId })).edits).toEqual([]);
    expect(await dumped()).not.toContain(secret);
    expect(await ada.call(messages.remove, { messageId })).toEqual(gone);
    expect(await now()).toBe(before + 1);
    const after = [
      ada.refused(messages.edit, { messageId, text: 'Back', version: 2 }),
      ben.refused(messages.react, { messageId, emoji: '👍', on: true }),
    ];
    expect((await Promise.all(after)).map(({ code }) => code)).toEqual(['conflict', 'conflict']);
  });

  /** Every table of chat and the kept events, as text. */
  async function dumped(): Promise<string> {
    const tables = ['chat_messages', 'chat_edits', 'stream_events', 'chat_channels'];
    const rows = await Promise.all(
      tables.map((table) =>
        rowsOf<{ text: string }>(
          app.platform.database.sql.execute(sql.raw(`SELECT row_to_json(t)::text AS text FROM ${table} t`)),
        ),
      ),
    );
    return rows
      .flat()
      .map(({ text }) => text)
      .join('\n');
  }
});

describe('threads', () => {
  it('hang on the message that began them, whichever of their messages is answered', async () => {
    const channelId = await fresh();
    const root = await say(ada, channelId, 'Where do we meet?');
    const first = await say(ben, channelId, 'Library', { replyTo: root.id });
    const second = await say(ada, channelId, 'Fine', { replyTo: first.id });
    expect([first.replyTo, second.replyTo]).toEqual([root.id, root.id]);
    const thread = await ben.call(messages.thread, { messageId: second.id });
    expect(thread).toMatchObject({ root: { id: root.id, replies: 2, lastReply: { seq: 3 } }, before: false });
    expect(thread.replies.map(({ text }) => text)).toEqual(['Library', 'Fine']);
    const newest = await ben.call(messages.thread, { messageId: root.id, limit: 1 });
    expect([newest.replies.map(({ text }) => text), newest.before]).toEqual([['Fine'], true]);
    const older = await ben.call(messages.thread, { messageId: root.id, limit: 1, before: 3 });
    expect([older.replies.map(({ text }) => text), older.before]).toEqual([['Library'], false]);
    const send = { channelId: general, text: 'Elsewhere', clientId: randomUUID(), replyTo: root.id };
    expect(await ada.refused(messages.send, send)).toMatchObject({ code: 'not_found' });
  });
});

describe('reactions', () => {
  it('are each member once for each emoji', async () => {
    const { id: messageId } = await say(ada, general, 'Done!');
    const before = await now();
    const react = (who: SignedIn, emoji: string, on = true) => who.call(messages.react, { messageId, emoji, on });
    await react(ben, '👍');
    await react(ada, '👩‍👩‍👧');
    await react(ben, '👍');
    const whole = await react(ada, '👍');
    const [a, b] = camp.memberIds;
    expect(whole.reactions).toEqual([
      { emoji: '👍', by: [b, a] },
      { emoji: '👩‍👩‍👧', by: [a] },
    ]);
    expect((await react(ada, '👩‍👩‍👧', false)).reactions).toEqual([{ emoji: '👍', by: [b, a] }]);
    expect((await told(before)).map(([kind]) => kind)).toEqual(Array(4).fill('message.reacted'));
    expect((await ben.send(messages.react, { messageId, emoji: 'ok', on: true })).status).toBe(422);
  });

  it('are twenty different ones at most', async () => {
    const { id: messageId } = await say(ada, general, 'Everything');
    const emojis = [...'😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰😗😙😚🙂🤗🤩'];
    for (const emoji of emojis.slice(0, 20)) await ada.call(messages.react, { messageId, emoji, on: true });
    const more = { messageId, emoji: emojis[20] ?? '', on: true };
    expect(await ben.refused(messages.react, more)).toMatchObject({ code: 'conflict' });
    const joined = await ben.call(messages.react, { ...more, emoji: emojis[3] ?? '' });
    expect(joined.reactions.filter(({ by }) => by.length === 2).map(({ emoji }) => emoji)).toEqual([emojis[3]]);
  });
});

describe('pins', () => {
  it('are for staff before the whole camp, and the last pinned stands first', async () => {
    const channelId = await fresh();
    const [one, two] = [await say(ada, channelId, 'One'), await say(ada, channelId, 'Two')];
    expect(await ada.refused(messages.pin, { messageId: one.id, pinned: true })).toMatchObject({ code: 'forbidden' });
    for (const { id } of [two, one]) await camp.instructor.call(messages.pin, { messageId: id, pinned: true });
    app.clock.advance(5);
    const pins = await ben.call(messages.pins, { channelId });
    expect(pins.messages.map(({ text }) => text)).toEqual(['One', 'Two']);
    await camp.instructor.call(messages.pin, { messageId: one.id, pinned: false });
    expect((await ben.call(messages.pins, { channelId })).messages.map(({ text }) => text)).toEqual(['Two']);
  });
});

describe('history', () => {
  let channelId: string;
  let all: string[];
  beforeAll(async () => {
    channelId = await fresh();
    all = [];
    for (let n = 1; n <= 9; n++) {
      all.push((await say(ada, channelId, `Message ${n}`)).id);
      app.clock.advance(60_000);
    }
  });
  const seqs = async (more: object) => {
    const { messages: found, before, after } = await ben.call(messages.history, { channelId, limit: 3, ...more });
    return [found.map(({ seq }) => seq), before, after];
  };

  it('is read from its end, and on in both directions without gap or double', async () => {
    expect(await seqs({})).toEqual([[7, 8, 9], true, false]);
    expect(await seqs({ before: 7 })).toEqual([[4, 5, 6], true, true]);
    expect(await seqs({ before: 4 })).toEqual([[1, 2, 3], false, true]);
    expect(await seqs({ after: 3 })).toEqual([[4, 5, 6], true, true]);
    expect(await seqs({ after: 6 })).toEqual([[7, 8, 9], true, false]);
    expect(await seqs({ after: 9 })).toEqual([[], true, false]);
    expect(await seqs({ after: 0 })).toEqual([[1, 2, 3], false, true]);
  });

  it('is read around a message, and from a moment on', async () => {
    expect(await seqs({ around: all[4], limit: 4 })).toEqual([[3, 4, 5, 6], true, true]);
    expect(await seqs({ around: all[0], limit: 4 })).toEqual([[1, 2], false, true]);
    const { createdAt } = (await historyOf(ada, channelId))[5] ?? { createdAt: '' };
    expect(await seqs({ date: createdAt })).toEqual([[6, 7, 8], true, true]);
    const later = new Date(app.clock.now().getTime() + 60_000).toISOString();
    expect(await seqs({ date: later })).toEqual([[7, 8, 9], true, false]);
  });

  it('takes one of these at a time', async () => {
    expect((await ben.send(messages.history, { channelId, before: 3, after: 1 })).status).toBe(422);
    expect(await ben.refused(messages.history, { channelId, around: randomUUID() })).toMatchObject({
      code: 'not_found',
    });
  });

  it('says where its events are told, and from where on', async () => {
    const { stream, seq } = await ben.call(messages.history, { channelId });
    expect([stream, seq]).toEqual([`camp:${camp.campId}`, await now()]);
  });

  it('leaves names to one read for the whole camp', async () => {
    const { people } = await ben.call(chat.people, { campId: camp.campId });
    const ada = { memberId: camp.memberIds[0], name: 'Ada First', role: 'student', userId: camp.students[0]?.user.id };
    expect(people).toContainEqual(ada);
    expect(people).toHaveLength(3);
  });
});
