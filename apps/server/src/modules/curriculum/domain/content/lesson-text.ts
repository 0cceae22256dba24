/** What stands in a lesson's Markdown, as far as its proofs need it. */

/** A piece of code that is followed by what it prints. */
export interface ProvedBlock {
  language: string;
  source: string;
  prints: string;
}

interface Fence {
  language: string;
  text: string;
  /** Whether nothing but blank lines stands between it and the fence before. */
  follows: boolean;
}

const FENCE = /^(`{3,}|~{3,})\s*(\S*)[^\n]*\n([\s\S]*?)^\1[ \t]*$/gm;

/** @returns each fenced block that is directly followed by one of the language `output`, which is what it prints */
export function provedBlocks(body: string): readonly ProvedBlock[] {
  const fences = fencesOf(body);
  return fences.flatMap((fence, at) => {
    const next = fences[at + 1];
    if (next === undefined || next.language !== 'output' || !next.follows) return [];
    return [{ language: fence.language, source: fence.text, prints: next.text }];
  });
}

/** @returns the headings of a level, in their order; those inside code are none */
export function headingsOf(body: string, level: number): readonly string[] {
  const marks = '#'.repeat(level);
  return withoutCode(body)
    .split('\n')
    .filter((line) => line.startsWith(`${marks} `))
    .map((line) => line.slice(level + 1).trim());
}

/** @returns the paragraphs of running text, each with its blanks and case made equal, so that copies are found */
export function paragraphsOf(body: string): readonly string[] {
  return withoutCode(body)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('#'));
}

export function withoutCode(body: string): string {
  return body.replace(FENCE, '');
}

/** The same lines, those of code empty, so that nothing in it counts as a heading. */
export function codeBlanked(body: string): string {
  return body.replace(FENCE, (code) => code.replace(/[^\n]+/g, ''));
}

export function fencesOf(body: string): readonly Fence[] {
  let end = 0;
  return [...body.matchAll(FENCE)].map((match) => {
    const between = body.slice(end, match.index);
    end = match.index + match[0].length;
    return { language: match[2] ?? '', text: match[3] ?? '', follows: between.trim() === '' };
  });
}
