import type { Role } from '@tailcamp/contracts';
import { AppError } from './app-error.js';

/** Who acts: a signed-in account, or the system itself (jobs, the command line). */
export type Actor = UserActor | SystemActor;
export interface UserActor {
  readonly kind: 'user';
  readonly userId: string;
  readonly role: Role;
  readonly sessionId: string;
}
export interface SystemActor {
  readonly kind: 'system';
}

export const SYSTEM: SystemActor = { kind: 'system' };

/** The account behind an actor; what a person does for themself cannot be done by the system. */
export function personBehind(actor: Actor): UserActor {
  if (actor.kind === 'system') throw new AppError('forbidden', { detail: 'Only a person can do this.' });
  return actor;
}
