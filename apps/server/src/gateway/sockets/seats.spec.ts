import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreamName } from '../../platform/streams/index.js';
import { Seats } from './seats.js';

const STREAMS: StreamName[] = [1, 2].map((n): StreamName => `group:0190f3a0-0000-7000-8000-00000000000${n}`);
const [here = STREAMS[0] as StreamName] = STREAMS;

function told() {
  const changes: string[] = [];
  const seats = new Seats((stream, userId, is) => changes.push(`${userId}${is ? '+' : '-'}${stream.slice(-1)}`));
  return { seats, changes };
}

describe('seats', () => {
  it('tell of somebody once, however many processes have them', () => {
    const { seats, changes } = told();
    seats.set('one', here, 'ana', true);
    seats.set('two', here, 'ana', true);
    seats.set('one', here, 'ana', false);
    expect(seats.of(here)).toEqual(['ana']);
    seats.set('two', here, 'ana', false);
    expect(changes).toEqual(['ana+1', 'ana-1']);
  });

  it('forget the people of a process that says nothing any more, and no others', () => {
    const { seats, changes } = told();
    seats.set('killed', here, 'ana', true);
    seats.set('killed', here, 'ben', true);
    seats.set('ours', here, 'ben', true);
    seats.alive('killed', 100);
    seats.forget(100);
    expect(seats.of(here)).toEqual(['ben']);
    expect(changes).toEqual(['ana+1', 'ben+1', 'ana-1']);
  });

  it('are, whatever is told in whatever order, what each process has said last', () => {
    const seat = fc.record({
      process: fc.constantFrom('one', 'two', 'three'),
      stream: fc.constantFrom(...STREAMS),
      user: fc.constantFrom('ana', 'ben', 'cy'),
      here: fc.boolean(),
    });
    const whole = fc.record({
      process: fc.constantFrom('one', 'two', 'three'),
      all: fc.uniqueArray(fc.constantFrom('ana', 'ben', 'cy')),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(seat, whole), { maxLength: 40 }), (said) => {
        const { seats, changes } = told();
        const expected = new Set<string>();
        for (const each of said) {
          if ('all' in each) {
            seats.replace(each.process, each.all.length === 0 ? [] : [[here, each.all]]);
            for (const key of [...expected]) if (key.startsWith(each.process)) expected.delete(key);
            for (const user of each.all) expected.add(`${each.process} ${here} ${user}`);
          } else {
            seats.set(each.process, each.stream, each.user, each.here);
            const key = `${each.process} ${each.stream} ${each.user}`;
            if (each.here) expected.add(key);
            else expected.delete(key);
          }
        }
        for (const stream of STREAMS) {
          const users = [...expected].flatMap((key) => (key.includes(stream) ? [key.split(' ')[2]] : []));
          expect(seats.of(stream)).toEqual([...new Set(users)].sort());
        }
        const balance = changes.reduce((sum, change) => sum + (change.includes('+') ? 1 : -1), 0);
        expect(balance).toBe(STREAMS.reduce((sum, stream) => sum + seats.of(stream).length, 0));
      }),
    );
  });
});
