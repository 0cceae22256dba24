import type { GroupSize, Policy } from '@tailcamp/contracts';
import { type Arrangement, groupOf, mayTake, type Seat } from './arrangement';

type Standing = Pick<Arrangement, 'groups' | 'locked'>;

export function sizeOf({ groupSize, groups }: Policy, group: string): GroupSize {
  return groups?.find(({ name }) => name === group) ?? groupSize ?? { min: 0, max: 1000 };
}

/** The free seats of a group for a student: to join comes first where the sizes of both groups allow it, else last. */
export function seatsIn(standing: Standing, policy: Policy, member: string, group: string): Seat[] {
  const there = standing.groups.find(({ name }) => name === group);
  const own = groupOf(standing, member);
  if (there === undefined || own === undefined) return [];
  const join: Seat = { group, with: null };
  const swaps = there.members.map((id): Seat => ({ group, with: id }));
  const fits = own.members.length > sizeOf(policy, own.name).min && there.members.length < sizeOf(policy, group).max;
  return (fits ? [join, ...swaps] : [...swaps, join]).filter((seat) => mayTake(standing, member, seat));
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The seat that an arrow leads to: left and right go through the groups in the order in which they are shown, up and down
 * through the seats of one. Null where there is no other.
 */
export function seatTowards(
  standing: Standing,
  policy: Policy,
  member: string,
  from: Seat | null,
  towards: Direction,
  order: readonly string[],
): Seat | null {
  const at = from?.group ?? groupOf(standing, member)?.name;
  if (from !== null && (towards === 'up' || towards === 'down')) {
    const seats = seatsIn(standing, policy, member, from.group);
    const place = seats.findIndex((seat) => seat.with === from.with);
    return seats[(place + (towards === 'down' ? 1 : -1) + seats.length) % seats.length] ?? null;
  }
  const step = towards === 'right' || towards === 'down' ? 1 : -1;
  const start = at === undefined ? -1 : order.indexOf(at);
  for (let away = 1; away <= order.length; away++) {
    const name = order[(start + step * away + order.length * away) % order.length];
    const [first] = name === undefined ? [] : seatsIn(standing, policy, member, name);
    if (first !== undefined) return first;
  }
  return null;
}
