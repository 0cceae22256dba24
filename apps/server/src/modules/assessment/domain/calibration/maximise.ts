import type { ItemParameters } from '@tailcamp/contracts';
import { knowing, probability } from '../irt/response.js';
import { COUNT, NODES } from './quadrature.js';

/**
 * What is believed of an item before any answer: its author's parameters. ln a ~ N(ln a₀, 0.4²): an author may be half as
 * sharp again; b ~ N(b₀, 1²): an author is off by one standard deviation of the population in two cases of three. Few
 * answers move an item little, and a thousand outweigh the author (Mislevy, Bayes modal estimation in item response
 * models, 1986).
 */
export const BELIEF = { logDiscrimination: 0.4, difficulty: 1 } as const;

/** The bounds of `ItemParameters`, so that what is estimated can be stored. */
const BOUNDS = { discrimination: [0.2, 4], difficulty: [-5, 5] } as const;

const STEPS = 8;
const LONGEST_STEP = 0.5;
const CLOSE = 1e-4;

/** Expected counts of an item at each node: how many answered it, how many of them right. */
export interface Expected {
  readonly answers: Float64Array;
  readonly rights: Float64Array;
}

/** The discrimination and difficulty that make the expected counts likeliest, by Fisher scoring in (ln a, b). */
export function maximise(from: ItemParameters, author: ItemParameters, { answers, rights }: Expected): ItemParameters {
  let item = from;
  for (let step = 0; step < STEPS; step++) {
    const { discrimination: a, difficulty: b } = item;
    const matrix = believed();
    let rise = -Math.log(a / author.discrimination) * matrix.aa;
    let shift = -(b - author.difficulty) * matrix.bb;
    for (let node = 0; node < COUNT; node++) {
      if (answers[node]! < 1e-9) continue;
      const { slopes, information } = atAbility(item, NODES[node]!);
      // dℓ ÷ dz = (r − nP) L ÷ P, with z = a(θ − b).
      const pull = (rights[node]! - answers[node]! * information.p) * information.weight;
      rise += pull * slopes.a;
      shift += pull * slopes.b;
      addTo(matrix, slopes, answers[node]! * information.ofZ);
    }
    const [up, over] = solve(matrix, rise, shift);
    const next = {
      ...item,
      discrimination: within(BOUNDS.discrimination, a * Math.exp(limited(up))),
      difficulty: within(BOUNDS.difficulty, b + limited(over)),
    };
    const moved = Math.abs(Math.log(next.discrimination / a)) + Math.abs(next.difficulty - b);
    item = next;
    if (moved < CLOSE) break;
  }
  return item;
}

/** A symmetric matrix over (ln a, b). */
export interface Precision {
  aa: number;
  ab: number;
  bb: number;
}

/** The precision of the author's belief. */
export function believed(): Precision {
  return { aa: 1 / BELIEF.logDiscrimination ** 2, ab: 0, bb: 1 / BELIEF.difficulty ** 2 };
}

/** Derivatives at an ability: of z by ln a and by b, and what an answer tells of z. */
export function atAbility(item: ItemParameters, theta: number) {
  const { discrimination: a, difficulty: b, guessing: c } = item;
  const [p, knows] = [probability(item, theta), knowing(item, theta)];
  const weight = knows / p;
  return {
    slopes: { a: a * (theta - b), b: -a },
    information: { p, weight, ofZ: (1 - c) * knows * (1 - knows) * weight },
  };
}

/** Adds `times` the outer product of the slopes. */
export function addTo(matrix: Precision, slopes: { a: number; b: number }, times: number): void {
  matrix.aa += times * slopes.a * slopes.a;
  matrix.ab += times * slopes.a * slopes.b;
  matrix.bb += times * slopes.b * slopes.b;
}

/** matrix⁻¹ (x, y). */
function solve({ aa, ab, bb }: Precision, x: number, y: number): [number, number] {
  const determinant = aa * bb - ab * ab;
  return [(bb * x - ab * y) / determinant, (aa * y - ab * x) / determinant];
}

const limited = (step: number): number => Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step));
const within = ([low, high]: readonly [number, number], value: number): number => Math.min(high, Math.max(low, value));
