import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldToSources } from './citations.js';
import { bodyOf, draftedOf } from './drafted-text.js';
import { briefOutline, lessonOutline } from './outline.js';
import { questionName, questionsByRules } from './questions.js';
import { firstSentences, sectionOf } from './sections.js';

const known = new Set([1, 2, 3]);
const source = (n: number, heading = '', text = `What ${n} says. And more.`) => ({
  ...{ n, heading, text },
  lesson: `lesson-${n}`,
  title: `Lesson ${n}`,
});

describe('citations', () => {
  it.each([
    ['It is so [2].', 'It is so [2].', [2]],
    ['It is so [9].', 'It is so.', []],
    ['Both [1, 7; 3] and [2][8].', 'Both [1, 3] and [2].', [1, 2, 3]],
    ['Say `list[7]`, and [1](https://example.org).', 'Say `list[7]`, and [1](https://example.org).', []],
    ['```js\nconst a = b[9];\n```\nas [1] shows', '```js\nconst a = b[9];\n```\nas [1] shows', [1]],
  ])('holds “%s” to the sources', (text, held, cites) => {
    expect(heldToSources(text, known)).toEqual({ text: held, cites });
  });

  it('never leaves a number that is no source outside of code', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.nat(12).map((n) => `[${n}]`),
            fc.constantFrom('word', ' ', '\n', '`a[9]`'),
          ),
        ),
        (parts) => {
          const { text } = heldToSources(parts.join(''), known);
          const numbers = [...text.replace(/`[^`\n]+`/g, '').matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
          expect(numbers.filter((n) => !known.has(n))).toEqual([]);
        },
      ),
    );
  });
});

describe('a drafted text', () => {
  const given = {
    title: 'T',
    objectives: ['Do it'],
    sections: [
      { heading: '', text: 'Begins [1] and [8].' },
      { heading: '## Worked example [2]', text: 'Shows nothing.' },
      { heading: 'Nothing', text: '  ' },
    ],
  };
  const drafted = draftedOf(given, [source(1), source(2, 'Worked example')], ['q']);

  it('marks sections that name no source, and drops what is empty', () => {
    expect(drafted.parts).toEqual([
      { heading: '', text: 'Begins [1] and.', uncited: false },
      { heading: 'Worked example', text: 'Shows nothing.', uncited: true },
    ]);
  });

  it('becomes one Markdown text that ends with the sources of the parts that were taken', () => {
    const body = bodyOf(drafted.parts, [source(1), source(2, 'Worked example')]);
    expect(body).toBe('Begins [1] and.\n\n## Worked example\n\nShows nothing.\n\n## Sources\n\n- [1] *Lesson 1*');
    expect(bodyOf(drafted.parts.slice(1), [source(1)])).toBe('## Worked example\n\nShows nothing.');
  });
});

describe('without a model', () => {
  const skill = { id: 'loops', title: 'Loops', description: 'Traces loops.' };
  const sources = [source(1), source(2, 'Worked example', '```js\n1\n```'), source(3, 'Your turn', 'Trace one.')];

  it('a lesson is an outline of its neighbours, which says so', () => {
    const wish = {
      what: 'lesson',
      skill: 'loops',
      kind: 'lesson',
      level: 'beginner',
      minutes: 8,
      purpose: '',
    } as const;
    const { title, sections } = lessonOutline(wish, skill, sources, ['Trace a loop by hand']);
    expect(title).toBe('Outline: Loops');
    expect(sections[0]?.text).toContain('This is an outline');
    expect(sections[1]?.text).toBe('- *Lesson 1*: What 1 says. And more. [1]');
    expect(sections[2]).toEqual({ heading: 'Worked example', text: 'As *Lesson 2* shows it [2]:\n\n```js\n1\n```' });
    const exercise = lessonOutline({ ...wish, kind: 'exercise' }, skill, sources, []);
    expect(exercise.sections[3]).toMatchObject({ heading: 'Your turn', text: expect.stringContaining('Trace one.') });
  });

  it('a brief spreads its skills over the weeks, and has a role for everybody', () => {
    const wish = { what: 'brief', skills: ['loops', 'forms'], weeks: 3, people: 3, purpose: 'A game.' } as const;
    const forms = { id: 'forms', title: 'Forms', description: 'Asks well.' };
    const aims = new Map([['loops', [{ aim: 'Trace a loop', n: 1 }]]]);
    const told = new Map(
      briefOutline({ ...wish, skills: [...wish.skills] }, [skill, forms], aims).sections.map(({ heading, text }) => [
        heading,
        text,
      ]),
    );
    expect(told.get('Milestones')).toBe(
      '- **Week 1**: Loops [1]\n- **Week 2**: Forms\n- **Week 3**: show it to another group, mend what they stumble over',
    );
    expect(told.get('Roles')?.split('\n')).toHaveLength(3);
    expect(told.get('Acceptance criteria')).toBe('- Trace a loop [1]');
  });

  it('questions ask what proved code prints, which is known for sure, and objectives by a rubric', () => {
    const body = 'Say.\n\n```python\nprint(1 + 1)\n```\n\n```output\n2\n```\n';
    const lesson = { title: 'Sums', objectives: ['Add two numbers'], body, n: 4 };
    const name = (stem: string, at: number) => questionName('sums', stem, `abc${at}`);
    const [printed, explained] = questionsByRules('sums', [lesson], 0, name);
    expect(printed).toMatchObject({
      item: {
        id: 'sums-what-does-this-print-abc0',
        kind: 'text',
        accept: ['2'],
        code: { language: 'python', prints: '2' },
      },
      cites: [4],
    });
    expect(explained?.item).toMatchObject({ kind: 'essay', stem: expect.stringContaining('add two numbers') });
  });
});

it('finds sections by their heading, not by what code looks like', () => {
  const body = 'Begins.\n\n## One\n\n```md\n## Two\n```\n\n## Two\n\nEnds.';
  expect(sectionOf(body, '')).toBe('Begins.');
  expect(sectionOf(body, 'Two')).toBe('Ends.');
  expect(sectionOf(body, 'Three')).toBeNull();
  expect(firstSentences('One. Two is longer. Three.', 18)).toBe('One. Two is longer.'.slice(0, 4));
});
