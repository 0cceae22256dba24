import { describe, expect, it } from 'vitest';
import { highlight } from './highlight';

describe('highlighted code', () => {
  it('is lines of tokens with the tones of the design', () => {
    expect(highlight('javascript', 'const a = "x"; // why\nf(1)')).toEqual([
      [
        { text: 'const', tone: 'k' },
        { text: ' a = ', tone: null },
        { text: '"x"', tone: 's' },
        { text: '; ', tone: null },
        { text: '// why', tone: 'c' },
      ],
      [
        { text: 'f', tone: 'f' },
        { text: '(', tone: null },
        { text: '1', tone: 'n' },
        { text: ')', tone: null },
      ],
    ]);
  });

  it('keeps every character, a token over several lines included', () => {
    for (const [language, code] of [
      ['python', 'def f():\n    """one\n    two"""\n\n    return 2.5\n'],
      ['sql', "SELECT 'a\nb' -- c\nFROM t"],
      ['html', '<p class="a">\n  &amp; b\n</p>'],
      ['none', 'any\nthing'],
    ] as const) {
      const lines = highlight(language, code).map((tokens) => tokens.map(({ text }) => text).join(''));
      expect(lines.join('\n')).toBe(code);
    }
  });
});
