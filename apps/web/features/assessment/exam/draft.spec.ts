import type { AskedQuestion } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { answerOf, draftFrom, emptyDraft, moved, picked } from './draft';

const asked = { domain: { id: 'sql', title: 'SQL' }, stem: 'Which?', code: null };
const option = (text: string) => ({ text, note: null });
const choice: AskedQuestion = { ...asked, kind: 'choice', options: ['a', 'b', 'c'].map(option) };
const choices: AskedQuestion = { ...choice, kind: 'choices' };
const ordering: AskedQuestion = { ...asked, kind: 'ordering', lines: ['x', 'y', 'z'] };
const number: AskedQuestion = { ...asked, kind: 'number', unit: null };
const program: AskedQuestion = { ...asked, kind: 'program', language: 'python', starter: 'def f():\n', criteria: [] };
const text = (typed: string) => ({ kind: 'text', text: typed }) as const;

describe('a draft', () => {
  it('is no answer before something is put in, but an order is one as it stands', () => {
    for (const question of [choice, choices, number, program])
      expect(answerOf(question, emptyDraft(question))).toBeNull();
    expect(answerOf(ordering, emptyDraft(ordering))).toEqual({ kind: 'ordering', order: [0, 1, 2] });
  });

  it('picks one of one, and several of several', () => {
    const one = picked(picked(emptyDraft(choice), 0, false), 2, false);
    expect(answerOf(choice, one)).toEqual({ kind: 'choice', option: 2 });
    const some = picked(picked(picked(emptyDraft(choices), 2, true), 0, true), 1, true);
    expect(answerOf(choices, picked(some, 1, true))).toEqual({ kind: 'choices', options: [0, 2] });
  });

  it.each([
    ['3', 3],
    [' -0.5 ', -0.5],
    ['−2', -2],
    ['1,5', 1.5],
    ['12 000', 12_000],
  ])('reads the number %s', (typed, value) => {
    expect(answerOf(number, text(typed))).toEqual({ kind: 'number', value });
  });

  it('is no number where it reads as none', () => {
    expect(answerOf(number, text('three'))).toBeNull();
  });

  it('keeps the order whole while lines move', () => {
    expect(moved([0, 1, 2], 0, 2)).toEqual([1, 2, 0]);
    expect(moved([0, 1, 2], 2, 0)).toEqual([2, 0, 1]);
    expect(moved([0, 1, 2], 0, -1)).toEqual([0, 1, 2]);
  });

  it('comes back from where it was kept only if it is one of this question', () => {
    expect(draftFrom({ kind: 'picked', places: [1] }, choice)).toEqual({ kind: 'picked', places: [1] });
    expect(draftFrom({ kind: 'picked', places: [7] }, choice)).toEqual(emptyDraft(choice));
    expect(draftFrom({ kind: 'order', places: [0, 1] }, ordering)).toEqual(emptyDraft(ordering));
    expect(draftFrom({ kind: 'text', text: 'x' }, choice)).toEqual(emptyDraft(choice));
    expect(draftFrom('broken', program)).toEqual(emptyDraft(program));
  });
});
