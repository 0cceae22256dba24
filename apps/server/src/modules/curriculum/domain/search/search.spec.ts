import { describe, expect, it } from 'vitest';
import { languageOf } from './language.js';
import { pieceOfQuestion, piecesOfLesson } from './pieces.js';
import { plain, sectionsOf } from './plain.js';
import { MARK, textParts } from './snippet.js';

describe('plain text', () => {
  it('has no marks', () => {
    expect(plain('**Bold**, *it*, `code` and a [link](https://example.org)')).toBe('Bold, it, code and a link');
    expect(plain('- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |')).toBe('one two a b 1 2');
    expect(plain('3 * 4 = 12 and snake_case_name')).toBe('3 * 4 = 12 and snake_case_name');
  });

  it('is parted by headings, code apart, without what is drawn or printed', () => {
    const text = 'Begin.\n\n## Next *one*\n\nText.\n\n```js\nconst a = 1;\n## no heading\n```\n\n```output\n1\n```\n';
    expect(sectionsOf(`${text}\n\`\`\`mermaid\nflowchart\n\`\`\`\n`)).toEqual([
      { heading: '', blocks: [{ text: 'Begin.', code: '' }] },
      {
        heading: 'Next one',
        blocks: [
          { text: 'Text.', code: '' },
          { text: '', code: 'const a = 1;\n## no heading' },
        ],
      },
    ]);
  });
});

describe('pieces of a lesson', () => {
  const skill = { title: 'Git', description: 'Goes back and forth.' };
  const lesson = { title: 'A way back', objectives: ['Undo a commit', 'Say what is lost'] };

  it('are its aims, together and one by one, and its text', () => {
    const pieces = piecesOfLesson({ ...lesson, body: 'To go back is easy.\n\n## More\n\nThat is it.' }, skill);
    expect(pieces.map(({ meant }) => meant)).toEqual([
      'A way back. Git. Undo a commit. Say what is lost.',
      'Git: Undo a commit',
      'Git: Say what is lost',
      'Git. To go back is easy.',
      'Git. More. That is it.',
    ]);
    expect(pieces[0]?.said).toContain('Goes back and forth.');
  });

  it('hold all of a long text, each within its length', () => {
    const sentences = Array.from({ length: 60 }, (_, at) => `Sentence number ${at} of this long paragraph.`);
    const pieces = piecesOfLesson({ ...lesson, body: `${sentences.join(' ')}\n\nThe end.` }, skill).slice(3);
    for (const { text } of pieces) expect(text.length).toBeLessThanOrEqual(700);
    expect(pieces.map(({ text }) => text).join(' ')).toBe(`${sentences.join(' ')} The end.`);
  });

  it('have the language that most of the text is in', () => {
    expect(languageOf('The branch of a repository is where the work is done')).toBe('english');
    expect(languageOf('La rama de un repositorio es el lugar en que se trabaja')).toBe('spanish');
    expect(languageOf('foo bar baz qux')).toBe('simple');
  });
});

it('shows nothing of a question', () => {
  const question = pieceOfQuestion({
    id: 'loops',
    skill: 'knots',
    kind: 'number',
    stem: 'How many loops has a **bowline**?',
    answer: 1,
    tolerance: 0,
    difficulty: 0,
    discrimination: 1,
    explanation: 'One, which does not run.',
  });
  expect(question).toMatchObject({ text: '', meant: 'How many loops has a bowline?. One, which does not run.' });
});

it('gives marked words as data', () => {
  const { start, end } = MARK;
  expect(textParts(`A ${start}<b>zebra</b>${end} is ${start}striped${end}`)).toEqual([
    { text: 'A ', marked: false },
    { text: '<b>zebra</b>', marked: true },
    { text: ' is ', marked: false },
    { text: 'striped', marked: true },
  ]);
  expect(textParts('')).toEqual([]);
});
