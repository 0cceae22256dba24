import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OVERLAP_MS, SIGNING_MS, signingKey, verifyingKeys } from './key-rotation.js';

const key = (ms: number) => ({ createdAt: new Date(ms) });

it('signs with the newest key while it is young', () => {
  const keys = [key(SIGNING_MS), key(0)];
  expect(signingKey(keys, new Date(2 * SIGNING_MS - 1))).toBe(keys[0]);
  expect(signingKey(keys, new Date(2 * SIGNING_MS))).toBeUndefined();
  expect(signingKey([], new Date(0))).toBeUndefined();
});

it('verifies with a key until its successor has been there for the overlap', () => {
  const [newer, older, oldest] = [key(2_000), key(1_000), key(0)];
  const keys = [newer, older, oldest];
  expect(verifyingKeys(keys, new Date(1_000 + OVERLAP_MS - 1))).toEqual(keys);
  expect(verifyingKeys(keys, new Date(1_000 + OVERLAP_MS))).toEqual([newer, older]);
  expect(verifyingKeys(keys, new Date(2_000 + OVERLAP_MS))).toEqual([newer]);
});

it('never lets a token outlive the key that signed it, however keys follow each other', () => {
  const tenMinutes = 600_000;
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1e9), { minLength: 1 }), fc.nat(1e9), (times, signedAt) => {
      const all = times.sort((a, b) => b - a).map(key);
      const known = all.filter(({ createdAt }) => createdAt.getTime() <= signedAt);
      const signer = signingKey(known, new Date(signedAt));
      return signer === undefined || verifyingKeys(all, new Date(signedAt + tenMinutes)).includes(signer);
    }),
  );
});
