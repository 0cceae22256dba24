import type { ArrangedGroup, Locks, Policy } from '@tailcamp/contracts';

/** What an instructor makes of a result by hand. Never changed in place: each edit is another one. */
export interface Arrangement {
  name: string;
  groups: readonly ArrangedGroup[];
  locked: Locks;
  /** Null: that of the run. */
  policy: Policy | null;
}

/** Where a student would go: into a group, or in exchange for somebody there. */
export interface Seat {
  group: string;
  with: string | null;
}

export const groupOf = ({ groups }: Pick<Arrangement, 'groups'>, member: string): ArrangedGroup | undefined =>
  groups.find(({ members }) => members.includes(member));

/** Whether a lock holds this student in the group they are in. */
export function isHeld({ groups, locked }: Pick<Arrangement, 'groups' | 'locked'>, member: string): boolean {
  if (locked.members.includes(member)) return true;
  const group = groupOf({ groups }, member);
  return group !== undefined && locked.groups.includes(group.name);
}

/** Whether the student may take the seat: neither they, nor who is there, nor the group is locked, and it is another one. */
export function mayTake(arrangement: Pick<Arrangement, 'groups' | 'locked'>, member: string, seat: Seat): boolean {
  if (isHeld(arrangement, member) || arrangement.locked.groups.includes(seat.group)) return false;
  if (seat.with !== null && isHeld(arrangement, seat.with)) return false;
  return groupOf(arrangement, member)?.name !== seat.group;
}

/**
 * The groups with the student in another seat. A group that the last one has left goes, unless the policy names its
 * groups: those are there whoever is in them.
 */
export function seated(
  groups: readonly ArrangedGroup[],
  member: string,
  seat: Seat,
  keepsEmpty = false,
): ArrangedGroup[] {
  const changed = groups.map(({ name, members }) => {
    if (seat.with !== null) {
      return {
        name,
        members: members.map((id) => (id === member ? (seat.with ?? id) : id === seat.with ? member : id)),
      };
    }
    const others = members.filter((id) => id !== member);
    return { name, members: name === seat.group ? [...others, member] : others };
  });
  return keepsEmpty ? changed : changed.filter(({ members }) => members.length > 0);
}

const toggled = (all: readonly string[], one: string): string[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

export const memberToggled = ({ members, groups }: Locks, member: string): Locks => ({
  members: toggled(members, member),
  groups,
});
export const groupToggled = ({ members, groups }: Locks, group: string): Locks => ({
  members,
  groups: toggled(groups, group),
});

/** Locks that are still of something: a group that has gone cannot be locked. */
export const stillThere = ({ members, groups }: Locks, arranged: readonly ArrangedGroup[]): Locks => ({
  members,
  groups: groups.filter((name) => arranged.some((group) => group.name === name)),
});

/** Who is in another group, by name, than before. */
export function movedBetween(before: readonly ArrangedGroup[], after: readonly ArrangedGroup[]): Set<string> {
  const was = new Map(before.flatMap(({ name, members }) => members.map((id) => [id, name] as const)));
  return new Set(after.flatMap(({ name, members }) => members.filter((id) => was.get(id) !== name)));
}
