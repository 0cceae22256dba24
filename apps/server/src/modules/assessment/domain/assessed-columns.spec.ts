import { expect, it } from 'vitest';
import { assessedCells, type Shown, type TitledTrack } from './assessed-columns.js';

const TRACK: TitledTrack = {
  slug: 'back-end',
  title: 'Back end',
  domains: [
    { id: 'data', title: 'Data' },
    { id: 'safety', title: 'Safety' },
  ],
  skills: [
    { slug: 'reads', title: 'Reads, writes: both' },
    { slug: 'tokens', title: 'Tokens' },
  ],
};
const SHOWN: Shown = {
  ability: 0.51249,
  standardError: 0.4,
  domains: { data: { ability: -0.2, standardError: 0.7 }, safety: { ability: 1, standardError: 0.72 } },
  mastery: { reads: 0.934, gone: 1 },
};
const of = (shown: Shown) => new Map([['ada', new Map([['back-end', shown]])]]);

it('is an ability for the track and each domain, and one list of all skills', () => {
  const { columns, cells } = assessedCells([TRACK], of(SHOWN));
  expect(columns).toEqual([
    'Assessed ability: Back end',
    'Assessed ability: Back end › Data',
    'Assessed ability: Back end › Safety',
    'Assessed skills: Back end',
  ]);
  // What is known of safety is more noise than signal.
  expect(cells.get('ada')).toEqual(['0.512', '-0.200', '', 'Reads writes both: 0.93']);
});

it('is blank for a track without an attempt, and of attempts from before domains were kept', () => {
  const { domains: _, ...before } = SHOWN;
  const other = { ...TRACK, slug: 'sql', title: 'SQL' };
  expect(assessedCells([other, TRACK], of(before)).cells.get('ada')).toEqual([
    '',
    '',
    '',
    '',
    '0.512',
    '',
    '',
    'Reads writes both: 0.93',
  ]);
});

it('tells tracks of one title apart', () => {
  const { columns } = assessedCells([TRACK, { ...TRACK, slug: 'own' }], new Map());
  expect(new Set(columns).size).toBe(8);
});
