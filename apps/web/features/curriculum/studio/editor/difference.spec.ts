import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf, wordRuns } from './difference';
import { mergeText, mergeValue, textOf } from './merge';

const text = fc.array(fc.constantFrom('a', 'b', 'c d', '', 'é'), { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('the difference of two texts', () => {
  it('leads from the one to the other, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordRuns(before, after);
        const side = (kind: 'gone' | 'new') =>
          runs.flatMap((run) => (run.kind === 'same' || run.kind === kind ? run.text : [])).join('');
        expect([side('gone'), side('new')]).toEqual([before, after]);
      }),
    );
  });

  it('names the words that changed, not their lines', () => {
    expect(wordRuns('One line.\nA loop ends.\n', 'One line.\nA loop never ends.\n')).toEqual([
      { kind: 'same', text: 'One line.\n' },
      { kind: 'same', text: 'A loop ' },
      { kind: 'new', text: 'never ' },
      { kind: 'same', text: 'ends.\n' },
    ]);
    expect(wordRuns('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  });

  it('finds a longest common sequence', () => {
    const same = runsOf([...'ABCBDAB'], [...'BDCABA']).flatMap(({ kind, items }) => (kind === 'same' ? items : []));
    expect(same).toHaveLength(4);
  });
});

describe('merging what two wrote', () => {
  it('takes what only one changed, from that one', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(textOf(mergeText(base, changed, base), [])).toBe(changed);
        expect(textOf(mergeText(base, base, changed), [])).toBe(changed);
        expect(textOf(mergeText(base, changed, changed), [])).toBe(changed);
      }),
    );
  });

  it('loses nothing of either where both changed the same, as it is decided', () => {
    const stretches = mergeText('a\nb\nc\n', 'a\nmine\nc\nmy end\n', 'their beginning\na\ntheirs\nc\n');
    expect(stretches).toEqual([
      { kind: 'agreed', text: 'their beginning\na\n' },
      { kind: 'contested', mine: 'mine\n', theirs: 'theirs\n' },
      { kind: 'agreed', text: 'c\nmy end\n' },
    ]);
    expect(textOf(stretches, ['mine'])).toBe('their beginning\na\nmine\nc\nmy end\n');
    expect(textOf(stretches, ['theirs'])).toBe('their beginning\na\ntheirs\nc\nmy end\n');
    expect(textOf(stretches, ['both'])).toBe('their beginning\na\nmine\ntheirs\nc\nmy end\n');
  });

  it('knows of a value whether both changed it', () => {
    expect(mergeValue(5, 5, 7)).toBe(7);
    expect(mergeValue(5, 6, 5)).toBe(6);
    expect(mergeValue(['a'], ['b'], ['b'])).toEqual(['b']);
    expect(mergeValue(5, 6, 7)).toBeUndefined();
  });
});
