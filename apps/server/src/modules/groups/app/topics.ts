import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { topic } from '../../../platform/outbox/index.js';

/** A camp has other groups than before: all of them were formed anew. */
export const GROUPS_FORMED = topic('groups.formed', z.object({ campId: Id }));
