import type { GroupSize } from '@tailcamp/contracts';
import { SurveyError } from '../../survey/survey-error.js';
import type { Weights } from '../weights.js';

/** A maximally diverse grouping problem: elements, their distances, and how many each group holds. */
export interface Instance {
  readonly weights: Weights;
  readonly bounds: readonly GroupSize[];
}

const MOST_ELEMENTS = 5000;

/**
 * Reads the format of MDGPLIB: `n m ss|ds lb ub lb ub …` (n elements, m groups, each one's bounds), then `i j distance` for pairs,
 * numbered from 0. A pair that is not listed is at distance 0.
 * @throws {SurveyError} naming the row and the reason
 */
export function readInstance(text: string, { fileName = 'instance' } = {}): Instance {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const fail = (row: number, column: number, reason: string): never => {
    throw new SurveyError(fileName, [{ row, column, columnName: null, reason }]);
  };
  const whole = (word: string | undefined, row: number, column: number, what: string, least: number, most: number) => {
    const value = Number(word);
    if (word !== undefined && /^\d+$/.test(word) && value >= least && value <= most) return value;
    return fail(row, column, `${what} is a whole number from ${least} to ${most}, not "${word ?? ''}"`);
  };
  const head = (lines[0] ?? '').trim().split(/\s+/);
  const students = whole(head[0], 1, 1, 'the number of elements', 1, MOST_ELEMENTS);
  const groups = whole(head[1], 1, 2, 'the number of groups', 1, students);
  if (head[2] !== 'ss' && head[2] !== 'ds') fail(1, 3, `the kind is "ss" or "ds", not "${head[2] ?? ''}"`);
  if (head.length !== 3 + 2 * groups) {
    fail(1, head.length, `${groups} groups have ${2 * groups} bounds, and there are ${Math.max(0, head.length - 3)}`);
  }
  const bounds = Array.from({ length: groups }, (_, g): GroupSize => {
    const min = whole(head[3 + 2 * g], 1, 4 + 2 * g, 'a lower bound', 0, students);
    return { min, max: whole(head[4 + 2 * g], 1, 5 + 2 * g, 'an upper bound', min, students) };
  });
  const [least, most] = [bounds.reduce((sum, { min }) => sum + min, 0), bounds.reduce((sum, { max }) => sum + max, 0)];
  if (least > students || most < students) {
    fail(1, 1, `the groups hold ${least} to ${most} elements, and there are ${students}`);
  }
  const values = new Float64Array(students * students);
  const given = new Uint8Array(students * students);
  lines.slice(1).forEach((line, at) => {
    const row = at + 2;
    if (line.trim() === '') return;
    const words = line.trim().split(/\s+/);
    if (words.length !== 3) fail(row, 1, `a row is "i j distance", not "${line.trim().slice(0, 60)}"`);
    const i = whole(words[0], row, 1, 'an element', 0, students - 1);
    const j = whole(words[1], row, 2, 'an element', 0, students - 1);
    const distance = Number(words[2]);
    if (!Number.isFinite(distance)) fail(row, 3, `a distance is a number, not "${words[2]}"`);
    if (i === j) fail(row, 2, `element ${i} is paired with itself`);
    if (given[i * students + j] === 1) fail(row, 1, `the pair ${i} ${j} is given twice`);
    given[i * students + j] = given[j * students + i] = 1;
    values[i * students + j] = values[j * students + i] = distance;
  });
  return { weights: { students, values }, bounds };
}
