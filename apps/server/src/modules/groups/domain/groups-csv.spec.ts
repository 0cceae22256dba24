import { describe, expect, it } from 'vitest';
import { type FiledMember, groupsCsv } from './groups-csv.js';

const member = (name: string, email: string | null, answers: Record<string, string> = {}): FiledMember => ({
  id: `id-${name}`,
  name,
  email,
  answers,
});
const groups = [
  { name: 'Tide, tables', members: [member('Ann "A" Lee', 'Ann@school.example'), member('Bo', null)] },
  {
    name: 'Ward rounds',
    members: [
      member('Cy', 'cy@school.example', {
        ID: '92',
        'SIS User ID': '13aa3',
        'SIS Login ID': 'mcy',
        Section: 'Monday',
        Username: 'Cy.Young',
      }),
    ],
  },
];

describe('groups as a file', () => {
  it('are what the command line writes and reads', () => {
    expect(groupsCsv('plain', groups, '')).toBe(
      'group,id,name\r\n' +
        '"Tide, tables",Ann@school.example,"Ann ""A"" Lee"\r\n' +
        '"Tide, tables",id-Bo,Bo\r\n' +
        'Ward rounds,cy@school.example,Cy\r\n',
    );
  });

  it('have the columns of a Canvas group set, with the ids that its own export gave us', () => {
    expect(groupsCsv('canvas', groups, '').split('\r\n')).toEqual([
      'name,canvas_user_id,user_id,login_id,sections,group_name',
      '"Ann ""A"" Lee",,,Ann@school.example,,"Tide, tables"',
      'Bo,,,,,"Tide, tables"',
      'Cy,92,13aa3,mcy,Monday,Ward rounds',
      '',
    ]);
  });

  it('take an `ID` for Canvas’s only beside its other columns', () => {
    const other = [{ name: 'G', members: [member('Di', 'di@x.example', { ID: '7' })] }];
    expect(groupsCsv('canvas', other, '')).toContain('Di,,,di@x.example,,G');
  });

  it('put users into groups of a course for Moodle, by lower-case user names', () => {
    expect(groupsCsv('moodle', groups, 'CS101').split('\r\n')).toEqual([
      'username,email,course1,group1',
      'ann@school.example,Ann@school.example,CS101,"Tide, tables"',
      ',,CS101,"Tide, tables"',
      'cy.young,cy@school.example,CS101,Ward rounds',
      '',
    ]);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('hold no formula: %j', (evil) => {
    const csv = groupsCsv('plain', [{ name: evil, members: [member(evil, null)] }], '');
    const [, row = ''] = csv.split('\r\n').length > 2 ? [null, csv.slice(csv.indexOf('\r\n') + 2)] : [];
    expect(row).toMatch(/^"?'/);
    expect(row).not.toMatch(/(^|,)"?[=+\-@\t\r]/);
  });
});
