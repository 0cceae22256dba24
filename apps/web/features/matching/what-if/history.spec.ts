import { expect, it } from 'vitest';
import { begin, done, redone, undone } from './history';

it('goes back and forth through what was done, and forgets what was undone when something else is done', () => {
  const two = done(done(begin('a'), 'b', 'made b'), 'c', 'made c');
  const one = undone(two);
  expect([one.now, one.past.at(-1)?.words, one.future[0]?.words]).toEqual(['b', 'made b', 'made c']);
  expect(redone(one)).toEqual(two);
  expect(undone(undone(undone(two))).now).toBe('a');
  const other = done(one, 'd', 'made d');
  expect([other.now, redone(other).now, undone(other).now]).toEqual(['d', 'd', 'b']);
});
