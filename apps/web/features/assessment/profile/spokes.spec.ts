import type { TrackProfile } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { spokesOf } from './spokes';

const skill = (id: string, domain: string, share: number): TrackProfile['skills'][number] => ({
  id,
  title: id,
  domain,
  level: 1,
  mastery: share,
  evidence: 'shown',
  answers: 1,
  expected: { share, low: share - 0.2, high: share + 0.2 },
  due: null,
});
const domain = (id: string, answered: number) => ({ id, title: id, ability: 0, standardError: 0.5, answered });

it('a spoke is the mean of the skills of its domain, hollow where none was asked', () => {
  const spokes = spokesOf({
    domains: [domain('sql', 3), domain('http', 0)],
    skills: [skill('joins', 'sql', 0.8), skill('nulls', 'sql', 0.4), skill('caching', 'http', 0.5)],
  });
  expect(spokes.map(({ id, guessing }) => [id, guessing])).toEqual([
    ['sql', false],
    ['http', true],
  ]);
  expect(spokes[0]?.value).toBeCloseTo(0.6);
  expect(spokes[0]?.error).toBeCloseTo(0.1);
});
