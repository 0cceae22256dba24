import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, freeAsMatched, pairsInOrder, scoreForStudents, type WeighedCriterion } from './explanation.js';

const criterion = (given: Partial<WeighedCriterion>): WeighedCriterion => ({
  kind: 'similar',
  column: 'Interests',
  score: 0.5,
  satisfied: true,
  evidence: 'all like music',
  weight: 1,
  ...given,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('scoreForStudents', () => {
  it('is the weighted mean of what is not private; hard rules weigh nothing', () => {
    const criteria = [
      criterion({ score: 0.8, weight: 3 }),
      criterion({ score: 0.4, weight: 1 }),
      criterion({ score: 0, weight: 0 }),
      criterion({ score: 0, weight: 5, private: true }),
    ];
    expect(scoreForStudents(criteria)).toBeCloseTo(0.7);
  });

  it('is 1 where all is private', () => expect(scoreForStudents([criterion({ private: true, score: 0.2 })])).toBe(1));

  it('says nothing of a private criterion, whatever it scored', () => {
    fc.assert(
      fc.property(fc.array(share), share, share, (open, one, other) => {
        const shown = open.map((score) => criterion({ score }));
        const withPrivate = (score: number) => scoreForStudents([...shown, criterion({ score, private: true })]);
        return withPrivate(one) === withPrivate(other);
      }),
    );
  });
});

describe('explain', () => {
  const mine = [criterion({ score: 0.9 }), criterion({ kind: 'notAlone', column: 'Gender', private: true, score: 1 })];
  const theirs = [
    criterion({ score: 0.3 }),
    criterion({ kind: 'notAlone', column: 'Gender', private: true, score: 0 }),
  ];

  it('shows students nothing private, not even that it is there', () => {
    const seen = explain(mine, [mine, theirs], { staff: false });
    expect(seen).toEqual([expect.objectContaining({ column: 'Interests', cohort: [0.3, 0.9] })]);
    expect(JSON.stringify(seen)).not.toMatch(/Gender|weight/);
  });

  it('shows staff all of it, with the cohort ascending', () => {
    expect(explain(mine, [mine, theirs], { staff: true }).map(({ cohort }) => cohort)).toEqual([
      [0.3, 0.9],
      [0, 1],
    ]);
  });
});

it('leaves out of the cohort what groups of an earlier policy scored in the same place', () => {
  const earlier = [criterion({ column: 'Goals', score: 0.1 })];
  const [seen] = explain([criterion({ score: 0.9 })], [[criterion({ score: 0.9 })], earlier], { staff: true });
  expect(seen?.cohort).toEqual([0.9]);
});

it('turns the pairs to another order of members', () => {
  const grounds = {
    criteria: [],
    memberIds: ['a', 'b', 'c'],
    pairs: [
      [1, 0.2, 0.3],
      [0.2, 1, 0.4],
      [0.3, 0.4, 1],
    ],
  };
  expect(pairsInOrder(grounds, ['c', 'a'])).toEqual([
    [1, 0.3],
    [0.3, 1],
  ]);
});

describe('freeAsMatched', () => {
  const free = { zone: null, counts: Array.from({ length: 168 }, (_, hour) => (hour === 9 ? 2 : 0)) };
  const overlap = { kind: 'overlap', column: 'Free', score: 1, satisfied: true, evidence: '', weight: 1 };
  const grounds = { criteria: [overlap], memberIds: ['a', 'b'], pairs: [], free };
  it('is what was matched while the group is whole', () => {
    expect(freeAsMatched(grounds, ['b', 'a'], { staff: false })).toBe(free);
    expect(freeAsMatched(grounds, ['a'], { staff: true })).toBeNull();
    expect(freeAsMatched({ ...grounds, free: null }, ['a', 'b'], { staff: true })).toBeNull();
  });
  it('is for staff alone where the criterion is private', () => {
    const kept = { ...grounds, criteria: [{ ...overlap, private: true }] };
    expect(freeAsMatched(kept, ['a', 'b'], { staff: false })).toBeNull();
    expect(freeAsMatched(kept, ['a', 'b'], { staff: true })).toBe(free);
  });
});
