import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CannotOpen, Cipher, type Sealed } from './index.js';

const cipher = new Cipher(randomBytes(32));
const place = { column: 'users.email', row: 'a' };

it('opens what it sealed, at its own place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => cipher.open(place, cipher.seal(place, text)) === text),
  );
});

it('never writes the same text twice the same way, and never in the clear', () => {
  const once = cipher.seal(place, 'ada@example.org');
  expect(once).not.toBe(cipher.seal(place, 'ada@example.org'));
  expect(Buffer.from(once.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toContain('ada');
});

it.each([
  ['another row', { column: 'users.email', row: 'b' }],
  ['another column', { column: 'users.name', row: 'a' }],
])('does not open in %s', (_, elsewhere) => {
  const text = cipher.seal(place, 'ada@example.org');
  expect(() => cipher.open(elsewhere, text)).toThrow(CannotOpen);
});

it('does not open what was changed, or sealed with another key', () => {
  const text = cipher.seal(place, 'ada@example.org');
  const last = text.at(-2) === 'A' ? 'B' : 'A';
  expect(() => cipher.open(place, `${text.slice(0, -2)}${last}${text.slice(-1)}` as Sealed)).toThrow(CannotOpen);
  expect(() => new Cipher(randomBytes(32)).open(place, text)).toThrow('another key');
});

it('indexes blindly: equal texts of a column alike, other columns apart', () => {
  expect(cipher.blindIndex('users.email', 'x')).toBe(cipher.blindIndex('users.email', 'x'));
  expect(cipher.blindIndex('users.email', 'x')).not.toBe(cipher.blindIndex('members.email', 'x'));
});
