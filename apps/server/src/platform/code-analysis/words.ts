/** Word → how often it stands in a text, in comments and strings too: what stands there once alone is used nowhere. */
export function wordsIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
