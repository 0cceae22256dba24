import type { CampRole } from '@tailcamp/contracts';
import type { Actor } from './actor.js';
import { AppError } from './app-error.js';

/**
 * The one permission table: what is done, and which roles may do it. `admin` and `instructor` are roles of the
 * account, `camp:…` the role in the camp at hand, `group:member` membership of the group at hand. Every use case asks
 * it in its first line.
 */
export const PERMISSIONS = {
  'users.list': ['admin'],
  'users.change-role': ['admin'],
  'camps.create': ['admin', 'instructor'],
  'camps.list-all': ['admin'],
  'camp.see': ['admin', 'camp:instructor', 'camp:student'],
  'camp.change': ['admin', 'camp:instructor'],
  'camp.copy': ['admin', 'camp:instructor'],
  'camp.remove': ['admin', 'camp:instructor'],
  'camp.see-private': ['admin', 'camp:instructor'],
  'camp.manage-members': ['admin', 'camp:instructor'],
  'camp.import': ['admin', 'camp:instructor'],
  'camp.match': ['admin', 'camp:instructor'],
  'assessment.take': ['camp:student'],
  'assessment.manage': ['admin', 'camp:instructor'],
  'curriculum.learn': ['camp:student'],
  'curriculum.manage': ['admin', 'camp:instructor'],
  'queue.join': ['camp:student'],
  'chat.see': ['admin', 'camp:instructor', 'camp:student'],
  'chat.write': ['camp:instructor', 'camp:student'],
  'chat.moderate': ['admin', 'camp:instructor'],
  'group.see': ['admin', 'camp:instructor', 'group:member'],
  'group.change': ['admin', 'camp:instructor', 'group:member'],
  'group.leave': ['group:member'],
  'group.arrange': ['admin', 'camp:instructor'],
  'project.work': ['admin', 'camp:instructor', 'group:member'],
  'project.submit': ['group:member'],
  'project.teach': ['admin', 'camp:instructor'],
} as const satisfies Record<string, readonly Grant[]>;

type Grant = 'admin' | 'instructor' | 'student' | `camp:${CampRole}` | 'group:member';
export type Permission = keyof typeof PERMISSIONS;

/** What the actor is besides their account: the role in the camp, membership of the group. */
export interface Standing {
  campRole?: CampRole | null;
  groupMember?: boolean;
}

export function may(actor: Actor, permission: Permission, standing: Standing = {}): boolean {
  if (actor.kind === 'system') return true;
  const grants: readonly Grant[] = PERMISSIONS[permission];
  return (
    grants.includes(actor.role) ||
    (standing.campRole != null && grants.includes(`camp:${standing.campRole}`)) ||
    (standing.groupMember === true && grants.includes('group:member'))
  );
}

/** @throws AppError `forbidden` */
export function authorize(actor: Actor, permission: Permission, standing: Standing = {}): void {
  if (!may(actor, permission, standing)) throw new AppError('forbidden');
}
