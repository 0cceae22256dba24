import { Lesson } from '@tailcamp/contracts';
import { z } from 'zod';
import type { Prompt } from '../../../../platform/llm/index.js';
import { DraftMaterial, GROUNDED, materialSections } from './draft-material.js';

const Given = z.object({ ...DraftMaterial.shape, weeks: z.number().int(), people: z.number().int() });

const Told = z.string().trim().min(1);

export const DraftedBriefReply = z.object({
  title: Lesson.shape.title,
  goal: Told.max(2_500).describe('Markdown: what is built, for whom, and why it is worth it'),
  milestones: z
    .array(z.object({ week: z.number().int().min(1), what: Told.max(500) }))
    .min(1)
    .max(16),
  roles: z
    .array(z.object({ name: Told.max(60), does: Told.max(400) }))
    .min(1)
    .max(12),
  criteria: z.array(Told.max(300)).min(2).max(12).describe('Each can be checked by somebody who did not build it'),
});

/** A project that a group builds with some skills: its goal, milestones by week, roles and criteria. */
export const DRAFT_BRIEF: Prompt<z.infer<typeof Given>, z.infer<typeof DraftedBriefReply>> = {
  name: 'draft-brief',
  version: 1,
  instructions: `You draft the brief of a project that a group of learners builds together. An instructor will look it over, change it and
decide whether it is given to anybody. ${GROUNDED} Goal, milestones and criteria are sections in this sense.

- It needs every skill that is named, and can be done by so many people in so many weeks.
- The first milestone is something that already works, however small; the last one leaves time to show and to mend.
- A role is what somebody looks after, not a rank; each skill is looked after by somebody.
- Criteria can be checked: say what is seen, not how good it is.
- Plain words, no HTML, no emoji, no headings.`,
  input: Given,
  output: DraftedBriefReply,
  sections: (given) => materialSections(given, [`Weeks: ${given.weeks}`, `People: ${given.people}`]),
  mostTokens: 2_000,
};
