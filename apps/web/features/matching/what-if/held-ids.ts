import type { Arrangement } from './arrangement';

/** Ids of the students whom locks hold: those locked themselves, and all of a locked group. */
export const heldIds = ({ groups, locked }: Pick<Arrangement, 'groups' | 'locked'>): string[] => [
  ...new Set([
    ...locked.members,
    ...groups.flatMap(({ name, members }) => (locked.groups.includes(name) ? members : [])),
  ]),
];
