import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseSurvey, toCsv } from '../fixtures/course-survey.js';
import { identifyStudents } from './students.js';
import { SurveyError } from './survey-error.js';
import { readTable } from './table.js';

function problemsOf(text: string) {
  try {
    readTable(text, { fileName: 'class.csv' });
  } catch (error) {
    if (error instanceof SurveyError) return error.problems;
    throw error;
  }
  return [];
}

describe('a table', () => {
  it.each([',', ';', '\t'])('reads back what was written with %j', (delimiter) => {
    const rows = courseSurvey();
    const table = readTable(toCsv(rows, delimiter));
    expect(table.columns).toEqual(rows[0]);
    expect(table.rows.map(({ cells }) => cells)).toEqual(
      rows.slice(1).map((cells) => cells.map((cell) => cell.trim())),
    );
  });

  it('reads back any text in quoted cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', 'é') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [['name', 'note'], ...rows].map((cells) => ['x', ...cells].map(quoted).join(',')).join('\n');
        const table = readTable(text.replace('"x"', '"id"'));
        expect(table.rows.map(({ cells }) => cells)).toEqual(
          rows.map((cells) => ['x', ...cells.map((one) => one.trim())]),
        );
      }),
    );
  });

  it('skips the byte order mark, blank rows, a repeated header and the description rows of exports', () => {
    const text = '\uFEFFid,Q1\nid,How old?\n"{""ImportId"":""a""}","{""ImportId"":""b""}"\n\ns1,20\n,\nid,Q1\ns2,21\n';
    const table = readTable(text);
    expect(table.columns).toEqual(['id', 'Q1']);
    expect(table.rows).toEqual([
      { row: 5, cells: ['s1', '20'] },
      { row: 8, cells: ['s2', '21'] },
    ]);
    expect(table.notices).toHaveLength(4);
  });

  it('drops columns without name and cells, and numbers a name that occurs twice', () => {
    const table = readTable('id,Why?,Why?,\na,1,2,\nb,3,4,\n');
    expect(table.columns).toEqual(['id', 'Why?', 'Why? (2)']);
    expect(table.rows[1]?.cells).toEqual(['b', '3', '4']);
  });
});

describe('a broken file is refused by row and column', () => {
  it.each([
    ['an unterminated quote', 'id,name,note\na,Ann,ok\nb,"Bob,ok\nc,Cy,ok\n', 3, 2, 'never closed'],
    ['text after a quote', 'id,name\na,"Ann" Lee\n', 2, 2, 'closing quote'],
    ['too many cells', 'id,name\na,Ann\nb,Bob,1\n', 3, 3, '3 cells, the header has 2'],
    ['too few cells', 'id,name,age\na,Ann,1\nb,Bob\n', 3, 3, '2 cells, the header has 3'],
    ['no header', 'ann@x.example,Ann\nbob@x.example,Bob\n', 1, 1, 'the header row is missing'],
    ['a column without a name', 'id,,age\na,Ann,1\n', 1, 2, 'no name'],
    ['an empty file', '', 1, 1, 'empty'],
    ['nothing but blanks', ' \n\n', 1, 1, 'empty'],
    ['no students', 'id,name\n', 1, 1, 'no students'],
    ['a binary file', 'PK\u0003\u0004,x\n', 1, 1, 'control character'],
    ['another encoding', 'id,name\na,Jos\uFFFD\n', 2, 2, 'UTF-8'],
  ])('%s', (_what, text, row, column, reason) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ row, column });
    expect(problem?.reason).toContain(reason);
  });

  it('says where in one line', () => {
    expect(() => readTable('id,name\na,Ann\nb,Bob,1\n', { fileName: 'class.csv' })).toThrow(
      'class.csv: row 3, column 3: the row has 3 cells, the header has 2',
    );
  });
});

describe('students', () => {
  it('are known by e-mail, the last row of each counting', () => {
    const table = readTable('Name,E-mail\nAnn,ann@x.example\nBob,bob@x.example\nAnn Lee,ANN@x.example\n,\nCy,\n');
    const students = identifyStudents(table);
    expect(students.ids).toEqual(['bob@x.example', 'ANN@x.example', 'row 6']);
    expect(students.names).toEqual(['Bob', 'Ann Lee', 'Cy']);
    expect(students.notices).toEqual([
      'row 2 left out: "ANN@x.example" answered again in row 4',
      'row 6 has no "E-mail"; the student is called "row 6"',
    ]);
  });

  it('are known by the column that is told, or by their rows', () => {
    const table = readTable('first name,last name,login\nAnn,Lee,al\nBob,Ray,br\n');
    expect(identifyStudents(table, 'log*').ids).toEqual(['al', 'br']);
    expect(identifyStudents(table).ids).toEqual(['2', '3']);
    expect(identifyStudents(table).names).toEqual(['Ann Lee', 'Bob Ray']);
    expect(() => identifyStudents(table, 'number')).toThrow(RangeError);
  });
});
