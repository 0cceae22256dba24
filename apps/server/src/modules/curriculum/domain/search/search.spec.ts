import { describe, expect, it } from 'vitest';
import { languageOf } from './language.js';
import { pieceOfQuestion, piecesOfLesson } from './pieces.js';
import { plain, sectionsOf } from './plain.js';
import { likelyWords, snippetOf } from './snippet.js';

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

describe('a snippet', () => {
  const marked = (text: string, stems: Record<string, string>) =>
    snippetOf(text, new Map(Object.entries(stems)), Object.values(stems))
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('');

  it('has the words that were asked for as data, and a short text whole', () => {
    expect(snippetOf('A <b>Zebra</b> is striped', new Map([['zebra', 'zebra']]), ['zebra', 'strip'])).toEqual([
      { text: 'A <b>', marked: false },
      { text: 'Zebra', marked: true },
      { text: '</b> is striped', marked: false },
    ]);
    expect(marked('', {})).toBe('');
    expect(marked('Two words.', { other: 'other' })).toBe('Two words.');
  });

  it('marks what was asked for alone, of all whose stems are known', () => {
    const stems = new Map([
      ['say', 'say'],
      ['sample', 'sampl'],
    ]);
    expect(snippetOf('Say sample', stems, ['sampl'])).toEqual([
      { text: 'Say ', marked: false },
      { text: 'sample', marked: true },
    ]);
  });

  it('is the part of a long text that says most, from where a sentence begins', () => {
    const filling = 'Nothing of it is told in this sentence of ten words. '.repeat(6);
    const text = `A zebra comes first. ${filling}Here the zebra is striped. ${filling}`;
    const shown = marked(text, { zebra: 'zebra', striped: 'strip' });
    expect(shown).toMatch(/^… Nothing .* Here the \[zebra\] is \[striped\]\. .* …$/);
    expect(marked(`${'word '.repeat(60)}zebra`, { zebra: 'zebra' })).toBe(`… ${'word '.repeat(6)}[zebra]`);
  });

  it('looks at the stems of words that begin as a stem does, accents aside', () => {
    expect(likelyWords('Árboles, arbitrary; trees and Trees', ['arbol', 'tree'])).toEqual([
      'árboles',
      'arbitrary',
      'trees',
    ]);
  });
});
