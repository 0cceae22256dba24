/**
 * Under which a vector stands: the camp whose it is or the library, questions apart from what is read, so that each is
 * found however many there are of the other.
 */
export const scopeOf = (campId: string | null, questions: boolean): string =>
  `${campId ?? 'library'}${questions ? '/questions' : ''}`;
