import { z } from 'zod';

/** The name by which files, links and other records know a skill, a track or a question. */
export const Slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower-case words of letters and digits joined by hyphens, such as binary-search')
  .describe('Lower-case words joined by hyphens');

/** How far along a track a skill usually lies: 1 first steps, 2 everyday work, 3 what the experienced know. */
export const SkillLevel = z.number().int().min(1).max(3);
export type SkillLevel = z.infer<typeof SkillLevel>;

export const Skill = z.strictObject({
  id: Slug,
  title: z.string().trim().min(2).max(80),
  domain: Slug.describe('A domain of the track'),
  level: SkillLevel,
  description: z.string().trim().min(20).max(400).describe('What somebody who has it can do, in a sentence or two'),
  requires: z.array(Slug).max(12).default([]).describe('The skills it directly rests on, of any track'),
});
export type Skill = z.infer<typeof Skill>;

export const Domain = z.strictObject({ id: Slug, title: z.string().trim().min(2).max(60) });
export type Domain = z.infer<typeof Domain>;

/** One ability is measured per track; its domains are what the questions of an attempt are balanced over. */
export const Track = z.strictObject({
  id: Slug,
  title: z.string().trim().min(2).max(60),
  description: z.string().trim().min(20).max(400),
  domains: z.array(Domain).min(1).max(10),
  skills: z.array(Skill).min(1).max(500),
});
export type Track = z.infer<typeof Track>;
