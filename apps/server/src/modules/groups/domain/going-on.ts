/**
 * Which groups go on when a camp is grouped anew: a group goes on in the one that has most of its members, if they are
 * most there too. "Most" is more than half, so that no two can claim the same.
 * @param standing the members of each group that stands, by its id
 * @param formed the members of each group formed anew
 * @returns for each formed group the id of the one that goes on as it, null where it is new
 */
export function goingOn(
  standing: ReadonlyMap<string, readonly string[]>,
  formed: readonly (readonly string[])[],
): (string | null)[] {
  const groupOf = new Map([...standing].flatMap(([id, members]) => members.map((member) => [member, id] as const)));
  return formed.map((members) => {
    const shared = new Map<string, number>();
    for (const member of members) {
      const id = groupOf.get(member);
      if (id !== undefined) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    for (const [id, count] of shared) {
      if (count * 2 > members.length && count * 2 > (standing.get(id)?.length ?? 0)) return id;
    }
    return null;
  });
}

/** A name given by people stays with its group; one by its number goes with the number. */
export const nameGoingOn = (standing: string, formed: string): string =>
  numbered.test(formed) && !numbered.test(standing) ? standing : formed;

const numbered = /^Group \d+$/;
