import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Family, GRACE_MS, judgeRefresh, type RefreshVerdict } from './refresh.js';

const at = (ms: number) => new Date(1_700_000_000_000 + ms);
const family = (given: Partial<Family> = {}): Family => ({
  generation: 5,
  rotatedAt: at(0),
  expiresAt: at(1e9),
  endedAt: null,
  ...given,
});

it.each<[string, number, Partial<Family>, number, RefreshVerdict]>([
  ['the present token', 5, {}, 1e6, 'rotate'],
  ['the one before, at the end of the grace', 4, {}, GRACE_MS, 'sibling'],
  ['the one before, after the grace', 4, {}, GRACE_MS + 1, 'replayed'],
  ['an older one, even within the grace', 3, {}, 0, 'replayed'],
  ['a token of a session that was ended', 5, { endedAt: at(0) }, 1, 'ended'],
  ['a token at the absolute expiry', 5, { expiresAt: at(100) }, 100, 'ended'],
  ['a replayed token of a session that was ended', 1, { endedAt: at(0) }, 1, 'ended'],
])('judges %s', (_, generation, given, ms, verdict) => {
  expect(judgeRefresh(generation, family(given), at(ms))).toBe(verdict);
});

it('finds a thief out, whoever of the two refreshes first and whenever the token was copied', () => {
  // Two parties hold the same token and refresh in any order, later than the grace: one of them is refused, and then both.
  const step = fc.record({ who: fc.constantFrom(0, 1), wait: fc.integer({ min: GRACE_MS + 1, max: 1e6 }) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 20 }), (steps) => {
      const held = [5, 5];
      const now = family({ expiresAt: at(1e12) });
      const acted = new Set<number>();
      let clock = 0;
      for (const { who, wait } of steps) {
        clock += wait;
        const verdict = judgeRefresh(held[who] ?? 0, now, at(clock));
        if (verdict === 'replayed') return acted.size === 1 && !acted.has(who);
        if (acted.size === 1 && !acted.has(who)) return false;
        acted.add(who);
        now.generation += 1;
        now.rotatedAt = at(clock);
        held[who] = now.generation;
      }
      return acted.size === 1;
    }),
  );
});
