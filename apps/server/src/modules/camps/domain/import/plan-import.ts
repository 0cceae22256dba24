import type { RosterMember } from '../roster-member.js';
import { nameKey, type PersonInFile, peopleInFile, type RowReport, row } from './people-in-file.js';
import type { RosterFile } from './roster-file.js';

export type MemberFacts = Pick<RosterMember, 'name' | 'email' | 'answers'>;

/** What an import does to a roster. Planning again after it was done gives a plan that does nothing. */
export interface ImportPlan {
  readonly added: readonly MemberFacts[];
  readonly changed: readonly { readonly member: RosterMember; readonly to: MemberFacts }[];
  readonly unchanged: number;
  readonly refused: number;
  /** In the order of the file. */
  readonly rows: RowReport[];
}

/**
 * A person of the file is the member with the same e-mail; else with the same id; else the only one with the same name
 * whom no other row means. Instructors, who are known by e-mail only, and the names and e-mails of those who have an account, stay as they are.
 */
export function planImport(file: RosterFile, roster: readonly RosterMember[]): ImportPlan {
  const { people, refused, rows } = peopleInFile(file);
  const found = findMembers(people, roster, file.idColumn);
  const added: MemberFacts[] = [];
  const changed: { member: RosterMember; to: MemberFacts }[] = [];
  let unchanged = 0;
  let ambiguous = 0;
  for (const person of people) {
    const member = found.get(person);
    if (member === 'ambiguous') {
      ambiguous++;
      rows.push(row(person.row, null, 'refused', { code: 'same_name', name: person.name }));
    } else if (member === undefined) {
      added.push({ name: person.name, email: person.email || null, answers: person.answers });
      rows.push(row(person.row, null, 'added', { code: 'new', name: person.name }));
    } else if (member.role === 'instructor') {
      unchanged++;
      rows.push(row(person.row, null, 'noticed', { code: 'instructor', name: member.name }));
    } else {
      const { to, columns } = changesOf(member, person, file);
      if (columns.length === 0) unchanged++;
      else {
        changed.push({ member, to });
        const only = columns.length === 1 ? (columns[0] ?? null) : null;
        rows.push(row(person.row, only, 'changed', { code: 'answers', name: member.name, columns }));
      }
    }
  }
  rows.sort((a, b) => a.row - b.row);
  return { added, changed, unchanged, refused: refused + ambiguous, rows };
}

type Found = Map<PersonInFile, RosterMember | 'ambiguous'>;

function findMembers(people: readonly PersonInFile[], roster: readonly RosterMember[], idColumn: string | null): Found {
  const found: Found = new Map();
  const free = new Set(roster);
  const claim = (person: PersonInFile, member: RosterMember | undefined) => {
    if (member === undefined || !free.delete(member)) return;
    found.set(person, member);
  };

  const byEmail = new Map(
    roster.flatMap((member) => (member.email === null ? [] : [[member.email.toLowerCase(), member]])),
  );
  for (const person of people) if (person.email !== '') claim(person, byEmail.get(person.email));

  const students = [...free].filter(({ role }) => role === 'student');
  const byId = groupBy(students, (member) => (idColumn === null ? '' : (member.answers[idColumn] ?? '')));
  for (const person of people) {
    if (!found.has(person) && person.id !== '')
      claim(
        person,
        byId.get(person.id)?.find((member) => free.has(member)),
      );
  }

  const byName = groupBy(students, (member) => nameKey(member.name));
  for (const person of people) {
    if (found.has(person)) continue;
    const named = (byName.get(nameKey(person.name)) ?? []).filter((member) => free.has(member));
    const open = named.filter((member) => member.email === null && member.userId === null);
    const candidates = person.email !== '' || open.length === 1 ? open : named;
    if (candidates.length === 1) claim(person, candidates[0]);
    else if (candidates.length > 1 && person.email === '') found.set(person, 'ambiguous');
  }
  return found;
}

function groupBy(
  members: Iterable<RosterMember>,
  keyOf: (member: RosterMember) => string,
): Map<string, RosterMember[]> {
  const groups = new Map<string, RosterMember[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return groups;
}

function changesOf(
  member: RosterMember,
  person: PersonInFile,
  file: RosterFile,
): { to: MemberFacts; columns: string[] } {
  const own = member.userId !== null;
  const to = {
    name: own || !person.named ? member.name : person.name,
    email: own ? member.email : person.email || member.email,
    answers: { ...member.answers, ...person.answers },
  };
  const columns = Object.keys(person.answers).filter(
    (column) => (member.answers[column] ?? '') !== person.answers[column],
  );
  if (to.email !== member.email) columns.unshift(file.emailColumn ?? 'e-mail');
  if (to.name !== member.name) columns.unshift('name');
  return { to, columns };
}
