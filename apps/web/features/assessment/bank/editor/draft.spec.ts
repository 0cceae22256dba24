import { Item } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { differing, draftFrom, draftOf, emptyDraft, isSame, itemOf } from './draft';

const common = {
  id: 'what-prints',
  skill: 'loops',
  stem: 'What does it print?\n\nMind the last round.',
  difficulty: -0.4,
  discrimination: 1.2,
  explanation: 'The last round is not made.',
};
const rubric = [
  {
    criterion: 'Says why',
    levels: [
      { points: 0, text: 'Says nothing' },
      { points: 2, text: 'Says why' },
    ],
  },
];
const ITEMS: Item[] = [
  {
    kind: 'choice',
    ...common,
    guessing: 0.2,
    code: { language: 'javascript', source: 'console.log(1)', prints: '1' },
    options: [{ text: '1', right: true }, { text: '2', note: 'or so', because: 'Counts one too many' }, { text: '3' }],
  },
  { kind: 'choices', ...common, options: [{ text: 'a', right: true }, { text: 'b', right: true }, { text: 'c' }] },
  { kind: 'ordering', ...common, lines: ['first', 'second', 'third'] },
  { kind: 'text', ...common, accept: ['0', 'zero'], caseMatters: true },
  { kind: 'number', ...common, answer: 0, tolerance: 0.5, unit: 'ms' },
  { kind: 'essay', ...common, rubric, sample: 'Because.' },
  { kind: 'program', ...common, language: 'python', starter: 'def f():', rubric, sample: 'def f(): pass' },
];

describe('a draft', () => {
  it.each(ITEMS.map((item) => [item.kind, item] as const))('of %s is saved as it was read', (_, item) => {
    expect(itemOf(draftOf(item))).toEqual(item);
    expect(Item.parse(itemOf(draftOf(item)))).toEqual(item);
  });
  it('keeps what was written for another kind, and no misconception of a right option', () => {
    const [choice] = ITEMS.map(draftOf);
    if (choice === undefined) throw new Error('There is one');
    const tried = { ...choice, kind: 'text' as const };
    expect(itemOf(tried)).toMatchObject({ kind: 'text', accept: [''] });
    expect(isSame({ ...tried, kind: 'choice' }, choice)).toBe(true);
    const allRight = { ...choice, options: choice.options.map((option) => ({ ...option, right: true })) };
    expect(JSON.stringify(itemOf(allRight))).not.toContain('because');
  });
  it('is told from what was saved, and says in which fields', () => {
    const [item, other] = ITEMS;
    if (item === undefined || other === undefined) throw new Error('There are two');
    expect(isSame(draftOf(item), draftOf(item))).toBe(true);
    expect(isSame(draftOf(item), { ...draftOf(item), stem: 'Else?' })).toBe(false);
    expect(differing(item, { ...item, stem: 'Else?', difficulty: 2 })).toEqual(['stem', 'difficulty']);
    expect(differing(item, other)).toEqual(['kind', 'guessing', 'code', 'options']);
  });
  it('is taken from the browser only where it can be one', () => {
    const draft = draftOf(ITEMS[0] as Item);
    const back = draftFrom(JSON.parse(JSON.stringify(draft)));
    expect(back !== null && isSame(back, draft)).toBe(true);
    for (const broken of [null, 7, {}, { ...draft, options: 'none' }, { ...draft, rubric: [{}], kind: 'essay' }])
      expect(draftFrom(broken)).toBeNull();
  });
  it('starts with four options, one of them right', () => {
    expect(emptyDraft('loops').options.map(({ right }) => right)).toEqual([true, false, false, false]);
  });
});
