import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '../streams.js';
import { applyToChannels, applyToHistory, applyToPins, applyToThread } from './apply.js';
import type { ChannelState } from './channel.js';
import type { ChannelList } from './channels.js';
import { Emoji } from './emoji.js';
import type { Message } from './message.js';
import type { History } from './messages.js';

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [CAMP, CHANNEL, ME, ANA, BEN] = [id(1), id(2), id(10), id(11), id(12)];
const AT = '2026-11-25T10:00:00.000Z';

const message = (seq: number, more: Partial<Message> = {}): Message => ({
  id: id(100 + seq),
  channelId: CHANNEL,
  seq,
  rev: seq,
  clientId: id(500 + seq),
  authorId: ANA,
  text: `Message ${seq}`,
  replyTo: null,
  replies: 0,
  lastReply: null,
  mentions: [],
  everyone: false,
  tasks: [],
  reactions: [],
  pinned: null,
  locked: false,
  editedAt: null,
  deleted: null,
  createdAt: AT,
  version: 1,
  ...more,
});
const row: ChannelState = {
  id: CHANNEL,
  campId: CAMP,
  groupId: null,
  kind: 'general',
  name: null,
  topic: '',
  people: [],
  createdBy: null,
  createdAt: AT,
  archivedAt: null,
  version: 1,
  readSeq: 0,
  marker: 0,
  unread: 0,
  mentions: 0,
  rev: 0,
  lastSeq: 0,
  lastAt: null,
  stream: `camp:${CAMP}`,
};
const list: ChannelList = {
  campId: CAMP,
  channels: [row],
  me: ME,
  blocked: [],
  mutedUntil: null,
  reports: null,
  streams: [],
};
const history: History = {
  channelId: CHANNEL,
  messages: [],
  before: false,
  after: false,
  seen: [],
  stream: `camp:${CAMP}`,
  seq: 0,
};
const event = (kind: string, data: StreamEvent['data'], stream = `camp:${CAMP}`) => ({ stream, kind, data });
const sent = (seq: number, more: Partial<Message> = {}) => event('message.sent', { message: message(seq, more) });
const gone = (seq: number, rev: number, more: Partial<Message> = {}) => {
  const deleted = { at: AT, by: 'author', reason: null } as const;
  return event('message.deleted', { message: message(seq, { rev, text: '', deleted, ...more }) });
};
const counts = (of: ChannelList) => {
  const [channel] = of.channels;
  return [channel?.readSeq, channel?.unread, channel?.mentions, channel?.lastSeq];
};
const orders = <T>(all: readonly T[]): T[][] =>
  all.length < 2 ? [[...all]] : all.flatMap((one, at) => orders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));

describe('what is unread', () => {
  it('is what others sent behind the marker, and of that what speaks to me or to all', () => {
    const told = [sent(1), sent(2, { authorId: ME }), sent(3, { mentions: [ME] }), sent(4, { everyone: true })];
    expect(counts(told.reduce(applyToChannels, list))).toEqual([0, 3, 2, 4]);
  });

  it('is less by what is deleted, once, and by no message of mine', () => {
    const told = [sent(1, { mentions: [ME] }), sent(2, { authorId: ME }), gone(1, 3, { mentions: [ME] })];
    const after = [...told, gone(1, 3, { mentions: [ME] }), gone(2, 4, { authorId: ME })];
    expect(counts(after.reduce(applyToChannels, list))).toEqual([0, 0, 0, 2]);
  });

  it('ends in the same, however markers of one stream and messages of another fall together', () => {
    const messages = [sent(1), sent(2, { mentions: [ME] }), gone(1, 3), sent(3, { rev: 4 })];
    /** Read up to 1 when the channel was at `rev` 2, then marked unread from 1 on when it was at 3. */
    const markers = [
      { channelId: CHANNEL, readSeq: 1, marker: 1, unread: 1, mentions: 1, rev: 2 },
      { channelId: CHANNEL, readSeq: 0, marker: 2, unread: 1, mentions: 1, rev: 3 },
    ].map((data) => event('channel.read', data, `user:${ME}`));
    const merged = orders([0, 0, 0, 0, 1, 1].map((stream, index) => ({ stream, index })));
    const both = [messages, markers];
    const ends = merged.map((order) => {
      const next = [0, 0];
      const told = order.map(({ stream }) => both[stream]?.[next[stream]!++]);
      return counts(told.reduce((state, one) => (one ? applyToChannels(state, one) : state), list));
    });
    expect(new Set(ends.map(String))).toEqual(new Set(['0,2,1,3']));
  });

  it('does not count again what the snapshot has counted', () => {
    const counted = { ...list, channels: [{ ...row, rev: 2, unread: 2, lastSeq: 2 }] };
    expect(applyToChannels(counted, sent(2))).toBe(counted);
  });
});

