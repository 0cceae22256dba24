import { byRank } from '@tailcamp/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankBehind } from './placing.js';

it('puts each behind the one it was dropped on, at the top, or at the end where that one is gone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(99), fc.constantFrom('top', 'behind', 'gone')), { maxLength: 60 }),
      (drops) => {
        const expected: string[] = [];
        let order: { id: string; rank: string }[] = [];
        for (const [n, [where, kind]] of drops.entries()) {
          const id = `${n}`.padStart(3, '0');
          const at = expected.length === 0 ? 0 : where % expected.length;
          const after = kind === 'top' ? null : kind === 'gone' ? 'gone' : (expected[at] ?? null);
          order = [...order, { id, rank: rankBehind(after, order) }].sort(byRank);
          expected.splice(kind === 'top' || after === null ? 0 : kind === 'gone' ? expected.length : at + 1, 0, id);
        }
        expect(order.map(({ id }) => id)).toEqual(expected);
      },
    ),
  );
});
