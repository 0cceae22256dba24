/** The question itself, which is the first paragraph of a stem; what follows explains it. Markdown. */
export const questionIn = (stem: string): string => stem.trim().split(/\n\s*\n/)[0] ?? '';