describe('the list of channels', () => {
  it('gets a channel that is opened, in the order of ids, and takes the newer of two states', () => {
    const opened = { ...row, id: id(1), kind: 'topic', name: 'maps', version: 2 };
    const told = [
      event('channel.opened', { channel: opened }),
      event('channel.changed', { channel: { ...opened, name: 'old', version: 1 } }),
    ];
    const after = told.reduce(applyToChannels, list);
    expect(after.channels.map(({ id: of, name }) => [of, name])).toEqual([
      [id(1), 'maps'],
      [CHANNEL, null],
    ]);
  });

  it('stays the same for what does not concern it', () => {
    const elsewhere = { ...row, id: id(3), campId: id(4) };
    for (const other of [
      event('channel.opened', { channel: elsewhere }),
      sent(1, { channelId: id(3) }),
      event('policy.changed', { version: 1 }),
      event('chat.muted', { campId: id(4), until: AT }),
      event('message.sent', { message: 'unreadable' }),
    ]) {
      expect(applyToChannels(list, other)).toBe(list);
    }
  });

  it('knows who is blocked, until when I am muted and what is reported', () => {
    const block = (memberId: string, blocked: boolean) => event('chat.blocked', { campId: CAMP, memberId, blocked });
    const told = [
      block(BEN, true),
      block(ANA, true),
      block(ANA, true),
      event('chat.muted', { campId: CAMP, until: AT }),
    ];
    const after = [...told, event('chat.reports', { campId: CAMP, open: 2 })].reduce(applyToChannels, list);
    expect(after).toMatchObject({ blocked: [ANA, BEN], mutedUntil: AT, reports: 2 });
    expect(applyToChannels(after, block(ANA, false)).blocked).toEqual([BEN]);
  });
});

describe('a stretch of a channel', () => {
  const two = [sent(1), sent(2, { replyTo: id(101) })].reduce(applyToHistory, history);

  it('grows at its end, and a reply counts where the thread began', () => {
    expect(two.messages.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(two.messages[0]).toMatchObject({ replies: 1, lastReply: { seq: 2, at: AT } });
    expect(applyToHistory(two, sent(2, { replyTo: id(101) }))).toBe(two);
  });

  it('does not grow where newer ones are not loaded', () => {
    const older = { ...history, messages: [message(1)], after: true };
    expect(applyToHistory(older, sent(9))).toBe(older);
  });

  it('takes the newer of two states, and keeps the place of what is deleted', () => {
    const edited = event('message.changed', { message: message(1, { rev: 5, text: 'Better', version: 2 }) });
    const late = event('message.changed', { message: message(1, { rev: 4, text: 'Older' }) });
    const after = [edited, late, gone(2, 6)].reduce(applyToHistory, two);
    expect(after.messages.map(({ text, deleted }) => [text, deleted?.by])).toEqual([
      ['Better', undefined],
      ['', 'author'],
    ]);
  });

  it('keeps reactions by their code, each member once, whoever comes and goes', () => {
    const react = (rev: number, emoji: string, memberId: string, on = true) =>
      event('message.reacted', { channelId: CHANNEL, messageId: id(101), rev, emoji, memberId, on });
    const told = [react(3, '👍', ANA), react(4, '🎉', BEN), react(5, '👍', BEN), react(5, '👍', BEN)];
    const later = [react(6, '👍', ANA, false), react(7, '👍', ANA), react(8, '❤️', ANA), react(9, '❤️', ANA, false)];
    expect([...told, ...later].reduce(applyToHistory, two).messages[0]?.reactions).toEqual([
      { emoji: '🎉', by: [BEN] },
      { emoji: '👍', by: [BEN, ANA] },
    ]);
  });

  it('knows how far others have read', () => {
    const seen = (memberId: string, seq: number) => event('channel.seen', { channelId: CHANNEL, memberId, seq });
    const after = [seen(BEN, 2), seen(ANA, 1), seen(BEN, 1)].reduce(applyToHistory, two);
    expect(after.seen).toEqual([
      { memberId: ANA, seq: 1 },
      { memberId: BEN, seq: 2 },
    ]);
  });
});

it('a thread takes its own replies only', () => {
  const thread = { ...history, root: message(1), replies: [] };
  const after = [sent(2, { replyTo: id(101) }), sent(3), sent(4, { replyTo: id(999) })].reduce(applyToThread, thread);
  expect([after.root.replies, after.replies.map(({ seq }) => seq)]).toEqual([1, [2]]);
  expect(applyToThread(after, sent(5))).toBe(after);
});

it('pins come first when they are new, and go when they are unpinned or deleted', () => {
  const pinned = (seq: number, rev: number, by: string | null) => {
    return event('message.changed', { message: message(seq, { rev, pinned: by === null ? null : { at: AT, by } }) });
  };
  const pins = [pinned(1, 4, ANA), pinned(2, 5, ANA), pinned(3, 6, ANA)].reduce(applyToPins, history);
  expect(pins.messages.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  const fewer = [pinned(3, 7, null), gone(1, 8)].reduce(applyToPins, pins);
  expect(fewer.messages.map(({ seq }) => seq)).toEqual([2]);
});

describe('an emoji', () => {
  it.each(['👍', '👍🏽', '👩‍👩‍👧', '🇵🇹', '1️⃣', '❤️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('is one picture: %s', (emoji) => {
    expect(Emoji.parse(emoji)).toBe(emoji);
  });
  it.each(['', 'a', '1', '👍👍', '👍a', ':+1:', '\u200d'])('is nothing else: %j', (text) => {
    expect(Emoji.safeParse(text).success).toBe(false);
  });
  it('is one, whether its sign for a picture was sent along or not', () => {
    expect(Emoji.parse('❤')).toBe('❤️');
  });
});
