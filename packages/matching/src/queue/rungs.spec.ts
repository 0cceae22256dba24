import { assessedColumn } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { visibleRungs } from './rungs.js';
import type { QueuePolicy } from './widening.js';

const POLICY: QueuePolicy = {
  groupSize: { min: 4, max: 4 },
  criteria: [
    { kind: 'similar', column: 'interests' },
    { kind: 'notAlone', column: 'gender', hard: true, private: true },
    { kind: 'overlap', column: 'free *', minBlocks: 3, hard: true },
  ],
};

it('tells a student of every change but those of what is private', () => {
  const rungs = visibleRungs(POLICY, [
    { afterMinutes: 10, ease: [{ criterion: 2, minBlocks: 2 }] },
    { afterMinutes: 30, ease: [{ criterion: 1, drop: true }] },
    { afterMinutes: 60, groupSize: { min: 3, max: 5 }, ease: [] },
  ]);
  const overlap = { kind: 'overlap', column: 'free *', asked: 3, dropped: false };
  expect(rungs).toEqual([
    { afterMinutes: 0, size: { min: 4, max: 4 }, rules: [{ ...overlap, accepted: 3 }] },
    { afterMinutes: 10, size: { min: 4, max: 4 }, rules: [{ ...overlap, accepted: 2 }] },
    { afterMinutes: 60, size: { min: 3, max: 5 }, rules: [{ ...overlap, accepted: 2 }] },
  ]);
});

it('tells nobody of a rule on what was measured, whether or not the policy says so', () => {
  const column = assessedColumn({ holds: 'ability', track: 'Back end', domain: null });
  const balance = { kind: 'balance' as const, column, hard: true };
  const [rung] = visibleRungs({ ...POLICY, criteria: [...POLICY.criteria, balance] }, []);
  expect(rung?.rules.map(({ kind }) => kind)).toEqual(['overlap']);
});
