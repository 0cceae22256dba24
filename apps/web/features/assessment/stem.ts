/** The question, which is the first paragraph of a stem, and what explains it. */
export function stemOf(stem: string): { question: string; details: string } {
  const [question = '', ...rest] = stem.trim().split(/\n\s*\n/);
  return { question: question.replace(/\s*\n\s*/g, ' '), details: rest.join('\n\n') };
}
