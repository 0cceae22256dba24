import { expect, it } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.js';
import { weakness } from './password-policy.js';

it.each([
  'password',
  'PassWord1',
  'ｐａｓｓｗｏｒｄ',
  'iloveyou',
  'zzzzzzzzzz',
  '23456789',
  'hgfedcba',
  'ada@example.org',
])('refuses %s', (password) => {
  expect(weakness(password, 'ada@example.org')).not.toBeNull();
});

it.each(['correct horse battery', 'tr0mbone-lake', 'パスワードは長いほど良い', '        1', `${'x'.repeat(255)}y`])(
  'takes %s',
  (password) => {
    expect(weakness(password, 'ada@example.org')).toBeNull();
  },
);

it('lists passwords folded, each of a length that the contract would let through', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
  for (const password of COMMON_PASSWORDS) {
    expect(password).toBe(password.normalize('NFKC').toLowerCase());
    expect(password.length).toBeGreaterThanOrEqual(8);
  }
});
