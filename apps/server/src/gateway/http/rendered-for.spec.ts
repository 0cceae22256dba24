import { describe, expect, it } from 'vitest';
import { addressRenderedFor, renderedFor } from './rendered-for.js';

describe('addressRenderedFor', () => {
  it('takes the word of this process', () => {
    expect(addressRenderedFor(renderedFor('203.0.113.9'))).toBe('203.0.113.9');
    expect(addressRenderedFor(renderedFor('2001:db8::7'))).toBe('2001:db8::7');
  });
  it('takes nobody else’s', () => {
    const forged = `${'A'.repeat(43)} 203.0.113.9`;
    const accented = `${'é'.repeat(43)} 203.0.113.9`;
    for (const header of [undefined, '', '203.0.113.9', forged, accented, ` ${renderedFor('203.0.113.9')}`])
      expect(addressRenderedFor(header)).toBeNull();
    expect(addressRenderedFor([renderedFor('203.0.113.9')])).toBeNull();
  });
});
