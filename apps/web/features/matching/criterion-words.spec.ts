import { assessedColumn } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { translator } from '../../lib/i18n/translate';
import en from '../../messages/en/index';
import { columnInWords, columnsOf, criterionInWords, sentence, shortColumn, shortCriterion } from './criterion-words';

const t = translator('en', en);

describe('criterionInWords', () => {
  it('says what a rule asks, with its number', () => {
    expect(criterionInWords(t, { kind: 'overlap', columns: ['Mon', 'Tue'], hard: true, minBlocks: 3 })).toBe(
      '3 hours free in common',
    );
    expect(criterionInWords(t, { kind: 'notAlone', column: 'Gender', value: 'woman' })).toBe(
      'Nobody alone in Gender: woman',
    );
    expect(criterionInWords(t, { kind: 'cover', columns: 'Level [*]', required: { SQL: 3, maps: 4 } })).toBe(
      'SQL 3, maps 4 in every group',
    );
    expect(criterionInWords(t, { kind: 'atLeast', column: 'Skills', bound: 2 })).toBe('At least 2 with Skills');
  });
});

it('what was measured is told in words, one column or several', () => {
  const name = (domain: string | null) => assessedColumn({ holds: 'ability', track: 'Back end', domain });
  expect(criterionInWords(t, { kind: 'balance', column: name(null) })).toBe('Ability in Back end near the camp’s mean');
  const columns = `${name('Data')}, ${name('Safety')}`;
  expect(columnInWords(t, columns)).toBe('Ability in Back end: Data, Ability in Back end: Safety');
  expect(columnInWords(t, assessedColumn({ holds: 'skills', track: 'Back end', domain: null }))).toBe(
    'Skills of Back end',
  );
});

it('columnsOf takes one, a pattern or many', () => {
  expect(columnsOf({ column: 'A' })).toEqual(['A']);
  expect(columnsOf({ columns: 'Free [*]' })).toEqual(['Free [*]']);
  expect(columnsOf({ columns: ['A', 'B'] })).toEqual(['A', 'B']);
});

it('shortColumn says what a question is about', () => {
  expect(shortColumn('With which gender do you identify?')).toBe('Gender');
  expect(shortColumn('In which section are you enrolled?')).toBe('Section');
  expect(shortColumn('What was your grade on the AutoCAD exam?')).toBe('Grade on the AutoCAD exam');
  expect(shortColumn('What is your personal experience with computer programming?')).toBe('Computer programming');
  expect(shortColumn('¿Cuál es tu nivel de inglés?')).toBe('Nivel de inglés');
});

it('shortColumn drops patterns and cuts long questions', () => {
  expect(shortColumn('When are you free? [*]')).toBe('When are you free?');
  expect(shortColumn('x'.repeat(80))).toHaveLength(43);
});

it('wishes are told apart by their kind, not by their questions', () => {
  expect(shortCriterion(t, { kind: 'apart', column: 'People I would rather not work with' })).toBe('Apart');
});

it('sentence begins large and ends with a stop', () => {
  expect(sentence('parted: Ana and Bo')).toBe('Parted: Ana and Bo.');
  expect(sentence('')).toBe('');
});
