import type { ArrangedGroup, FieldProblem, Locks, Policy } from '@tailcamp/contracts';

/** What an instructor makes of a result by hand; kept sealed, for it tells who is with whom. */
export interface ScenarioContent {
  name: string;
  groups: ArrangedGroup[];
  locked: Locks;
  /** Null: that of the run. */
  policy: Policy | null;
}

/**
 * What is wrong with an arrangement of these students: each stands in exactly one group, groups have names of their
 * own, and locks are of what is there.
 */
export function problemsOf(
  { groups, locked }: Pick<ScenarioContent, 'groups' | 'locked'>,
  students: readonly string[],
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const missing = new Set(students);
  const names = new Set<string>();
  groups.forEach(({ name, members }, g) => {
    if (names.has(name)) problems.push({ field: `groups.${g}.name`, message: `Another group is called "${name}"` });
    names.add(name);
    members.forEach((id, m) => {
      if (missing.delete(id)) return;
      const message = students.includes(id) ? 'This student is in a group already' : 'Nobody of the run has this id';
      problems.push({ field: `groups.${g}.members.${m}`, message });
    });
  });
  if (missing.size > 0) {
    const message = `${missing.size} of ${students.length} students are in no group`;
    problems.push({ field: 'groups', message });
  }
  const known = new Set(students);
  locked.members.forEach((id, m) => {
    if (!known.has(id)) problems.push({ field: `locked.members.${m}`, message: 'Nobody of the run has this id' });
  });
  locked.groups.forEach((name, g) => {
    if (!names.has(name)) problems.push({ field: `locked.groups.${g}`, message: `No group is called "${name}"` });
  });
  return problems;
}

/** How many students are in another group, by name, than in the groups before. */
export function countMoved(before: readonly ArrangedGroup[], after: readonly ArrangedGroup[]): number {
  const groupOf = new Map(before.flatMap(({ name, members }) => members.map((id) => [id, name] as const)));
  return after.reduce((sum, { name, members }) => sum + members.filter((id) => groupOf.get(id) !== name).length, 0);
}
