/** Questions to the tutor: those that a lesson answers, with the lessons that do, and those that none does. */
export interface Questions {
  answerable: readonly (readonly [asked: string, ...lessons: string[]])[];
  unanswerable: readonly string[];
}
