import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { topic } from '../../../platform/outbox/index.js';

/** A camp was opened with the settings of another one. */
export const CAMP_COPIED = topic('camp.copied', z.object({ from: Id, to: Id }));
/** A camp and all that this module holds of it are gone; `userIds` are the accounts that were in it. */
export const CAMP_REMOVED = topic('camp.removed', z.object({ campId: Id, demo: z.boolean(), userIds: z.array(Id) }));
/** Somebody is no member any more. */
export const MEMBER_LEFT = topic('camp.member-left', z.object({ campId: Id, memberId: Id, userId: Id.nullable() }));
