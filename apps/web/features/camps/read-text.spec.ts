import { describe, expect, it } from 'vitest';
import { decodeText } from './read-text';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('decodeText', () => {
  it('reads UTF-8 and keeps its mark for the server to see', () => {
    expect(decodeText(new TextEncoder().encode('Zoë'))).toBe('Zoë');
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
  });
  it('reads what Excel saves as ANSI', () => expect(decodeText(bytes(0x5a, 0x6f, 0xeb))).toBe('Zoë'));
  it('reads UTF-16 of both orders', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x61, 0x00))).toBe('a');
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x61))).toBe('a');
  });
});
