import type { ChannelKind } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { type Held, manages, pins, type Reader, refusal, sees } from './rights.js';

const channel = (kind: ChannelKind, more: Partial<Held> = {}): Held => {
  return { kind, groupId: null, createdBy: null, archived: false, closed: false, ...more };
};
const student: Reader = { memberId: 'sam', staff: false, inGroup: false, inPeople: false };
const mate = { ...student, inGroup: true };
const staff = { ...student, memberId: 'ines', staff: true };
const admin = { ...staff, memberId: null };
const EVERYBODY = { student, mate, staff, admin };

const who = (may: (reader: Reader) => boolean) =>
  Object.entries(EVERYBODY).flatMap(([name, reader]) => (may(reader) ? [name] : []));

describe('who sees a channel', () => {
  it.each<[string, Held, string[]]>([
    ['general', channel('general'), ['student', 'mate', 'staff', 'admin']],
    ['announcements', channel('announcements'), ['student', 'mate', 'staff', 'admin']],
    ['staff', channel('staff'), ['staff', 'admin']],
    ['a topic of the camp', channel('topic'), ['student', 'mate', 'staff', 'admin']],
    ['a group', channel('group', { groupId: 'g' }), ['mate', 'staff', 'admin']],
    ['a topic of a group', channel('topic', { groupId: 'g' }), ['mate', 'staff', 'admin']],
    ['others speaking directly', channel('direct'), []],
  ])('%s', (_, held, expected) => {
    expect(who((reader) => sees(held, reader))).toEqual(expected);
  });

  it('directly is who speaks there', () => {
    expect(sees(channel('direct'), { ...student, inPeople: true })).toBe(true);
  });
});

it('who writes: members, where it is not archived, and staff alone announce', () => {
  const why = (held: Held) => Object.values(EVERYBODY).map((reader) => refusal(held, reader));
  expect(why(channel('general'))).toEqual([null, null, null, 'outside']);
  expect(why(channel('announcements'))).toEqual(['staff', 'staff', null, 'outside']);
  for (const held of [channel('topic', { archived: true }), channel('group', { groupId: 'g', closed: true })]) {
    expect(why(held)).toEqual(['archived', 'archived', 'archived', 'outside']);
  }
});

it('who manages a channel: staff and who opened it, never what is there by itself or was left behind', () => {
  const own = { kind: 'topic', createdBy: 'sam' } as const;
  expect(who((reader) => manages(channel('topic', own), reader))).toEqual(['student', 'mate', 'staff', 'admin']);
  expect(who((reader) => manages(channel('topic', { createdBy: 'eve' }), reader))).toEqual(['staff', 'admin']);
  expect(who((reader) => manages(channel('general'), reader))).toEqual([]);
  expect(who((reader) => manages(channel('topic', { ...own, closed: true }), reader))).toEqual([]);
});

it('who pins: whoever writes among few, staff before the whole camp', () => {
  expect(who((reader) => pins(channel('general'), reader))).toEqual(['staff']);
  expect(who((reader) => pins(channel('group', { groupId: 'g' }), reader))).toEqual(['student', 'mate', 'staff']);
});
