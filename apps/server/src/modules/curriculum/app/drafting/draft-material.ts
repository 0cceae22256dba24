import { DraftLevel, DraftSource } from '@tailcamp/contracts';
import { z } from 'zod';
import type { PromptSection } from '../../../../platform/llm/index.js';

/** What every prompt for a draft is given: skills, for whom, what for, and the pieces to rest on. */
export const DraftMaterial = z.object({
  skills: z.array(z.object({ title: z.string(), description: z.string() })).min(1),
  level: DraftLevel.nullable(),
  purpose: z.string(),
  sources: z.array(DraftSource.pick({ n: true, title: true, heading: true, text: true })),
});
export type DraftMaterial = z.infer<typeof DraftMaterial>;

/** How a draft cites, said the same in every prompt. */
export const GROUNDED =
  'Rest on the numbered sources alone, and cite them as [n] right behind what you take from them. ' +
  'Every section cites at least one source. Never cite a number that is not among them, and never make up a source, ' +
  'a fact, a figure or a link. Use your own words and your own example; do not copy sentences.';

/** @param wish what is wished for, a line each */
export const materialSections = (
  { skills, purpose, sources }: DraftMaterial,
  wish: readonly string[],
): readonly PromptSection[] => [
  { name: 'wish', pieces: [wish.join('\n'), ...(purpose === '' ? [] : [`Purpose: ${purpose}`])], rank: 1, most: 500 },
  { name: 'skills', pieces: skills.map(({ title, description }) => `${title}: ${description}`), rank: 2, most: 600 },
  {
    name: 'sources',
    pieces: sources.map(
      ({ n, title, heading, text }) => `[${n}] ${[title, heading].filter(Boolean).join(', ')}\n${text}`,
    ),
    rank: 3,
    most: 9_000,
  },
];
