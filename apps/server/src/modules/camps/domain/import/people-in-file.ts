import { Email, type ImportReason, type ImportRow } from '@tailcamp/contracts';
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
  const people = new Set<PersonInFile>();
  const rows: RowReport[] = [];
  const known: Known = { email: new Map(), id: new Map(), name: new Map() };
  let refused = 0;
  for (const given of file.rows) {
    let person = readPerson(given, file, rows);
    if (person === null) {
      refused++;
      continue;
    }
    for (const before of earlier(person, known)) {
      if (!people.delete(before)) continue;
      rows.push(row(before.row, null, 'merged', { code: 'same_person', row: person.row }));
      person = { ...person, email: person.email || before.email, id: person.id || before.id };
    }
    person = withId(person, file);
    people.add(person);
    if (person.email !== '') known.email.set(person.email, person);
    if (person.id !== '') known.id.set(person.id, person);
    if (person.email === '' && person.id === '') known.name.set(nameKey(person.name), person);
  }
  return { people: [...people], refused, rows };
}

type Known = Record<'email' | 'id' | 'name', Map<string, PersonInFile>>;

/** The rows before that are about the same person: one by the e-mail, one by the id. */
function earlier({ email, id, name }: PersonInFile, known: Known): Set<PersonInFile> {
  const byEmail = known.email.get(email);
  const byId = known.id.get(id);
  const byName = email === '' && id === '' ? known.name.get(nameKey(name)) : undefined;
  const sameId = email === '' || byId?.email === '' ? byId : undefined;
  return new Set([byEmail, sameId, byName].filter((person) => person !== undefined));
}

/** The id among the answers; an empty cell says nothing, and must not wipe out an id that is known. */
function withId(person: PersonInFile, { idColumn }: RosterFile): PersonInFile {
  const { id, answers } = person;
  const own = Object.entries(answers).filter(([column]) => column !== idColumn || id !== '');
  return {
    ...person,
    answers: Object.fromEntries(own.map(([column, cell]) => [column, column === idColumn ? id : cell])),
  };
}

/** Null for a row that nobody could be told by; it is reported as refused. */
function readPerson(given: FileRow, { emailColumn, idColumn }: RosterFile, rows: RowReport[]): PersonInFile | null {
  const parsed = Email.safeParse(given.email);
  const email = parsed.success ? parsed.data : '';
  const wrong = given.email !== '' && !parsed.success;
  const name = given.name || (email.split('@')[0] ?? '');
  if (name === '') {
    rows.push(row(given.row, wrong ? emailColumn : null, 'refused', { code: 'nobody', email: given.email }));
    return null;
  }
  if (wrong) rows.push(row(given.row, emailColumn, 'noticed', { code: 'no_email', email: given.email }));
  if (given.name === '') rows.push(row(given.row, null, 'noticed', { code: 'named_by_email', name }));
  return {
    ...given,
    name,
    email,
    named: given.name !== '',
    id: (idColumn === null ? '' : given.answers[idColumn]) ?? '',
  };
}

export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export const row = (at: number, column: string | null, was: RowReport['was'], reason: ImportReason): RowReport => ({
  row: at,
  column,
  was,
  reason,
  message: inEnglish(reason),
});

function inEnglish(reason: ImportReason): string {
  switch (reason.code) {
    case 'new':
      return reason.name;
    case 'answers':
      return `${reason.name}: ${reason.columns.join(', ')}`;
    case 'same_name':
      return `Several members are called "${reason.name}"; give an e-mail`;
    case 'instructor':
      return `${reason.name} is an instructor of this camp; left as is`;
    case 'same_person':
      return `Row ${reason.row} is about the same person; the later row counts`;
    case 'nobody':
      return reason.email === ''
        ? 'Neither a name nor an e-mail'
        : `"${reason.email}" is no e-mail address, and there is no name`;
    case 'no_email':
      return `"${reason.email}" is no e-mail address; left out`;
    case 'named_by_email':
      return `No name; called "${reason.name}" after the e-mail`;
  }
}
