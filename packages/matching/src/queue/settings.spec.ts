import type { QueueSettings, QueueStep } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followPolicy, proposeSettings, settingsProblems } from './settings.js';
import { acceptedAt, levelAt, momentsOf, type QueuePolicy, sizeAt, widen } from './widening.js';

const criterion = fc.oneof(
  fc.record({
    kind: fc.constant('overlap' as const),
    column: fc.constant('free *'),
    hard: fc.boolean(),
    minBlocks: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({
    kind: fc.constant('similar' as const),
    column: fc.constantFrom('interests', 'goals'),
    hard: fc.boolean(),
    atLeast: fc.double({ min: 0.01, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('balance' as const),
    column: fc.constant('level'),
    hard: fc.boolean(),
    tolerance: fc.double({ min: 0.01, max: 2, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('spread' as const), column: fc.constant('gender'), hard: fc.boolean() }),
  fc.record({
    kind: fc.constant('notAlone' as const),
    column: fc.constant('gender'),
    hard: fc.boolean(),
    private: fc.constant(true),
  }),
);
const policy = fc
  .record({
    min: fc.integer({ min: 1, max: 5 }),
    over: fc.integer({ min: 0, max: 3 }),
    criteria: fc.array(criterion, { maxLength: 5 }),
  })
  .map(({ min, over, criteria }): QueuePolicy => ({ groupSize: { min, max: min + over }, criteria }));

const POLICY: QueuePolicy = {
  groupSize: { min: 4, max: 4 },
  criteria: [
    { kind: 'similar', column: 'interests' },
    { kind: 'overlap', column: 'free *', minBlocks: 3, hard: true },
    { kind: 'spread', column: 'gender', hard: true, private: true },
  ],
};
const settings = (over: Partial<QueueSettings>): QueueSettings => ({ ...proposeSettings(POLICY), ...over });

describe('the settings that we propose', () => {
  it('fit every policy', () => {
    fc.assert(
      fc.property(policy, (given) => {
        expect(settingsProblems(proposeSettings(given), given)).toEqual([]);
      }),
    );
  });

  it('ease the common hours first, then the sizes, then the mix, and at last let go of all that protects nobody', () => {
    expect(proposeSettings(POLICY).steps).toEqual([
      { afterMinutes: 10, ease: [{ criterion: 1, minBlocks: 2 }] },
      { afterMinutes: 60, groupSize: { min: 3, max: 5 }, ease: [] },
      {
        afterMinutes: 240,
        ease: [
          { criterion: 1, minBlocks: 1 },
          { criterion: 2, drop: true },
        ],
      },
      { afterMinutes: 720, groupSize: { min: 2, max: 5 }, ease: [{ criterion: 1, drop: true }] },
    ]);
  });
});

describe('settings that are refused', () => {
  const fields = (over: Partial<QueueSettings>) => settingsProblems(settings(over), POLICY).map(({ field }) => field);

  it.each<[string, QueueStep[], string]>([
    [
      'a step that asks for more',
      [{ afterMinutes: 10, ease: [{ criterion: 1, minBlocks: 4 }] }],
      'settings.steps.0.ease.0',
    ],
    [
      'an ease of what need not hold',
      [{ afterMinutes: 10, ease: [{ criterion: 0, atLeast: 0.1 }] }],
      'settings.steps.0.ease.0',
    ],
    ['an ease of nothing', [{ afterMinutes: 10, ease: [{ criterion: 9, drop: true }] }], 'settings.steps.0.ease.0'],
    [
      'a bound of another kind',
      [{ afterMinutes: 10, ease: [{ criterion: 1, tolerance: 2 }] }],
      'settings.steps.0.ease.0',
    ],
    [
      'a bound where there is none',
      [{ afterMinutes: 10, ease: [{ criterion: 2, atLeast: 0.5 }] }],
      'settings.steps.0.ease.0',
    ],
    [
      'sizes that are other than wider',
      [{ afterMinutes: 10, groupSize: { min: 5, max: 6 }, ease: [] }],
      'settings.steps.0.groupSize',
    ],
    [
      'steps out of order',
      [
        { afterMinutes: 10, groupSize: { min: 3, max: 4 }, ease: [] },
        { afterMinutes: 10, groupSize: { min: 3, max: 5 }, ease: [] },
      ],
      'settings.steps.1.afterMinutes',
    ],
    [
      'a step after the end',
      [{ afterMinutes: 43_000, groupSize: { min: 3, max: 4 }, ease: [] }],
      'settings.steps.0.afterMinutes',
    ],
    [
      'to drop what is dropped',
      [
        {
          afterMinutes: 10,
          ease: [
            { criterion: 2, drop: true },
            { criterion: 2, drop: true },
          ],
        },
      ],
      'settings.steps.0.ease.1',
    ],
  ])('%s', (_, steps, field) => {
    expect(fields({ steps: steps })).toEqual([field]);
  });

  it('an end before the first group', () => {
    expect(fields({ steps: [], gatherMinutes: 30, expireMinutes: 30 })).toEqual(['settings.expireMinutes']);
  });
});

describe('another version of the policy', () => {
  it('keeps what still eases something, wherever the criterion stands now', () => {
    const [, overlap, spread] = POLICY.criteria;
    const after: QueuePolicy = { groupSize: { min: 3, max: 5 }, criteria: [spread!, overlap!] };
    expect(followPolicy(proposeSettings(POLICY), POLICY, after).steps).toEqual([
      { afterMinutes: 10, ease: [{ criterion: 1, minBlocks: 2 }] },
      {
        afterMinutes: 240,
        ease: [
          { criterion: 1, minBlocks: 1 },
          { criterion: 0, drop: true },
        ],
      },
      { afterMinutes: 720, groupSize: { min: 2, max: 5 }, ease: [{ criterion: 1, drop: true }] },
    ]);
  });

  it('always leaves settings that fit it', () => {
    fc.assert(
      fc.property(policy, policy, (before, after) => {
        expect(settingsProblems(followPolicy(proposeSettings(before), before, after), after)).toEqual([]);
      }),
    );
  });
});

describe('what somebody accepts', () => {
  it('grows with each level: sizes hold those before, bounds are no stricter', () => {
    fc.assert(
      fc.property(policy, (given) => {
        const { steps } = proposeSettings(given);
        for (let level = 1; level <= steps.length; level++) {
          const [less, more] = [sizeAt(given, steps, level - 1), sizeAt(given, steps, level)];
          expect(more.min <= less.min && more.max >= less.max).toBe(true);
          acceptedAt(given, steps, level).forEach((rule, i) => {
            const before = acceptedAt(given, steps, level - 1)[i]!;
            if (before.dropped) expect(rule.dropped).toBe(true);
            const stricter = (rule.accepted ?? 0) - (before.accepted ?? 0);
            expect(rule.kind === 'balance' ? stricter >= 0 : stricter <= 0).toBe(true);
          });
        }
      }),
    );
  });

  it('is the policy itself at first, and loses what is dropped at last', () => {
    const { steps } = proposeSettings(POLICY);
    expect(widen(POLICY, steps, 0)).toEqual(POLICY);
    expect(widen(POLICY, steps, 3)).toEqual({
      groupSize: { min: 3, max: 5 },
      criteria: [POLICY.criteria[0], { ...POLICY.criteria[1], minBlocks: 1 }],
    });
  });

  it('changes at the moments that are told', () => {
    const all = settings({});
    expect(momentsOf(all)).toEqual([5, 10, 60, 240, 720, 2880]);
    expect([0, 9.9, 10, 59, 60, 5000].map((waited) => levelAt(all.steps, waited))).toEqual([0, 0, 1, 1, 2, 4]);
  });
});
