/** Under which a vector stands: the camp whose piece it is of, or the library. */
export const scopeOf = (campId: string | null): string => campId ?? 'library';
