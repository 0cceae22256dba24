import { applyToChannels, type ChannelList, camps, chat, type Message, messages } from '@tailcamp/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, TestApp } from '../../../testing/app.js';
import { type ChatCamp, channelOf, chatCamp, historyOf, say } from '../../../testing/chat-camp.js';

let app: TestApp;
let camp: ChatCamp;
let ada: SignedIn;
let ben: SignedIn;
beforeAll(async () => {
  app = await TestApp.start({ RATE_READ: '100000', RATE_MESSAGE: '100000' });
  camp = await chatCamp(app, ['Ada First', 'Ben Second']);
  [ada, ben] = camp.students as [SignedIn, SignedIn];
});
afterAll(() => app.close());

const listOf = (who: SignedIn) => who.call(chat.list, { campId: camp.campId });
const rowOf = ({ channels }: ChannelList, channelId: string) => {
  const row = channels.find(({ id }) => id === channelId);
  if (row === undefined) throw new Error('The channel is listed');
  const { readSeq, unread, mentions, lastSeq, rev, marker } = row;
  return { readSeq, unread, mentions, lastSeq, rev, marker };
};
/** What is unread, by the word of the law: messages of others after the marker that are not deleted. */
const counted = (said: readonly Message[], readSeq: number, me: string) => {
  const unread = said.filter(({ seq, authorId, deleted }) => seq > readSeq && authorId !== me && deleted === null);
  return { unread: unread.length, mentions: unread.filter((one) => one.everyone || one.mentions.includes(me)).length };
};

it('what is unread is counted by definition, and by events from any state to any later one', async () => {
  const { id: channelId } = await channelOf(ada, camp.campId, 'general');
  const step = fc.oneof(
    fc.record({ do: fc.constant('say' as const), by: fc.nat(2), call: fc.nat(2) }),
    fc.record({ do: fc.constant('delete' as const), which: fc.nat(30) }),
    fc.record({ do: fc.constant('read' as const), upTo: fc.nat(30) }),
    fc.record({ do: fc.constant('unread' as const), from: fc.integer({ min: 1, max: 30 }) }),
  );
  const me = camp.memberIds[1] ?? '';
  const speakers = [ada, ben, camp.instructor];
  const calls = ['Hello', `<@${me}>`, '<@channel>'];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (history) => {
      let state = await listOf(ben);
      const from = new Map(state.streams.map(({ stream, seq }) => [stream, seq]));
      for (const one of history) {
        if (one.do === 'say') await say(speakers[one.by] ?? ada, channelId, calls[one.call] ?? '');
        else if (one.do === 'read') await ben.call(chat.read, { channelId, seq: one.upTo });
        else if (one.do === 'unread') await ben.call(chat.unread, { channelId, seq: one.from });
        else {
          const mine = (await historyOf(ada, channelId)).filter(({ authorId }) => authorId === camp.memberIds[0]);
          const message = mine[one.which % Math.max(1, mine.length)];
          if (message) await ada.call(messages.remove, { messageId: message.id });
        }
      }
      // The streams come one after the other, in the order that is least like what happened.
      for (const stream of [`user:${ben.user.id}`, `camp:${camp.campId}`] as const) {
        const events = await app.platform.streams.read(stream, from.get(stream) ?? 0, 500);
        state = events.reduce(applyToChannels, state);
      }
      const fresh = rowOf(await listOf(ben), channelId);
      expect(rowOf(state, channelId)).toEqual(fresh);
      expect(fresh).toMatchObject(counted(await historyOf(ben, channelId), fresh.readSeq, me));
    }),
    { numRuns: 6 },
  );
}, 60_000);

describe('the marker', () => {
  it('moves on, never back, but for what is marked unread; and every device hears of it', async () => {
    const { id: channelId } = await ada.call(chat.direct, {
      campId: camp.campId,
      memberIds: camp.memberIds.slice(1),
    });
    for (const text of ['1', '2', '3']) await say(ada, channelId, text);
    expect(rowOf(await listOf(ben), channelId)).toMatchObject({ unread: 3, readSeq: 0 });
    expect(await ben.call(chat.read, { channelId, seq: 2 })).toMatchObject({ unread: 1, readSeq: 2, marker: 1 });
    expect(await ben.call(chat.read, { channelId, seq: 1 })).toMatchObject({ unread: 1, readSeq: 2, marker: 1 });
    expect(await ben.call(chat.read, { channelId, seq: 99 })).toMatchObject({ unread: 0, readSeq: 3, marker: 2 });
    expect(await ben.call(chat.unread, { channelId, seq: 2 })).toMatchObject({ unread: 2, readSeq: 1, marker: 3 });
    const heard = await app.platform.streams.read(`user:${ben.user.id}`, 0, 500);
    const told = heard.filter(({ kind, data }) => kind === 'channel.read' && data.channelId === channelId);
    expect(told.map(({ data }) => [data.readSeq, data.unread])).toEqual([
      [2, 1],
      [3, 0],
      [1, 2],
    ]);
  });

  it('of others shows who has seen what, and marking unread makes nothing unseen', async () => {
    const { id: channelId } = await ada.call(chat.direct, { campId: camp.campId, memberIds: camp.memberIds.slice(1) });
    const { id: messageId, seq } = await say(ada, channelId, 'Seen?');
    const seenBy = async () => (await ada.call(messages.seen, { messageId })).people.map(({ name }) => name);
    expect(await seenBy()).toEqual([]);
    await ben.call(chat.read, { channelId, seq });
    await ben.call(chat.unread, { channelId, seq: 1 });
    expect(await seenBy()).toEqual(['Ben Second']);
    expect((await ada.call(messages.history, { channelId })).seen).toEqual([{ memberId: camp.memberIds[1], seq }]);
    const heard = await app.platform.streams.read(`user:${ada.user.id}`, 0, 500);
    expect(heard.at(-1)).toMatchObject({ kind: 'channel.seen', data: { channelId, memberId: camp.memberIds[1], seq } });
  });

  it('of who joins later stands behind what was said before', async () => {
    const other = await chatCamp(app, ['Gus Early']);
    const [gus] = other.students as [SignedIn];
    const { id: channelId } = await channelOf(gus, other.campId, 'general');
    await say(gus, channelId, 'Long ago');
    app.clock.advance(60_000);
    const late = await app.asStudent('Hal Late');
    const { joinCode } = await other.instructor.call(camps.get, { campId: other.campId });
    await late.call(camps.join, { code: joinCode ?? '' });
    app.clock.advance(60_000);
    await say(gus, channelId, 'Welcome');
    const { channels } = await late.call(chat.list, { campId: other.campId });
    expect(channels.find(({ id }) => id === channelId)).toMatchObject({ unread: 1, readSeq: 1, lastSeq: 2 });
  });
});
