/** How PostgreSQL stems a text; `simple` takes its words as they stand. */
export type TextLanguage = 'english' | 'spanish' | 'simple';

export const LANGUAGES = ['english', 'spanish', 'simple'] as const satisfies readonly TextLanguage[];

/** Words that hold a sentence together, and stand in one of the two languages alone. */
const SMALL_WORDS = {
  english: new Set(
    'the and of to is that it for with as was are this by from not which what how be can you'.split(' '),
  ),
  spanish: new Set('el la los las de que y en un una es por con para del se su al lo como más cómo qué'.split(' ')),
};

/** @returns the language whose small words are the more, `simple` where hardly any word is such a one */
export function languageOf(text: string): TextLanguage {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = { english: 0, spanish: 0 };
  for (const word of words) {
    if (SMALL_WORDS.english.has(word)) counts.english += 1;
    if (SMALL_WORDS.spanish.has(word)) counts.spanish += 1;
  }
  const most = Math.max(counts.english, counts.spanish);
  if (most < words.length / 20) return 'simple';
  return counts.spanish > counts.english ? 'spanish' : 'english';
}
