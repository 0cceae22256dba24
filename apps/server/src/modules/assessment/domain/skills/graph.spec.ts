import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SkillGraph } from './graph.js';
import { problemsIn } from './prerequisite-rows.js';

const web = new SkillGraph([
  { id: 'caching', requires: ['headers', 'status'] },
  { id: 'headers', requires: ['http'] },
  { id: 'status', requires: ['http'] },
  { id: 'http', requires: ['text'] },
]);

/** Graphs without a circle: each skill rests on earlier ones. */
const graphs = fc
  .array(fc.array(fc.nat(40), { maxLength: 4 }), { minLength: 1, maxLength: 40 })
  .map((below) =>
    below.map((needs, at) => ({ id: `s${at}`, requires: needs.filter((n) => n < at).map((n) => `s${n}`) })),
  );

describe('a graph of skills', () => {
  it('knows what a skill rests on, over any number of steps', () => {
    expect([...web.prerequisites('caching')].sort()).toEqual(['headers', 'http', 'status', 'text']);
    expect(web.prerequisites('text').size).toBe(0);
    expect(web.has('text')).toBe(true);
  });

  it('puts each skill behind what it rests on, over skills in between too', () => {
    expect(web.inOrder()).toEqual(['text', 'http', 'headers', 'status', 'caching']);
    expect(web.inOrder(['caching', 'text'])).toEqual(['text', 'caching']);
  });

  it('keeps every prerequisite before its skill, whatever the graph', () => {
    fc.assert(
      fc.property(graphs, (skills) => {
        const graph = new SkillGraph([...skills].reverse());
        const order = graph.inOrder();
        expect([...order].sort()).toEqual(skills.map(({ id }) => id).sort());
        for (const { id } of skills) {
          for (const needed of graph.prerequisites(id)) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(id));
        }
      }),
    );
  });

  it('refuses a circle by its name', () => {
    const circle = [
      { id: 'a', requires: ['b'] },
      { id: 'b', requires: ['a'] },
    ];
    expect(() => new SkillGraph(circle)).toThrow('Skills that require each other: a → b → a');
  });
});

describe('rows of skills and prerequisites', () => {
  const rowsOf = (...cells: [string, string][]) =>
    cells.map(([skill, prerequisite], at) => ({ row: at + 2, skill, prerequisite }));

  it('have no problems where they are a graph', () => {
    expect(problemsIn(rowsOf(['http', ''], ['headers', 'http'], ['caching', 'headers']))).toEqual([]);
  });

  it('tell of what is missing, unknown, there twice, and of a circle at the row that closes it', () => {
    const known = new Set(['a', 'b', 'c']);
    expect(problemsIn(rowsOf(['a', 'b'], ['', 'a'], ['b', 'x'], ['a', 'b'], ['b', 'c'], ['c', 'a']), known)).toEqual([
      { row: 3, column: 'skill', reason: 'the skill has no name' },
      { row: 4, column: 'prerequisite', reason: 'there is no skill "x"' },
      { row: 5, column: 'prerequisite', reason: 'the same as row 2' },
      { row: 7, column: 'prerequisite', reason: 'these skills require each other: a → b → c → a' },
    ]);
  });
});
