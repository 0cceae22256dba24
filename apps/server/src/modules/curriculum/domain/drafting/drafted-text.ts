import type { Drafted, DraftedText, DraftPart, DraftSource } from '@tailcamp/contracts';
import { heldToSources } from './citations.js';

/** A text as whoever drafted it gave it, before it is held to its sources. */
export interface GivenText {
  title: string;
  objectives: readonly string[];
  sections: readonly { heading: string; text: string }[];
}

/** Holds each section to the sources that there are, and marks those that name none. */
export function draftedOf(given: GivenText, sources: readonly DraftSource[], check: readonly string[]): DraftedText {
  const known = new Set(sources.map(({ n }) => n));
  const parts = given.sections.flatMap(({ heading, text: raw }): DraftPart[] => {
    const { text, cites } = heldToSources(raw.trim(), known);
    const name = heldToSources(heading.replace(/^#+\s*/, '').trim(), new Set()).text;
    return text === '' ? [] : [{ heading: name, text, uncited: cites.length === 0 }];
  });
  return { title: given.title, objectives: [...given.objectives], check: [...check], parts };
}

/** What the studio gets: the chosen parts as one text, which ends with the sources that it names. */
export function bodyOf(parts: readonly DraftPart[], sources: readonly DraftSource[]): string {
  const known = new Set(sources.map(({ n }) => n));
  const cited = new Set(parts.flatMap(({ text }) => [...heldToSources(text, known).cites]));
  const list = sources
    .filter(({ n }) => cited.has(n))
    .map(({ n, title, heading }) => `- [${n}] *${title}*${heading === '' ? '' : `, ${heading}`}`);
  const told = parts.map(({ heading, text }) => (heading === '' ? text : `## ${heading}\n\n${text}`));
  return [...told, ...(list.length > 0 ? [`## Sources\n\n${list.join('\n')}`] : [])].join('\n\n');
}

/** What is kept with a version that was made of a draft. */
export const provenanceOf = (
  draft: Pick<Drafted, 'draftId' | 'by' | 'sources'>,
  parts: readonly DraftPart[],
): Drafted => ({
  ...draft,
  uncited: parts.flatMap(({ uncited, heading }) => (uncited ? [heading] : [])),
});
