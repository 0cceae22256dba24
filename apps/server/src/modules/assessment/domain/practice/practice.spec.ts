import { expect, it } from 'vitest';
import { leastRecent, type Material, skillDue } from './next.js';
import { masteriesNow, type Practised, standings } from './standing.js';

const DAY = 86_400_000;
const day = (count: number) => new Date(Date.UTC(2026, 10, 25) + count * DAY);
const said = (skill: string, right: boolean, at: number, itemId = skill): Practised => ({
  skill,
  itemId,
  right,
  at: day(at),
});
const assessed = { mastery: { loops: 0.5, sets: 0.9, trees: 0.2 }, at: day(0) };

it('moves mastery on from what the newest attempt has shown, by what was practised since', () => {
  const known = standings([assessed], [said('loops', true, 1), said('sets', false, 1)]);
  expect(known.get('loops')?.mastery).toBeGreaterThan(0.8);
  expect(known.get('sets')?.mastery).toBeLessThan(0.7);
  expect(known.get('trees')).toEqual({ mastery: 0.2, due: null, practised: 0, wrong: 0, last: day(0) });
  const again = { mastery: { loops: 0.4 }, at: day(2) };
  expect(standings([again, assessed], [said('loops', true, 1)]).get('loops')).toMatchObject({
    mastery: 0.4,
    practised: 1,
  });
  expect(masteriesNow(assessed, [said('loops', true, 1)])).toEqual({
    ...assessed.mastery,
    loops: known.get('loops')?.mastery,
  });
});

it('remembers over attempts, longer with each right answer, and not long after a wrong one', () => {
  const right = [said('loops', true, 1), said('loops', true, 4)];
  const due = (practised: Practised[]) => standings([assessed], practised).get('loops')?.due?.getTime() ?? 0;
  expect(due(right) - day(4).getTime()).toBeGreaterThan(due(right.slice(0, 1)) - day(1).getTime());
  expect(due([...right, said('loops', false, 12)]) - day(12).getTime()).toBeLessThan(5 * DAY);
});

it('asks what is due longest, then what was never practised from the least mastered on, then nothing', () => {
  const practised = [said('sets', false, 1), said('loops', true, 2)];
  const known = standings([assessed], practised);
  const skills = ['loops', 'sets', 'trees', 'maps'];
  expect(skillDue(skills, known, day(40))).toBe('sets');
  expect(skillDue(skills, known, day(1.5))).toBe('maps');
  expect(skillDue(['loops', 'sets', 'trees'], known, day(1))).toBe('trees');
  expect(skillDue(['loops'], known, day(2))).toBeNull();
});

it('asks the question of a skill that was practised longest ago', () => {
  const of = (itemId: string): Material => ({ itemId, version: 1, skill: 'loops', track: 'code' });
  const questions = ['a', 'b', 'c'].map(of);
  expect(leastRecent(questions, [])?.itemId).toBe('a');
  expect(leastRecent(questions, [said('loops', true, 1, 'a'), said('loops', true, 1, 'b')])?.itemId).toBe('c');
  const all = [said('loops', true, 3, 'a'), said('loops', true, 1, 'b'), said('loops', true, 2, 'c')];
  expect(leastRecent(questions, all)?.itemId).toBe('b');
});
