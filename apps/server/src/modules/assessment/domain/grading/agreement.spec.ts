import { expect, it } from 'vitest';
import { agreementOf, type Rated } from './agreement.js';

const rated = (proposed: readonly number[], given: readonly number[], levels = 3): Rated[] =>
  proposed.map((level, at) => ({ proposed: level, given: given[at] ?? 0, levels }));

it('is 1 in full, 0 as by chance, −1 the other way round', () => {
  expect(agreementOf(rated([0, 1, 2], [0, 1, 2]))).toEqual({ exact: 1, withinOne: 1, kappa: 1 });
  expect(agreementOf(rated([0, 0, 1, 1], [0, 1, 0, 1], 2))).toEqual({ exact: 0.5, withinOne: 1, kappa: 0 });
  expect(agreementOf(rated([0, 1], [1, 0], 2)).kappa).toBe(-1);
});

it('is what one gets by hand: 3 squared steps apart, where chance gives 13', () => {
  const all = rated([0, 1, 2, 2, 1, 0, 2, 1, 2, 0], [0, 1, 1, 2, 1, 1, 2, 0, 2, 0]);
  expect(agreementOf(all)).toMatchObject({ exact: 0.7, withinOne: 1 });
  expect(agreementOf(all).kappa).toBeCloseTo(10 / 13, 12);
});

it('pools scales of different lengths, each with the chance of its own', () => {
  const [two, six] = [rated([0, 1, 1, 0], [0, 1, 1, 0], 2), rated([0, 5, 2, 3], [0, 5, 2, 3], 6)];
  expect(agreementOf([...two, ...six]).kappa).toBe(1);
  expect(agreementOf([...two, ...rated([0, 5], [5, 0], 6)]).kappa).toBeCloseTo(1 - 2 / 3, 12);
});

it('cannot be told where everybody gives the same', () => {
  expect(agreementOf(rated([1, 1], [1, 1]))).toEqual({ exact: 1, withinOne: 1, kappa: null });
});
