import { Id } from '@tailcamp/contracts';
import { z } from 'zod';
import { topic } from '../../../platform/outbox/index.js';

/** A camp has other groups than before: all of them were formed anew. */
export const GROUPS_FORMED = topic('groups.formed', z.object({ campId: Id }));

const inGroup = z.object({ groupId: Id, memberId: Id });
/**
 * Who is in which group has changed, in whatever way. A group that is in `opened` is new, or stands again; one in
 * `closed` stands no more: its members did not leave, and read what it made.
 */
export const GROUPS_ARRANGED = topic(
  'groups.arranged',
  z.object({
    campId: Id,
    joined: z.array(inGroup),
    left: z.array(inGroup),
    opened: z.array(Id),
    closed: z.array(Id),
  }),
);
