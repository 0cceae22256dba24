import { z } from 'zod';
import { ContentSource } from '../assessment/graph.js';
import { Slug } from '../assessment/skills.js';

/** A `lesson` explains and shows; an `exercise` also has the learner do something and compare. */
export const LessonKind = z.enum(['lesson', 'exercise']);
export type LessonKind = z.infer<typeof LessonKind>;

/** What is written in the studio: beside lessons the briefs of projects, which nobody learns a skill from. */
export const StudioKind = z.enum([...LessonKind.options, 'brief']);
export type StudioKind = z.infer<typeof StudioKind>;

/** A short piece that teaches one skill, as content files, the studio and the step page hold it. */
export const Lesson = z.strictObject({
  id: Slug,
  skill: Slug,
  title: z.string().trim().min(4).max(90),
  kind: LessonKind,
  minutes: z.number().int().min(3).max(60).describe('For reading and doing, not counting the check'),
  objectives: z
    .array(z.string().trim().min(10).max(160))
    .min(1)
    .max(4)
    .describe('What the learner can do afterwards; each begins with a verb'),
  check: z.array(Slug).min(1).max(4).describe('Questions of the bank, of the same skill, that close it'),
  body: z.string().trim().min(600).max(12_000).describe('Markdown; begins without a heading'),
});
export type Lesson = z.infer<typeof Lesson>;

/** Whether a lesson can be learnt from: only what an instructor has published. */
export const LessonState = z.enum(['draft', 'review', 'published', 'retired']);
export type LessonState = z.infer<typeof LessonState>;

/** A lesson without its text, as a camp sees it. */
export const LessonHead = z.object({ ...Lesson.shape, source: ContentSource }).omit({ body: true });
export type LessonHead = z.infer<typeof LessonHead>;
