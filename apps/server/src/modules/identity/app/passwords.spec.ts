import { expect, it } from 'vitest';
import { Passwords } from './passwords.js';

const passwords = new Passwords();

it('knows a password again, however its characters were composed, and no other', async () => {
  const hash = await passwords.hash('caf\u00e9 noir', 'a@example.org');
  expect(await passwords.matches(hash, 'cafe\u0301 noir')).toBe(true);
  expect(await passwords.matches(hash, 'cafe noir')).toBe(false);
});

it('salts: the same password never has the same hash', async () => {
  const twice = await Promise.all([1, 2].map(() => passwords.hash('café noir', 'a@example.org')));
  expect(twice[0]).not.toBe(twice[1]);
});

it('takes as long to say no where there is no account, and never says yes', async () => {
  const hash = await passwords.hash('café noir', 'a@example.org');
  const fastest = { account: Number.POSITIVE_INFINITY, nobody: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 8; round++) {
    for (const [who, against] of [
      ['account', hash],
      ['nobody', null],
    ] as const) {
      const start = performance.now();
      expect(await passwords.matches(against, 'wrong')).toBe(false);
      fastest[who] = Math.min(fastest[who], performance.now() - start);
    }
  }
  // Without the work the ratio is below 0.02; the rest is room for a busy machine.
  expect(fastest.nobody / fastest.account).toBeGreaterThan(0.3);
  expect(await passwords.matches(null, 'nobody has this password')).toBe(false);
});
