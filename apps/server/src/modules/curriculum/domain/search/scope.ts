/** Under which vectors and words stand: the camp whose pieces they are of, or the library. */
export const scopeOf = (campId: string | null): string => campId ?? 'library';
