import { describe, expect, it } from 'vitest';
import { layersOf, stepFrom } from './layers';

const skill = (id: string, ...requires: string[]) => ({ id, requires });

describe('layersOf', () => {
  it('puts a skill behind the longest way to it, and counts nothing of other tracks', () => {
    const { columns } = layersOf([skill('a'), skill('b', 'a', 'elsewhere'), skill('c', 'a', 'b'), skill('d')]);
    expect(columns).toEqual([['a', 'd'], ['b'], ['c']]);
  });
  it('puts what is joined side by side, so that no lines cross that need not', () => {
    const { columns } = layersOf([skill('a'), skill('b'), skill('on-b', 'b'), skill('on-a', 'a')]);
    const [first = [], second = []] = columns;
    expect(second).toEqual(first.map((id) => `on-${id}`));
  });
  it('ends on a circle, too', () => {
    const { places } = layersOf([skill('a', 'b'), skill('b', 'a')]);
    expect(places.size).toBe(2);
  });
  it('has no columns without skills', () => expect(layersOf([]).columns).toEqual([]));
});

it('arrow keys go along a column, and to what a skill rests on and what rests on it', () => {
  const skills = [skill('a'), skill('b'), skill('c', 'a')];
  const layers = layersOf(skills);
  const [first = '', second = ''] = layers.columns[0] ?? [];
  expect(stepFrom(skills, layers, first, 'ArrowDown')).toBe(second);
  expect(stepFrom(skills, layers, first, 'ArrowUp')).toBeNull();
  expect(stepFrom(skills, layers, 'a', 'ArrowRight')).toBe('c');
  expect(stepFrom(skills, layers, 'c', 'ArrowLeft')).toBe('a');
  expect(stepFrom(skills, layers, 'b', 'ArrowRight')).toBeNull();
});
