import { describe, expect, it } from 'vitest';
import { safeNext } from './session';

describe('safeNext', () => {
  it('stays on this site', () => {
    expect(safeNext('/camps/1?a=b')).toBe('/camps/1?a=b');
    for (const elsewhere of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      null,
    ])
      expect(safeNext(elsewhere)).toBe('/');
  });
});
