import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { topic } from '../../../platform/outbox/index.js';

/** An account is gone: what other modules keep of it goes too. */
export const userRemoved = topic('user.removed', z.strictObject({ userId: Id }));
