import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleIn } from './circle.js';

describe('a circle in a graph', () => {
  it('is named in order and closed', () => {
    const edges: [string, string[]][] = [
      ['loops', ['conditions', 'variables']],
      ['conditions', ['values']],
      ['recursion', ['functions']],
      ['functions', ['loops', 'scope']],
      ['scope', ['recursion']],
    ];
    expect(circleIn(edges)).toEqual(['recursion', 'functions', 'scope', 'recursion']);
    expect(circleIn([['a', ['a']]])).toEqual(['a', 'a']);
  });

  it('is not found where each node rests on earlier ones, however they are listed', () => {
    const upwards = fc
      .array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1, maxLength: 30 })
      .map((below) => below.map((nodes, at) => [`${at}`, nodes.filter((node) => node < at).map(String)] as const));
    fc.assert(
      fc.property(upwards, fc.infiniteStream(fc.nat()), (edges, keys) => {
        const shuffled = edges.map((edge) => ({ edge, key: keys.next().value })).sort((a, b) => a.key - b.key);
        expect(circleIn(shuffled.map(({ edge }) => edge))).toBeNull();
      }),
    );
  });

  it('is found wherever one is closed by an edge back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (length) => {
        const edges = Array.from({ length }, (_, at) => [`${at}`, [`${(at + 1) % length}`, 'leaf']] as const);
        expect(circleIn(edges)).toHaveLength(length + 1);
      }),
    );
  });
});
