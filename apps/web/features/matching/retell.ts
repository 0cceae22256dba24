import type { Translate } from '@/lib/i18n/translate';

/** The named parts of what a pattern found. */
export type Said = Record<string, string | undefined>;
/** What the engine says, and how it is retold. */
export type Retelling = readonly [pattern: RegExp, tell: (t: Translate, said: Said, locale: string) => string];

export const number = (text: string | undefined): number => Number(text);

/** A sentence of the engine in the reader's language, piece by piece; a piece that no pattern knows stays as it is. */
export function retell(retellings: readonly Retelling[], t: Translate, locale: string, sentence: string): string {
  return retellings.reduce(
    (text, [pattern, tell]) =>
      text.replace(pattern, (...found: (string | number | Said)[]) => {
        const said = found.at(-1);
        return tell(t, typeof said === 'object' ? said : {}, locale);
      }),
    sentence,
  );
}
