import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extendCurve } from './curve.js';

const pointAt = (seconds: number) => ({ seconds, moves: seconds * 1000, best: 0.5, hardViolations: 0 });

it('keeps first and newest of any run, in order, in at most 200 points', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (points) => {
      const all = Array.from({ length: points }, (_, second) => pointAt(second));
      let curve: ReturnType<typeof extendCurve> = [];
      for (const point of all) curve = extendCurve(curve, point);
      const seconds = curve.map((point) => point.seconds);
      expect(curve.length).toBeLessThanOrEqual(200);
      expect(curve.length).toBeGreaterThanOrEqual(Math.min(points, 100));
      expect([seconds[0], seconds.at(-1)]).toEqual([0, points - 1]);
      expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});
