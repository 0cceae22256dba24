import { type Answer, Item } from '@tailcamp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOf, isRight, layoutOf, markedOf, misfitOf } from './question-layout.js';

const common = { id: 'which', skill: 'sql', difficulty: 0, stem: 'Which?', explanation: 'So.' };
const options = ['a', 'b', 'c', 'd'].map((text, at) => ({
  text,
  ...(at < 2 ? { right: true } : { because: `not ${text}` }),
}));
const choice = Item.parse({ ...common, kind: 'choice', options: options.slice(1) });
const choices = Item.parse({ ...common, kind: 'choices', options });
const ordering = Item.parse({ ...common, kind: 'ordering', lines: ['one', 'two', 'three', 'four'] });
const text = Item.parse({ ...common, kind: 'text', accept: ['LEFT JOIN', 'left outer join'] });
const number = Item.parse({ ...common, kind: 'number', answer: 2, tolerance: 0.1 });
const rubric = [
  {
    criterion: 'Clear',
    levels: [
      { points: 0, text: 'not at all' },
      { points: 2, text: 'all of it' },
    ],
  },
];
const essay = Item.parse({ ...common, kind: 'essay', rubric, sample: 'Full.' });
const domain = { id: 'd', title: 'D' };
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('a question as it is asked', () => {
  it('shows nothing of its key', () => {
    for (const item of [choice, choices, ordering, text, number, essay]) {
      const shown = JSON.stringify(askedOf(item, domain, layoutOf(item, 7)));
      for (const secret of [
        'right',
        'because',
        'not c',
        'So.',
        'accept',
        'tolerance',
        'Full.',
        'difficulty',
        'levels',
      ]) {
        expect(shown).not.toContain(secret);
      }
    }
  });

  it('never shows lines in their right order, and the same order for the same seed', () => {
    fc.assert(
      fc.property(seed, (some) => {
        const layout = layoutOf(ordering, some);
        expect(layout).not.toEqual([0, 1, 2, 3]);
        expect([...layout].sort()).toEqual([0, 1, 2, 3]);
        expect(layoutOf(ordering, some)).toEqual(layout);
      }),
    );
  });

  it('is right by its key, in whatever order it stands', () => {
    fc.assert(
      fc.property(seed, (some) => {
        for (const item of [choice, choices, ordering]) {
          const layout = layoutOf(item, some);
          const { key } = markedOf(item, layout, true);
          const answer: Answer =
            'order' in key
              ? { kind: 'ordering', order: key.order }
              : 'right' in key && key.kind === 'choices'
                ? { kind: 'choices', options: [...key.right].reverse() }
                : { kind: 'choice', option: ('right' in key && key.right[0]) || 0 };
          expect(misfitOf(item, answer)).toBeNull();
          expect(isRight(item, layout, answer)).toBe(true);
        }
      }),
    );
  });

  it('is not right with one right option too few, one wrong too many, or two lines changed', () => {
    const layout = [0, 1, 2, 3];
    expect(isRight(choices, layout, { kind: 'choices', options: [0] })).toBe(false);
    expect(isRight(choices, layout, { kind: 'choices', options: [0, 1, 2] })).toBe(false);
    expect(isRight(ordering, layout, { kind: 'ordering', order: [0, 1, 3, 2] })).toBe(false);
    expect(isRight(choice, [0, 1, 2], { kind: 'unknown' })).toBe(false);
  });

  it('takes a text by its words, whatever its blanks and, unless told, its case', () => {
    expect(isRight(text, [], { kind: 'text', text: '  left  JOIN ' })).toBe(true);
    expect(isRight(text, [], { kind: 'text', text: 'leftjoin' })).toBe(false);
    expect(isRight({ ...text, caseMatters: true } as Item, [], { kind: 'text', text: 'left join' })).toBe(false);
  });

  it.each([
    [2, true],
    [2.1, true],
    [1.9, true],
    [2.11, false],
  ])('takes the number %d for 2 ± 0.1: %s', (value, right) => {
    expect(isRight(number, [], { kind: 'number', value })).toBe(right);
  });

  it('leaves what is written to whoever grades it', () => {
    expect(isRight(essay, [], { kind: 'essay', text: 'Full.' })).toBeNull();
  });

  it('refuses what is no answer to it, in words', () => {
    expect(misfitOf(choice, { kind: 'choice', option: 3 })).toBe('There are 3 options');
    expect(misfitOf(choices, { kind: 'choices', options: [1, 1] })).toBe('An option is chosen twice');
    expect(misfitOf(ordering, { kind: 'ordering', order: [0, 1, 2] })).toBe('Each of 4 lines stands once');
    expect(misfitOf(text, { kind: 'number', value: 1 })).toBe('The question asks for text, not number');
    expect(misfitOf(text, { kind: 'unknown' })).toBeNull();
  });
});
