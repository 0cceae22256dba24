import { dataOf, type StreamEvent } from '../streams.js';
import type { Channel, ChannelState, Reading } from './channel.js';
import type { ChannelList } from './channels.js';
import { byEmoji, type Message, type Reaction } from './message.js';
import type { History, Seen, Thread } from './messages.js';

/*
 * How what is told changes what was read. Each of these gives the same state back where the event does not concern it, or
 * is in it already: a snapshot may be a little newer than the sequence it is true for.
 */

type Heard = Pick<StreamEvent, 'stream' | 'kind' | 'data'>;

/** A change that counts: what a marker that is set later, but was counted earlier, has to add. */
interface Counted {
  rev: number;
  seq: number;
  /** 1 for a message of somebody else, -1 for one that is gone, 0 for my own. */
  unread: number;
  mentions: number;
}
/**
 * Markers come by my own stream and messages by another, in whatever order: a row keeps what it has counted since the
 * last marker, and both orders end in the same. No server says it.
 */
type Row = ChannelState & { counted?: readonly Counted[] };

/** My channels after an event of any stream that they are told in. */
export function applyToChannels(list: ChannelList, event: Heard): ChannelList {
  const channel = (dataOf('channel.opened', event) ?? dataOf('channel.changed', event))?.channel;
  if (channel !== undefined) return withChannel(list, channel, event.stream);
  const sent = dataOf('message.sent', event)?.message;
  if (sent !== undefined) return inRow(list, sent.channelId, (row) => withSent(row, sent, list.me));
  const deleted = dataOf('message.deleted', event)?.message;
  if (deleted !== undefined) {
    return inRow(list, deleted.channelId, (row) => counting(row, -1, deleted, list.me));
  }
  const changed = dataOf('message.changed', event)?.message ?? dataOf('message.reacted', event);
  if (changed !== undefined && changed !== null) {
    const { channelId, rev } = changed;
    return inRow(list, channelId, (row) => (rev > row.rev ? { ...row, rev } : row));
  }
  const read = dataOf('channel.read', event);
  if (read !== null) return inRow(list, read.channelId, (row) => withReading(row, read));
  const muted = dataOf('chat.muted', event);
  if (muted !== null) return muted.campId === list.campId ? { ...list, mutedUntil: muted.until } : list;
  const reports = dataOf('chat.reports', event);
  if (reports !== null) return reports.campId === list.campId ? { ...list, reports: reports.open } : list;
  const block = dataOf('chat.blocked', event);
  if (block === null || block.campId !== list.campId) return list;
  const others = list.blocked.filter((id) => id !== block.memberId);
  return { ...list, blocked: block.blocked ? [...others, block.memberId].sort() : others };
}

function inRow(list: ChannelList, channelId: string, change: (row: Row) => Row): ChannelList {
  let same = true;
  const channels = list.channels.map((row) => {
    if (row.id !== channelId) return row;
    const changed = change(row);
    same &&= changed === row;
    return changed;
  });
  return same ? list : { ...list, channels };
}

