import type { Item, Track } from '@tailcamp/contracts';
import { describe, expect, it } from 'vitest';
import { contentOf } from './content.js';

const skill = { title: 'Loops', domain: 'control', level: 1 as const, description: 'Writes loops that end in time.' };
const track = (id: string, ...skills: (Partial<Track['skills'][number]> & { id: string })[]) => ({
  id,
  title: 'Foundations',
  description: 'What every program is made of, whatever its language.',
  domains: [{ id: 'control', title: 'Control flow' }],
  skills: skills.map((some) => ({ ...skill, requires: [], ...some })),
});
const question = {
  id: 'loops-end',
  skill: 'loops',
  kind: 'choice',
  difficulty: 0,
  stem: 'When does it end?',
  options: [{ text: 'At 3', right: true }, { text: 'At 4' }, { text: 'Never' }],
  explanation: 'It counts from zero.',
};
const filesOf = (of: ReturnType<typeof track>, items: unknown) => ({
  track: { path: `${of.id}/track.yaml`, value: of },
  items: [{ path: `${of.id}/items/control.yaml`, value: items }],
});
const read = (items: unknown, ...skills: Parameters<typeof track>[1][]) =>
  contentOf([filesOf(track('foundations', { id: 'loops' }, ...skills), items)]);

describe('content', () => {
  it('comes out whole, with what is usual where nothing is said', () => {
    const { content, problems } = read([question]);
    expect(problems).toEqual([]);
    expect(content.tracks[0]?.skills[0]?.id).toBe('loops');
    expect(content.items).toEqual([
      expect.objectContaining({ id: 'loops-end', discrimination: 1 } satisfies Partial<Item>),
    ]);
  });

  it.each([
    [
      'two right options',
      { options: question.options.map((option) => ({ ...option, right: true })) },
      'loops-end.options',
      'One option is right, not 3',
    ],
    [
      'one text twice',
      { options: [...question.options, { text: 'Never' }] },
      'loops-end.options.3',
      '“Never” stands there twice',
    ],
    ['an unknown field', { hint: 'x' }, 'loops-end', 'Unrecognized key: "hint"'],
    ['a skill that is none', { skill: 'lops' }, 'loops-end', 'There is no skill “lops”'],
    ['a difficulty off the scale', { difficulty: 9 }, 'loops-end.difficulty', 'Too big: expected number to be <=5'],
    [
      'lines that are the same',
      { kind: 'ordering', options: undefined, lines: ['open', 'read', 'open'] },
      'loops-end.lines.2',
      '“open” stands there twice',
    ],
  ])('tells of %s, by file and field', (_, change, at, message) => {
    const entry = Object.fromEntries(
      Object.entries({ ...question, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(read([entry]).problems).toEqual([{ file: 'foundations/items/control.yaml', at, message }]);
  });

  it('tells of ids that two have', () => {
    expect(read([question, question]).problems[0]?.message).toBe(
      'There is a question of this id already, in foundations/items/control.yaml',
    );
    expect(read([], { id: 'loops' }).problems[0]?.message).toBe('There is a skill of this id already, in foundations');
  });

  it('tells of prerequisites that are none, or go in a circle', () => {
    expect(read([], { id: 'recursion', requires: ['functions'] }).problems[0]?.message).toBe(
      'It requires “functions”, which is no skill of any track',
    );
    const { problems } = read(
      [],
      { id: 'scope', requires: ['closures'] },
      { id: 'closures', requires: ['loops', 'scope'] },
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'Skills that require each other: scope → closures → scope',
    ]);
  });

  it('lets a question stand only with the track of its skill', () => {
    const other = filesOf(track('back-end', { id: 'caching' }), [question]);
    const { problems } = contentOf([filesOf(track('foundations', { id: 'loops' }), []), other]);
    expect(problems).toEqual([
      { file: 'back-end/items/control.yaml', at: 'loops-end', message: '“loops” is a skill of foundations' },
    ]);
  });
});
