import { Lesson, LessonKind } from '@tailcamp/contracts';
import { z } from 'zod';
import type { Prompt } from '../../../../platform/llm/index.js';
import { DraftMaterial, GROUNDED, materialSections } from './draft-material.js';

const Given = z.object({ ...DraftMaterial.shape, kind: LessonKind, minutes: z.number().int() });

export const DraftedLessonReply = z.object({
  title: Lesson.shape.title,
  objectives: Lesson.shape.objectives,
  sections: z
    .array(
      z.object({
        heading: z.string().trim().max(80).describe('Without marks; empty for the first section'),
        text: z.string().trim().min(1).max(5_000).describe('Markdown without headings'),
      }),
    )
    .min(2)
    .max(8),
});

/** A short lesson or exercise for one skill, told from the sources. */
export const DRAFT_LESSON: Prompt<z.infer<typeof Given>, z.infer<typeof DraftedLessonReply>> = {
  name: 'draft-lesson',
  version: 1,
  instructions: `You draft a short lesson for people who learn by building together. An instructor will look it over, change it and decide
whether it is published. ${GROUNDED}

- The first section has an empty heading and begins with a concrete situation, not with a definition.
- One section is called "Worked example" and shows one example step by step; code stands in fenced blocks that name their language, and a
  block of the language output right behind it shows what it prints.
- An exercise also has the sections "Your turn" (what to do, so that one can compare) and "One solution".
- Objectives say what one can do afterwards, and each begins with a verb.
- Plain words, short sentences, second person. No HTML, no emoji, no heading inside a section.
- It takes as many minutes as wished for, reading and doing, at some 120 words a minute.`,
  input: Given,
  output: DraftedLessonReply,
  sections: (given) =>
    materialSections(given, [
      `Kind: ${given.kind}`,
      `Minutes: ${given.minutes}`,
      ...(given.level === null ? [] : [`For: ${given.level}`]),
    ]),
  mostTokens: 2_600,
};
