import { Email, type ImportRow } from '@tailcamp/contracts';
import type { FileRow, RosterFile } from './roster-file.js';

export type RowReport = (typeof ImportRow)['_output'];

/** One person of the file: the last of the rows that are about them. */
export interface PersonInFile extends FileRow {
  /** Empty where there is none. */
  readonly id: string;
  /** Whether the file names them; else they are called after their e-mail. */
  readonly named: boolean;
}

/**
 * Who is in a file, each once. Rows are about one person when they share an e-mail; or an id, unless their e-mails
 * differ; or, where there is neither e-mail nor id, a name. The last row counts, and takes over the e-mail of an
 * earlier one where it has none itself.
 */
export function peopleInFile(file: RosterFile): { people: PersonInFile[]; refused: number; rows: RowReport[] } {
  const people: PersonInFile[] = [];
  const rows: RowReport[] = [];
  const known = { email: new Map<string, number>(), id: new Map<string, number>(), name: new Map<string, number>() };
  let refused = 0;

  for (const given of file.rows) {
    const person = readPerson(given, file, rows);
    if (person === null) {
      refused++;
      continue;
    }
    const at = earlier(person, people, known);
    const before = at === undefined ? undefined : people[at];
    if (at !== undefined && before !== undefined) {
      rows.push(row(before.row, null, 'merged', `Row ${person.row} is about the same person; the later row counts`));
      people[at] = { ...person, email: person.email || before.email, id: person.id || before.id };
    } else people.push(person);
    const index = at ?? people.length - 1;
    const { email, id, name } = people[index] ?? person;
    if (email !== '') known.email.set(email, index);
    if (id !== '') known.id.set(id, index);
    if (email === '' && id === '') known.name.set(nameKey(name), index);
  }
  return { people, refused, rows };
}

function earlier(
  { email, id, name }: PersonInFile,
  people: readonly PersonInFile[],
  known: Record<'email' | 'id' | 'name', ReadonlyMap<string, number>>,
): number | undefined {
  const byEmail = email === '' ? undefined : known.email.get(email);
  if (byEmail !== undefined) return byEmail;
  const byId = id === '' ? undefined : known.id.get(id);
  if (byId !== undefined && (email === '' || people[byId]?.email === '')) return byId;
  return email === '' && id === '' ? known.name.get(nameKey(name)) : undefined;
}

/** Null for a row that nobody could be told by; it is reported as refused. */
function readPerson(given: FileRow, { emailColumn, idColumn }: RosterFile, rows: RowReport[]): PersonInFile | null {
  const parsed = Email.safeParse(given.email);
  const email = parsed.success ? parsed.data : '';
  const wrong = given.email !== '' && !parsed.success;
  const name = given.name || (email.split('@')[0] ?? '');
  if (name === '') {
    const reason = wrong
      ? `"${given.email}" is no e-mail address, and there is no name`
      : 'Neither a name nor an e-mail';
    rows.push(row(given.row, wrong ? emailColumn : null, 'refused', reason));
    return null;
  }
  if (wrong) rows.push(row(given.row, emailColumn, 'noticed', `"${given.email}" is no e-mail address; left out`));
  if (given.name === '') rows.push(row(given.row, null, 'noticed', `No name; called "${name}" after the e-mail`));
  return {
    ...given,
    name,
    email,
    named: given.name !== '',
    id: (idColumn === null ? '' : given.answers[idColumn]) ?? '',
  };
}

export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export const row = (at: number, column: string | null, was: RowReport['was'], message: string): RowReport => ({
  row: at,
  column,
  was,
  message,
});
