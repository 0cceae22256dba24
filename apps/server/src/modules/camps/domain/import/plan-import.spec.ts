import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterMember } from '../roster-member.js';
import { type ImportPlan, planImport } from './plan-import.js';
import type { FileRow, RosterFile } from './roster-file.js';

let made = 0;
const member = (facts: Partial<RosterMember>): RosterMember => ({
  id: `member-${++made}`,
  campId: 'camp',
  userId: null,
  role: 'student',
  name: 'Ada Lind',
  email: null,
  answers: {},
  version: 1,
  joinedAt: new Date(0),
  ...facts,
});

const file = (...rows: Partial<FileRow>[]): RosterFile => ({
  fileName: 'class.csv',
  delimiter: ',',
  columns: ['Name', 'E-mail', 'Student ID', 'Level'],
  emailColumn: 'E-mail',
  idColumn: 'Student ID',
  rows: rows.map((row, i) => ({ row: i + 2, name: '', email: '', answers: { 'Student ID': '', Level: '' }, ...row })),
  notices: [],
  missing: [],
});

/** What the roster is after a plan was carried out. */
function applied(roster: readonly RosterMember[], { added, changed }: ImportPlan): RosterMember[] {
  const to = new Map(changed.map(({ member, to }) => [member.id, to]));
  return [...roster.map((own) => ({ ...own, ...to.get(own.id) })), ...added.map((facts) => member(facts))];
}

const said = ({ rows }: ImportPlan) => rows.map(({ row, was, message }) => `${row} ${was}: ${message}`);

describe('whoever is in the file', () => {
  it('is added when nobody like them is known', () => {
    const plan = planImport(file({ name: 'Ada Lind', email: 'ada@example.org', answers: { Level: '3' } }), []);
    expect(plan.added).toEqual([{ name: 'Ada Lind', email: 'ada@example.org', answers: { Level: '3' } }]);
    expect(said(plan)).toEqual(['2 added: Ada Lind']);
  });

  it('is the member with the same e-mail, whatever the name', () => {
    const known = member({ name: 'Ada Lind', email: 'ada@example.org', answers: { Level: '2', Notes: 'kept' } });
    const plan = planImport(file({ name: 'Ada Lindt', email: 'ada@example.org', answers: { Level: '3' } }), [known]);
    expect(plan.changed[0]?.to).toEqual({
      name: 'Ada Lindt',
      email: 'ada@example.org',
      answers: { Level: '3', Notes: 'kept' },
    });
    expect(said(plan)).toEqual(['2 changed: Ada Lind: name, Level']);
    expect(plan.rows[0]?.reason).toEqual({ code: 'answers', name: 'Ada Lind', columns: ['name', 'Level'] });
  });

  it('is the member with the same id when the e-mail is new', () => {
    const known = member({ email: 'old@example.org', answers: { 'Student ID': '17' } });
    const row = { name: 'Ada Lind', email: 'new@example.org', answers: { 'Student ID': '17' } };
    expect(planImport(file(row), [known]).changed[0]?.to.email).toBe('new@example.org');
  });

  it('is the only member with the same name when the row says no more', () => {
    const [ada, eve] = [member({ name: 'Ada Lind', email: 'ada@example.org' }), member({ name: 'Eve Roth' })];
    expect(planImport(file({ name: 'ada  LIND', answers: { Level: '1' } }), [ada, eve]).changed[0]?.member).toBe(ada);
  });

  it('is refused when several members have that name', () => {
    const two = [member({ email: 'a@example.org' }), member({ email: 'b@example.org' })];
    const plan = planImport(file({ name: 'Ada Lind' }), two);
    expect(said(plan)).toEqual(['2 refused: Several members are called "Ada Lind"; give an e-mail']);
    expect(plan).toMatchObject({ added: [], changed: [], unchanged: 0, refused: 1 });
  });

  it('is refused without a name and an e-mail, and noticed with a wrong one', () => {
    const plan = planImport(file({}, { email: 'no address' }, { name: 'Eve Roth', email: 'eve at home' }), []);
    expect(said(plan)).toEqual([
      '2 refused: Neither a name nor an e-mail',
      '3 refused: "no address" is no e-mail address, and there is no name',
      '4 noticed: "eve at home" is no e-mail address; left out',
      '4 added: Eve Roth',
    ]);
    expect(plan.rows[1]?.column).toBe('E-mail');
  });

  it('counts once, by the last row', () => {
    const email = 'ada@example.org';
    const rows = [
      { name: 'Ada Lind', email, answers: { Level: '1' } },
      { name: 'Ada Lind', email, answers: { Level: '4' } },
    ];
    const plan = planImport(file(...rows), []);
    expect(plan.added).toMatchObject([{ answers: { Level: '4' } }]);
    expect(said(plan)).toEqual(['2 merged: Row 3 is about the same person; the later row counts', '3 added: Ada Lind']);
  });

  it('keeps two people of one name apart by their e-mails', () => {
    const rows = [
      { name: 'Ada Lind', email: 'a@example.org' },
      { name: 'Ada Lind', email: 'b@example.org' },
    ];
    expect(planImport(file(...rows), []).added).toHaveLength(2);
  });
});

