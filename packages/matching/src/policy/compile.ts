import { type Criterion, type CriterionKind, type Policy, readAssessedColumn } from '@tailcamp/contracts';
import { KINDS } from '../criteria/kinds.js';
import type { ColumnAnswers, Common, Compiled, OfKind } from '../criteria/measure.js';
import { isTogether } from '../criteria/together.js';
import type { Problem } from '../problem.js';
import { widest } from '../solve/sizes.js';
import { matchColumns, textAtStar } from '../survey/pattern.js';
import { identifyStudents, type Students } from '../survey/students.js';
import type { SurveyTable } from '../survey/table.js';
import { offsetOfZone } from '../survey/time-zone.js';
import { PolicyError } from './policy-error.js';
import { mergeUnits } from './units.js';

/**
 * Makes a policy ready for the students of a survey.
 * @throws {PolicyError} naming the field: a pattern that matches no column, a column without numbers, no bound, …
 */
export function compile(policy: Policy, table: SurveyTable): Problem {
  const students = identify(table, policy.id);
  const notices = [...table.notices, ...students.notices];
  const offsets = policy.timeZone === undefined ? null : readOffsets(policy.timeZone, table, students, notices);
  const measures = policy.criteria.map((criterion, c) => {
    const topics = columnsOf(criterion, c, table);
    const columns = [...topics.keys()];
    const at = columns.map((column) => table.columns.indexOf(column));
    const answers: ColumnAnswers = {
      columns,
      topics: [...topics.values()],
      cells: columnsAt(at, students),
      students,
      offsets,
      groupNames: policy.groups?.map(({ name }) => name) ?? null,
    };
    try {
      const compiled = compileKind(criterion.kind, criterion, answers, commonOf(criterion, columns));
      for (const notice of compiled.notices) if (!notices.includes(notice)) notices.push(notice);
      return compiled.measure;
    } catch (error) {
      if (error instanceof RangeError) throw new PolicyError(['criteria', c, criterion.kind], error.message);
      throw error;
    }
  });
  return {
    policy,
    students,
    ...sizesOf(policy),
    objective: policy.objective ?? 'harmonic',
    measures,
    units: mergeUnits(students.ids.length, measures.filter((measure) => measure.hard).filter(isTogether)),
    notices,
  };
}

/** Row by row, for a large cohort's rows lie far apart. */
function columnsAt(positions: readonly number[], { cells }: Students): string[][] {
  const columns = positions.map(() => new Array<string>(cells.length));
  cells.forEach((row, i) => {
    for (let c = 0; c < positions.length; c++) columns[c]![i] = row[positions[c]!] ?? '';
  });
  return columns;
}

function sizesOf({ groupSize, groups }: Policy): Pick<Problem, 'size' | 'named'> {
  if (groups !== undefined) return { size: widest(groups), named: groups };
  if (groupSize !== undefined) return { size: groupSize, named: null };
  throw new PolicyError(['groupSize'], 'neither "groupSize" nor "groups" is given');
}

function compileKind<K extends CriterionKind>(
  kind: K,
  criterion: OfKind<K>,
  answers: ColumnAnswers,
  common: Common,
): Compiled {
  return KINDS[kind](criterion, answers, common);
}

/** What assessment found of people is never shown to students, whatever the policy says. */
function commonOf(criterion: Criterion, columns: readonly string[]): Common {
  const hard = criterion.hard ?? false;
  return {
    kind: criterion.kind,
    column: patternsOf(criterion).join(', '),
    hard,
    weight: hard ? 0 : (criterion.weight ?? 1),
    step: criterion.step ?? false,
    private: criterion.private === true || columns.some((column) => readAssessedColumn(column) !== null),
  };
}

function patternsOf({ column, columns }: Criterion): string[] {
  return [column ?? columns ?? []].flat();
}

/** The columns that a criterion names, each with what it is about. */
function columnsOf(criterion: Criterion, c: number, table: SurveyTable): Map<string, string> {
  const topics = new Map<string, string>();
  for (const pattern of patternsOf(criterion)) {
    const columns = matchColumns(table.columns, pattern);
    if (columns.length === 0) {
      const field = criterion.column === undefined ? 'columns' : 'column';
      throw new PolicyError(['criteria', c, field], `"${criterion.kind}": no column of the survey is "${pattern}"`);
    }
    for (const column of columns) if (!topics.has(column)) topics.set(column, topicOf(column, pattern));
  }
  return topics;
}

function topicOf(column: string, pattern: string): string {
  return (column === pattern ? null : textAtStar(column, pattern)) || column;
}

function identify(table: SurveyTable, id: string | undefined): Students {
  try {
    return identifyStudents(table, id);
  } catch (error) {
    if (error instanceof RangeError) throw new PolicyError(['id'], error.message);
    throw error;
  }
}

/** Minutes ahead of UTC; where a student gave none that we know, the zone that most others gave. */
function readOffsets(pattern: string, table: SurveyTable, students: Students, notices: string[]): number[] {
  const [column] = matchColumns(table.columns, pattern);
  if (column === undefined) throw new PolicyError(['timeZone'], `no column of the survey is "${pattern}"`);
  const at = table.columns.indexOf(column);
  const read = students.cells.map((cells) => offsetOfZone(cells[at] ?? ''));
  const frequency = new Map<number, number>();
  for (const offset of read) if (offset !== null) frequency.set(offset, (frequency.get(offset) ?? 0) + 1);
  const [usual] = [...frequency].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (usual === undefined) throw new PolicyError(['timeZone'], `no time zone in "${column}"`);
  read.forEach((offset, i) => {
    if (offset !== null) return;
    const given = students.cells[i]?.[at] ?? '';
    const why = given === '' ? 'gave no time zone' : `gave "${given}", which is no time zone`;
    notices.push(`${students.names[i]} ${why}; the most frequent one is assumed`);
  });
  return read.map((offset) => offset ?? usual);
}
