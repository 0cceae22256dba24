import { randomUUID } from 'node:crypto';
import { camps, chat, chatModeration, type Message, messages } from '@tailcamp/contracts';
import type { SignedIn, TestApp } from '../app.js';
import { type ChatCamp, channelOf, chatCamp, historyOf, say } from '../chat-camp.js';
import { type History, type Onlooker, type Stage, type Step, view } from './history.js';

/** People who talk: in a channel of the camp, directly, and about each other to staff. */
export const chatHistory: History = { name: 'chat', stage };

interface Talk {
  app: TestApp;
  camp: ChatCamp;
  ada: SignedIn;
  ben: SignedIn;
  general: string;
  directly: string;
  topics: string[];
}

async function stage(app: TestApp): Promise<Stage> {
  const camp = await chatCamp(app, ['Ada First', 'Ben Second']);
  const [ada, ben] = camp.students as [SignedIn, SignedIn];
  const { id: general } = await channelOf(ada, camp.campId, 'general');
  const { id: directly } = await ada.call(chat.direct, { campId: camp.campId, memberIds: camp.memberIds.slice(1) });
  const hello = await say(ada, directly, 'Hello you');
  const root = await say(ada, general, 'Where do we meet?');
  const talk: Talk = { app, camp, ada, ben, general, directly, topics: [] };
  return {
    onlookers: [ada, ben, camp.instructor].map((who) => onlooker(talk, who, { rootId: root.id, directId: hello.id })),
    steps: [...saying(talk, root.id), ...marking(talk), ...reading(talk), ...moderating(talk)],
  };
}

function onlooker(
  { camp, general, directly, topics, ada, ben }: Talk,
  who: SignedIn,
  ids: { rootId: string; directId: string },
): Onlooker {
  const { campId } = camp;
  const { rootId, directId } = ids;
  const talks = who === ada || who === ben;
  const channels = talks ? [general, directly] : [general];
  return {
    who,
    hears: () => [`camp:${campId}`, `user:${who.user.id}`],
    sees: () => [
      view('chat.list', { campId }),
      view('chat.people', { campId }),
      ...[...channels, ...topics].flatMap((channelId) => [
        view('messages.history', { channelId, limit: 200 }),
        view('messages.pins', { channelId }),
      ]),
      view('messages.thread', { messageId: rootId, limit: 200 }),
      view('messages.edits', { messageId: rootId }),
      // Where many read, who has seen a message is told when it is asked for, and not from then on.
      ...(talks ? [view('messages.seen', { messageId: directId })] : []),
      ...(who === camp.instructor ? [view('chatModeration.reports', { campId })] : []),
    ],
  };
}

/** The last message of an author in a channel that is not deleted; made where there is none. */
async function lastOf(who: SignedIn, channelId: string, authorId: string): Promise<Message> {
  const said = await historyOf(who, channelId);
  return said.findLast((one) => one.authorId === authorId && one.deleted === null) ?? say(who, channelId, 'Something');
}

function saying({ app, camp, ada, ben, general, directly, topics }: Talk, rootId: string): Step[] {
  const [a, b] = camp.memberIds as [string, string];
  const { campId } = camp;
  return [
    {
      name: 'Ada speaks to Ben before all',
      tells: ['message.sent'],
      run: () => say(ada, general, `<@${b}>, see TC-1`),
    },
    { name: 'staff speak to all', tells: ['message.sent'], run: () => say(camp.instructor, general, '<@channel>') },
    { name: 'Ben answers', tells: ['message.sent'], run: () => say(ben, general, 'Here', { replyTo: rootId }) },
    { name: 'Ben writes directly', tells: ['message.sent'], run: () => say(ben, directly, `Hi <@${a}>`) },
    {
      name: 'Ada says it otherwise',
      tells: ['message.changed'],
      run: async () => {
        const { id: messageId, text, version } = await lastOf(ada, general, a);
        await ada.call(messages.edit, { messageId, text: `${text}!`, version });
      },
    },
    {
      name: 'Ben takes it back',
      tells: ['message.deleted'],
      run: async () => {
        const { id: messageId } = await lastOf(ben, general, b);
        await ben.call(messages.remove, { messageId });
      },
    },
    {
      name: 'a channel is opened, named and closed',
      tells: ['channel.opened', 'channel.changed'],
      run: async () => {
        const opened = await ada.call(chat.open, { campId, clientId: randomUUID(), name: `t-${topics.length}` });
        const { id: channelId } = opened;
        const named = { channelId, name: `named-${topics.length}`, topic: 'Maps', version: 1 };
        const { version } = await ada.call(chat.change, named);
        await ada.call(chat.archive, { channelId, archived: true, version });
        topics.push(channelId);
      },
    },
    {
      name: 'others come to talk',
      tells: ['channel.opened', 'member.joined'],
      run: async () => {
        const { joinCode } = await camp.instructor.call(camps.get, { campId });
        const newcomer = await app.asStudent(`Cleo ${randomUUID()}`);
        await newcomer.call(camps.join, { code: joinCode ?? '' });
        const direct = await newcomer.call(chat.direct, { campId, memberIds: [a, b] });
        await say(newcomer, direct.id, 'Hello, you two');
      },
    },
  ];
}

