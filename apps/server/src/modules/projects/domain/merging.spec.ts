import { describe, expect, it } from 'vitest';
import { conflicts, differing, touchedBy } from './merging.js';

describe('edits that meet', () => {
  it('are refused where one of their fields has changed since, and only there', () => {
    const touched = touchedBy(touchedBy({}, 2, ['title']), 3, ['dueOn']);
    expect(conflicts(touched, 1, ['title'])).toBe(true);
    expect(conflicts(touched, 2, ['title'])).toBe(false);
    expect(conflicts(touched, 2, ['dueOn'])).toBe(true);
    expect(conflicts(touched, 1, ['estimate'])).toBe(false);
    expect(conflicts(touched, 3, ['title', 'dueOn'])).toBe(false);
  });

  it('change what is other than it is, and nothing else', () => {
    const now: { title: string; labels: string[]; dueOn: string | null } = { title: 'A', labels: ['x'], dueOn: null };
    expect(differing(now, { title: 'A', labels: ['x'], dueOn: '2026-01-01' })).toEqual({ dueOn: '2026-01-01' });
    expect(differing(now, { title: undefined, labels: [] })).toEqual({ labels: [] });
  });
});