function withChannel(list: ChannelList, channel: Channel, stream: string): ChannelList {
  if (channel.campId !== list.campId) return list;
  const known = list.channels.find(({ id }) => id === channel.id);
  if (known !== undefined && known.version >= channel.version) return list;
  const unread: Reading = { readSeq: 0, marker: 0, unread: 0, mentions: 0, rev: 0 };
  const row: ChannelState = { ...unread, lastSeq: 0, lastAt: null, ...known, ...channel, stream };
  const others = list.channels.filter(({ id }) => id !== channel.id);
  return { ...list, channels: [...others, row].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function withSent(row: Row, message: Message, me: string | null): Row {
  const { seq, createdAt } = message;
  const newest = seq > row.lastSeq ? { ...row, lastSeq: seq, lastAt: createdAt } : row;
  return counting(newest, 1, message, me);
}

function counting(row: Row, sign: 1 | -1, message: Message, me: string | null): Row {
  const { rev, seq, authorId, mentions, everyone } = message;
  if (rev <= row.rev) return row;
  const unread = authorId === me ? 0 : sign;
  const toMe = everyone || (me !== null && mentions.includes(me));
  const change: Counted = { rev, seq, unread, mentions: toMe ? unread : 0 };
  return { ...counted(row, [change]), rev, counted: [...(row.counted ?? []), change] };
}

function withReading(row: Row, { readSeq, marker, unread, mentions, rev }: Reading): Row {
  if (marker <= row.marker) return row;
  const later = (row.counted ?? []).filter((change) => change.rev > rev);
  const read = { ...row, readSeq, marker, unread, mentions, rev: Math.max(row.rev, rev), counted: later };
  return counted(read, later);
}

function counted(row: Row, changes: readonly Counted[]): Row {
  const behind = changes.filter(({ seq }) => seq > row.readSeq);
  const sum = (of: 'unread' | 'mentions') => behind.reduce((all, change) => all + change[of], row[of]);
  return { ...row, unread: sum('unread'), mentions: sum('mentions') };
}

/** A stretch of a channel after an event; what is newer than a stretch that does not reach the end stays out of it. */
export function applyToHistory(history: History, event: Heard): History {
  const seen = dataOf('channel.seen', event);
  if (seen !== null) {
    const all = seen.channelId === history.channelId ? withSeen(history.seen, seen) : history.seen;
    return all === history.seen ? history : { ...history, seen: all };
  }
  const sent = dataOf('message.sent', event)?.message;
  const ours = sent?.channelId === history.channelId ? sent : undefined;
  let messages = applyToMessages(history.messages, event);
  const last = messages.at(-1)?.seq ?? 0;
  if (ours !== undefined && !history.after && ours.seq > last) messages = [...messages, ours];
  return messages === history.messages ? history : { ...history, messages };
}

/** A thread after an event of its channel. */
export function applyToThread(thread: Thread, event: Heard): Thread {
  const [root = thread.root] = applyToMessages([thread.root], event);
  const sent = dataOf('message.sent', event)?.message;
  let replies = applyToMessages(thread.replies, event);
  const last = replies.at(-1)?.seq ?? 0;
  if (sent?.replyTo === thread.root.id && sent.seq > last) replies = [...replies, sent];
  return root === thread.root && replies === thread.replies ? thread : { ...thread, root, replies };
}

/** What is pinned in a channel after an event, the last pinned first. */
export function applyToPins<P extends { channelId: string; messages: Message[] }>(pins: P, event: Heard): P {
  const change = dataOf('message.changed', event) ?? dataOf('message.deleted', event);
  let messages = applyToMessages(pins.messages, event);
  if (change !== null && change.message.channelId === pins.channelId) {
    const { message } = change;
    const known = messages.some(({ id }) => id === message.id);
    if (message.pinned === null && known) messages = messages.filter(({ id }) => id !== message.id);
    else if (message.pinned !== null && !known) messages = [message, ...messages];
  }
  return messages === pins.messages ? pins : { ...pins, messages };
}

/** Messages that are there already, after an event; the same array where none of them changed. */
function applyToMessages(messages: Message[], event: Heard): Message[] {
  const sent = dataOf('message.sent', event)?.message;
  if (sent !== undefined) return sent.replyTo === null ? messages : mapped(messages, sent.replyTo, withReply(sent));
  const changed = (dataOf('message.changed', event) ?? dataOf('message.deleted', event))?.message;
  if (changed !== undefined) return mapped(messages, changed.id, (was) => (changed.rev > was.rev ? changed : was));
  const reacted = dataOf('message.reacted', event);
  if (reacted === null) return messages;
  const { messageId, rev, emoji, memberId, on } = reacted;
  return mapped(messages, messageId, (was) => {
    return rev > was.rev ? { ...was, rev, reactions: withReaction(was.reactions, emoji, memberId, on) } : was;
  });
}

function mapped(messages: Message[], id: string, change: (was: Message) => Message): Message[] {
  const at = messages.findIndex((message) => message.id === id);
  const was = messages[at];
  if (was === undefined) return messages;
  const changed = change(was);
  return changed === was ? messages : messages.with(at, changed);
}

const withReply = (reply: Message) => (root: Message) => {
  if (reply.seq <= (root.lastReply?.seq ?? 0)) return root;
  return { ...root, replies: root.replies + 1, lastReply: { seq: reply.seq, at: reply.createdAt } };
};

function withReaction(reactions: readonly Reaction[], emoji: string, memberId: string, on: boolean): Reaction[] {
  const without = reactions.map((one) =>
    one.emoji === emoji ? { ...one, by: one.by.filter((id) => id !== memberId) } : one,
  );
  if (!on) return without.filter(({ by }) => by.length > 0);
  return without.some((one) => one.emoji === emoji)
    ? without.map((one) => (one.emoji === emoji ? { ...one, by: [...one.by, memberId] } : one))
    : [...without, { emoji, by: [memberId] }].sort(byEmoji);
}

function withSeen(all: Seen[], { memberId, seq }: Seen): Seen[] {
  const known = all.find((seen) => seen.memberId === memberId);
  if (known !== undefined && known.seq >= seq) return all;
  const others = all.filter((seen) => seen.memberId !== memberId);
  return [...others, { memberId, seq }].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}