describe('what stays as it is', () => {
  it('an instructor', () => {
    const teacher = member({ role: 'instructor', name: 'Tom Hale', email: 'tom@example.org' });
    const plan = planImport(file({ name: 'Tom Hale', email: 'tom@example.org', answers: { Level: '5' } }), [teacher]);
    expect(said(plan)).toEqual(['2 noticed: Tom Hale is an instructor of this camp; left as is']);
    expect(plan.changed).toEqual([]);
  });

  it('the name and the e-mail of somebody with an account', () => {
    const own = member({ userId: 'user', email: 'ada@example.org', answers: { 'Student ID': '17' } });
    const row = { name: 'A. Lind', email: 'other@example.org', answers: { 'Student ID': '17', Level: '2' } };
    expect(planImport(file(row), [own]).changed[0]?.to).toMatchObject({ name: 'Ada Lind', email: 'ada@example.org' });
  });

  it('a name, when the file has none', () => {
    const known = member({ email: 'ada@example.org' });
    const plan = planImport(file({ email: 'ada@example.org', answers: { Level: '2' } }), [known]);
    expect(plan.changed[0]?.to.name).toBe('Ada Lind');
  });
});

const few = <T>(...values: T[]) => fc.constantFrom(...values);
const emails = few('', '', 'a@example.org', 'b@example.org', 'c@example.org', 'nonsense');
const names = few('', 'Ada Lind', 'ada lind', 'Eve Roth', 'Tom Hale');
const ids = few('', '', '1', '2');
const someRows = fc.array(
  fc.record({ name: names, email: emails, answers: fc.record({ 'Student ID': ids, Level: few('', '1', '2') }) }),
  { maxLength: 8 },
);
const someRoster = fc
  .uniqueArray(
    fc.record({
      email: few(null, null, null, 'a@example.org', 'b@example.org'),
      name: names,
      id: ids,
      own: fc.boolean(),
      staff: fc.boolean(),
    }),
    {
      selector: ({ email }) => email ?? {},
      maxLength: 5,
    },
  )
  .map((people) =>
    people.map(({ email, name, id, own, staff }) =>
      member({
        email,
        name: name || 'Somebody',
        answers: { 'Student ID': id },
        userId: own ? `user-${++made}` : null,
        role: staff ? 'instructor' : 'student',
      }),
    ),
  );

describe('for every file and every roster', () => {
  const all = (law: (file: RosterFile, roster: RosterMember[]) => void) =>
    fc.assert(
      fc.property(someRows, someRoster, (rows, roster) => law(file(...rows), roster)),
      { numRuns: 1_000 },
    );

  it('applying the same file again changes nothing', () => {
    all((given, roster) => {
      const again = planImport(given, applied(roster, planImport(given, roster)));
      expect({ added: again.added, changed: again.changed }).toEqual({ added: [], changed: [] });
    });
  });

  it('no two members come to have the same e-mail', () => {
    all((given, roster) => {
      const known = applied(roster, planImport(given, roster)).flatMap(({ email }) => email ?? []);
      expect(new Set(known).size).toBe(known.length);
    });
  });

  it('every row is added, changed, unchanged, merged or refused', () => {
    all((given, roster) => {
      const { added, changed, unchanged, refused, rows } = planImport(given, roster);
      const merged = rows.filter(({ was }) => was === 'merged').length;
      expect(added.length + changed.length + unchanged + refused + merged).toBe(given.rows.length);
    });
  });
});
