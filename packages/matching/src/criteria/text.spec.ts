import { describe, expect, it } from 'vitest';
import { compile } from '../policy/compile.js';
import { Random } from '../solve/random.js';
import { makeTable } from '../survey/table.js';
import { isFreeText, readTexts, TEXT_DIMENSIONS } from './text.js';

const GOALS = [
  'I want to build robots and learn how motors are controlled',
  'Robotics! I would love to control the motor of a robot arm with my own code',
  'My goal is to write a novel and to read more poetry',
  'Writing poems and short stories, perhaps a whole novel one day',
  '',
  'Sailing across the sea on a boat of my own',
  'To cross the ocean: I dream of boats and sails, and of the open sea',
];
const WRITTEN = [0, 1, 2, 3, 5, 6];

function cosine(vectors: Float32Array, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < TEXT_DIMENSIONS; d++)
    sum += vectors[a * TEXT_DIMENSIONS + d]! * vectors[b * TEXT_DIMENSIONS + d]!;
  return sum;
}

describe('free text', () => {
  const { vectors, words } = readTexts(GOALS);

  it('is nearer to what says the same in other words and forms than to the rest', () => {
    const random = new Random(5);
    const topics = [
      ['robots', 'robotics', 'motors', 'motor', 'controlled', 'controller', 'sensors'],
      ['novel', 'novels', 'poetry', 'poems', 'writing', 'writer', 'stories'],
      ['sailing', 'sailors', 'boats', 'boat', 'ocean', 'oceans', 'sea'],
    ];
    const openings = ['My goal is to learn more of', 'I would love to work on', 'What I want most of all is'];
    const cells = Array.from({ length: 60 }, (_, i) => {
      const words = topics[i % 3]!;
      const order = [...words.keys()];
      random.shuffle(order);
      const chosen = order.slice(0, 3).map((at) => words[at]);
      return `${openings[random.below(3)]} ${chosen.join(' and ')}`;
    });
    const found = readTexts(cells);
    const mean = (same: boolean) => {
      const pairs = cells.flatMap((_, a) =>
        cells.flatMap((_cell, b) => (a < b && (a % 3 === b % 3) === same ? [[a, b]] : [])),
      );
      return pairs.reduce((sum, [a, b]) => sum + cosine(found.vectors, a!, b!), 0) / pairs.length;
    };
    expect(mean(true)).toBeGreaterThan(2 * mean(false));
  });

  it('is a vector of length 1, the same each time, and none where nothing is written', () => {
    for (const i of WRITTEN) expect(cosine(vectors, i, i)).toBeCloseTo(1, 5);
    expect(cosine(vectors, 4, 4)).toBe(0);
    expect(readTexts(GOALS).vectors).toEqual(vectors);
  });

  it('names the words that students share', () => {
    expect(words.find(({ label }) => label === 'novel')?.holders).toEqual([2, 3]);
  });

  it.each([
    ['categories', ['Computer science', 'Physics', 'Computer science', 'Physics'], false],
    ['lists', ['ai;web', 'games, maps', 'machine learning, chess'], false],
    ['a scale', Array.from({ length: 9 }, (_, i) => `${1 + (i % 3)}. I have done this now and then`), false],
    ['prose', GOALS, true],
    ['nothing', ['', ''], false],
  ])('is told from the rest: %s', (_what, cells, expected) => {
    expect(isFreeText(cells)).toBe(expected);
  });

  it('feeds `similar`, whose evidence says what all wrote, and leaves out who wrote nothing', () => {
    const table = makeTable(
      ['id', 'goals'],
      GOALS.map((cell, i) => [`s${i}`, cell]),
    );
    const policy = {
      groupSize: { min: 2, max: 3 },
      id: 'id',
      criteria: [{ kind: 'similar' as const, column: 'goals' }],
    };
    const { measures, notices } = compile(policy, table);
    expect(measures[0]!.pair?.(2, 3)).toBeGreaterThan(measures[0]!.pair?.(0, 3) ?? 1);
    expect(measures[0]!.pair?.(2, 4)).toBeNull();
    expect(measures[0]!.evidence([2, 3], 0)).toMatch(/over 1 pair; all share novel/);
    expect(notices).toContain('1 left "goals" blank and is left out of it');
  });
});
