import { Id, Role } from '@tailcamp/contracts';
import { z } from 'zod';
import { topic } from '../../../platform/outbox/index.js';

export const userCreated = topic('user.created', z.strictObject({ userId: Id }));
export const userRoleChanged = topic('user.role-changed', z.strictObject({ userId: Id, role: Role }));
export const userRemoved = topic('user.removed', z.strictObject({ userId: Id }));
