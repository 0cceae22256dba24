import { Id, Slug } from '@tailcamp/contracts';
import { z } from 'zod';
import { topic } from '../../../platform/outbox/index.js';

/** A member has shown more of some skills of a track, or less: in an attempt that is over, or in practice. */
export const SKILLS_SHOWN = topic(
  'assessment.skills-shown',
  z.object({ campId: Id, memberId: Id, track: Slug, by: z.enum(['attempt', 'practice']), skills: z.array(Slug) }),
);
