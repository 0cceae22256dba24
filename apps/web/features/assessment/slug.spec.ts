import { expect, it } from 'vitest';
import { slugOf } from './slug';

it('slugOf joins the words of a title by hyphens, without what files and links cannot carry', () => {
  expect(slugOf('  Búsqueda binaria: O(log n) ')).toBe('busqueda-binaria-o-log-n');
  expect(slugOf('—')).toBe('');
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
});