function marking({ camp, ada, ben, general, directly }: Talk): Step[] {
  const [a] = camp.memberIds as [string];
  return [
    {
      name: 'reactions come and go',
      tells: ['message.reacted'],
      run: async () => {
        const { id: messageId } = await lastOf(ada, general, a);
        for (const who of [ben, ada]) await who.call(messages.react, { messageId, emoji: '🎉', on: true });
        await ben.call(messages.react, { messageId, emoji: '👍', on: true });
        await ada.call(messages.react, { messageId, emoji: '🎉', on: false });
        await ben.call(messages.react, { messageId, emoji: '🎉', on: false });
      },
    },
    {
      name: 'something is pinned, and locked',
      tells: ['message.changed'],
      run: async () => {
        const { id: messageId } = await say(ada, general, 'To be kept');
        await camp.instructor.call(messages.pin, { messageId, pinned: true });
        await camp.instructor.call(chatModeration.lock, { messageId, locked: true });
      },
    },
    {
      name: 'what is pinned changes',
      tells: ['message.changed'],
      run: async () => {
        const { id: messageId } = await say(ben, directly, 'Between us');
        await ada.call(messages.pin, { messageId, pinned: true });
        await ben.call(messages.edit, { messageId, text: 'Between the two of us', version: 1 });
      },
    },
    {
      name: 'nothing is pinned any more',
      tells: ['message.sent'],
      run: async () => {
        for (const who of [camp.instructor, ada]) {
          const channelId = who === ada ? directly : general;
          const pins = await who.call(messages.pins, { channelId });
          for (const { id: messageId } of pins.messages) await who.call(messages.pin, { messageId, pinned: false });
        }
        await say(ben, general, 'Tidied up');
      },
    },
  ];
}

function reading({ ben, ada, general, directly }: Talk): Step[] {
  return [
    {
      name: 'Ben reads on, then marks it unread again',
      tells: ['channel.read'],
      run: async () => {
        await say(ada, general, 'News');
        await ben.call(chat.read, { channelId: general, seq: 9_999 });
        await say(ada, general, 'More news');
        await ben.call(chat.unread, { channelId: general, seq: 2 });
      },
    },
    {
      name: 'Ben is seen to have read',
      tells: ['channel.read', 'channel.seen'],
      run: async () => {
        const { seq } = await say(ada, directly, 'Seen?');
        await ben.call(chat.read, { channelId: directly, seq });
      },
    },
  ];
}

function moderating({ app, camp, ada, ben, general, directly }: Talk): Step[] {
  const [a, b] = camp.memberIds as [string, string];
  const { campId, instructor } = camp;
  return [
    {
      name: 'staff take a message away',
      tells: ['message.deleted'],
      run: async () => {
        const { id: messageId } = await say(ada, general, 'Rude');
        await instructor.call(chatModeration.remove, { messageId, reason: 'Rude' });
      },
    },
    {
      name: 'a report comes, and is closed',
      tells: ['chat.reports'],
      run: async () => {
        const [first, second] = [await say(ada, directly, 'One'), await say(ada, directly, 'Two')];
        for (const { id } of [first, second]) await ben.call(chatModeration.report, { messageId: id, reason: 'No' });
        const { items } = await instructor.call(chatModeration.reports, { campId });
        const reportId = items[0]?.id ?? '';
        await instructor.call(chatModeration.close, { campId, reportId, outcome: 'dismissed' });
      },
    },
    {
      name: 'Ben is muted, and may speak again',
      tells: ['chat.muted'],
      run: async () => {
        const until = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
        await instructor.call(chatModeration.mute, { campId, memberId: b, until, reason: 'Enough' });
        await instructor.call(chatModeration.unmute, { campId, memberId: b });
      },
    },
    {
      name: 'Ada writes to Ben, who has blocked her, and no more',
      tells: ['chat.blocked', 'message.sent', 'message.reacted'],
      run: async () => {
        await ben.call(chatModeration.block, { campId, memberId: a, blocked: true });
        const { id: messageId } = await say(ada, directly, 'Listen');
        await ada.call(messages.react, { messageId, emoji: '😡', on: true });
        await say(ada, directly, 'Listen to me', { replyTo: (await historyOf(ada, directly))[0]?.id ?? '' });
        await ben.call(chatModeration.block, { campId, memberId: a, blocked: false });
        await say(ada, directly, 'Sorry');
      },
    },
  ];
}
