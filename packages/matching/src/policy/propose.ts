import {
  type Criterion,
  type Policy,
  type ProposedPolicy,
  readAssessedColumn,
  type SurveyColumn,
} from '@tailcamp/contracts';
import { isFreeText } from '../criteria/text.js';
import { findsFeasible } from '../solve/search.js';
import { recogniseColumns } from '../survey/columns.js';
import type { SurveyTable } from '../survey/table.js';
import { compile } from './compile.js';
import { rankedProjects } from './projects.js';

const BUSY = /\b(un-?available|busy|not (be )?(free|available|able)|cannot|can't|conflicts?)\b/i;
const GENDER = /\b(gender|sex)\b/i;
const WOMEN = /^(wom[ae]n|female|f|girl|mujer|femenino|femme|frau|weiblich)$/i;
const MEETS_ONLY_WITHIN = /\b(section|campus|track|language of work|working language)\b/i;
const ROLE = /\b(roles?|positions?)\b/i;
const WISHED = /\b(wish(ed)?|want(ed)?|like|prefer(red)?|favou?rite|desired?)\b/i;
/** Prose that tells what somebody is after; a note or a comment tells that of nobody. */
const OWN_WORDS =
  /\b(interests?|goals?|hobb(y|ies)|passions?|motivat\w*|learn|achieve|hope|about (you|me|yourself))\b/i;
const COMMON_BLOCKS = 3;
const PROOF_MOVES = 60_000;

/**
 * A policy for a survey that nobody wrote one for: groups of 3 to 5, common free time, nobody the only woman, wishes, even
 * skills, mixed backgrounds, shared interests, as far as the survey asks for them. A rule is hard only if, with those before
 * it, a grouping that keeps it was found.
 */
export function proposePolicy(table: SurveyTable): ProposedPolicy {
  // What assessment found is left to whoever writes a policy: ours would change with every attempt that ends.
  const columns = recogniseColumns(table).filter(({ name }) => readAssessedColumn(name) === null);
  const notices: string[] = [];
  const id = columns.some(({ recognisedAs }) => recognisedAs === 'email') ? undefined : find(columns, 'id')[0]?.name;
  const zone = find(columns, 'timeZone')[0]?.name;
  const times = find(columns, 'schedule');
  const students = table.rows.length;
  const projects = rankedProjects(columns, table);
  const sizes =
    projects === null
      ? { groupSize: { min: Math.min(3, students), max: Math.min(5, students) } }
      : { groups: projects.groups };
  if (projects !== null) notices.push(...projects.notices);
  const base: Policy = {
    ...sizes,
    ...(id === undefined ? {} : { id }),
    ...(zone === undefined || times.length === 0 ? {} : { timeZone: zone }),
    criteria: [],
  };
  let policy = base;
  if (projects?.someUnranked) {
    const ranked: Policy = { ...base, criteria: [{ ...projects.preference, hard: true }] };
    if (keeps(ranked, table)) policy = ranked;
    else notices.push('not every student can get a project that they ranked');
  }
  for (const { criterion, why } of rules(columns, times)) {
    const hard: Policy = { ...policy, criteria: [...policy.criteria, { ...criterion, hard: true }] };
    if (keeps(hard, table)) {
      policy = hard;
      continue;
    }
    policy = { ...policy, criteria: [...policy.criteria, criterion] };
    notices.push(`${why} is weighted, not hard: no grouping was found that keeps it with the rules before it`);
  }
  const wished = [...(projects === null ? [] : [projects.preference]), ...wishes(columns, table)];
  policy = { ...policy, criteria: [...policy.criteria, ...wished] };
  try {
    compile(policy, table);
  } catch (error) {
    // A zone that not every timetable can be moved by is the one thing recognised that may not compile.
    notices.push(`time zones are not used: ${error instanceof Error ? error.message : String(error)}`);
    const { timeZone: _, ...local } = policy;
    policy = local;
  }
  return { policy, notices };
}

function find(columns: readonly SurveyColumn[], kind: SurveyColumn['recognisedAs']): SurveyColumn[] {
  return columns.filter(({ recognisedAs }) => recognisedAs === kind);
}

/** What deserves to be hard, the most important first. */
function rules(
  columns: readonly SurveyColumn[],
  times: readonly SurveyColumn[],
): { criterion: Criterion; why: string }[] {
  const found: { criterion: Criterion; why: string }[] = [];
  for (const { name } of find(columns, 'avoid')) {
    found.push({ criterion: { kind: 'apart', column: name, private: true }, why: `"apart" by "${name}"` });
  }
  if (times.length > 0) {
    const criterion: Criterion = {
      kind: 'overlap',
      columns: commonPattern(times.map(({ name }) => name)),
      minBlocks: COMMON_BLOCKS,
      desired: 2 * COMMON_BLOCKS,
      ...(times.some(({ name }) => BUSY.test(name)) ? { busy: true } : {}),
    };
    found.push({ criterion, why: `"overlap" of ${COMMON_BLOCKS}` });
  }
  for (const { name, values } of find(columns, 'category')) {
    if (GENDER.test(name)) {
      for (const value of values.filter((answer) => WOMEN.test(answer))) {
        found.push({
          criterion: { kind: 'notAlone', column: name, value, private: true },
          why: `"notAlone" of "${value}"`,
        });
      }
    } else if (MEETS_ONLY_WITHIN.test(name)) {
      found.push({ criterion: { kind: 'gather', column: name }, why: `"gather" by "${name}"` });
    }
  }
  return found;
}

/** What makes a group better without being a rule. */
function wishes(columns: readonly SurveyColumn[], table: SurveyTable): Criterion[] {
  const numbers = find(columns, 'number').map(({ name }): Criterion => ({ kind: 'balance', column: name }));
  // Interests and languages tie a group together; the same wished role four times leaves work that nobody wants.
  const lists = find(columns, 'list').map(
    ({ name }): Criterion => ({ kind: ROLE.test(name) ? 'roles' : 'similar', column: name }),
  );
  const roles = find(columns, 'category')
    .filter(({ name }) => ROLE.test(name) && WISHED.test(name))
    .map(({ name }): Criterion => ({ kind: 'roles', column: name }));
  const told = find(columns, 'text')
    .filter(({ name, missing }) => OWN_WORDS.test(name) && missing * 2 < table.rows.length)
    .filter(({ name }) => isFreeText(cellsOf(table, name)))
    .map(({ name }): Criterion => ({ kind: 'similar', column: name }));
  const wished = find(columns, 'wish').map(
    ({ name }): Criterion => ({ kind: 'together', column: name, private: true }),
  );
  const mixed = find(columns, 'category')
    .filter(({ name }) =>
      /\b(major|degree|background|discipline|role|department|study|studies|program(me)?)\b/i.test(name),
    )
    .filter(({ name }) => !(ROLE.test(name) && WISHED.test(name)))
    .map(({ name }): Criterion => ({ kind: 'diverse', column: name }));
  return [...wished, ...numbers, ...mixed, ...roles, ...lists, ...told];
}

function cellsOf(table: SurveyTable, column: string): string[] {
  const at = table.columns.indexOf(column);
  return table.rows.map(({ cells }) => cells[at] ?? '');
}

/** One pattern for columns that differ in one place only, else their names. */
function commonPattern(names: readonly string[]): string | string[] {
  const [first = ''] = names;
  if (names.length === 1) return first;
  let head = first.length;
  let tail = first.length;
  for (const name of names) {
    while (!name.startsWith(first.slice(0, head))) head--;
    while (!name.endsWith(first.slice(first.length - tail))) tail--;
  }
  // "[Sunday]" and "[Monday]" end alike by chance: the pattern is to be "[*]".
  while (tail > 0 && /\p{L}/u.test(first[first.length - tail] ?? '')) tail--;
  return head < 4 || head + tail >= first.length
    ? [...names]
    : `${first.slice(0, head)}*${first.slice(first.length - tail)}`;
}

function keeps(policy: Policy, table: SurveyTable): boolean {
  try {
    return findsFeasible(compile(policy, table), { seed: 1, moves: PROOF_MOVES });
  } catch {
    return false;
  }
}
